/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-state.h"

#include "base/error.h"
#include "practice/practice-json.h"

#define FIELD(type, name, struct_type, member)                                                     \
  {                                                                                                \
    name, PALIER_FIELD_##type, G_STRUCT_OFFSET (struct_type, member), TRUE, 0, 0, NULL             \
  }
#define END                                                                                        \
  {                                                                                                \
    NULL, PALIER_FIELD_END, 0, FALSE, 0, 0, NULL                                                   \
  }
#define MAYBE(name, struct_type, member)                                                           \
  {                                                                                                \
    name, PALIER_FIELD_TEXT, G_STRUCT_OFFSET (struct_type, member), FALSE, 0, 0, NULL              \
  }
#define OTHER(name)                                                                                \
  {                                                                                                \
    name, PALIER_FIELD_OTHER, 0, TRUE, 0, 0, NULL                                                  \
  }

static const PalierField camera_fields[] = {
  { "id", PALIER_FIELD_COUNT, G_STRUCT_OFFSET (PalierPracticeCamera, id), TRUE, 1,
    PALIER_MAX_CHANNELS, NULL },
  FIELD (TEXT, "name", PalierPracticeCamera, name),
  FIELD (TEXT, "address", PalierPracticeCamera, address),
  FIELD (TEXT, "protocol", PalierPracticeCamera, protocol),
  FIELD (TEXT, "model", PalierPracticeCamera, model),
  FIELD (COUNT, "port", PalierPracticeCamera, port),
  FIELD (BOOLEAN, "online", PalierPracticeCamera, online),
  FIELD (BOOLEAN, "scheduled", PalierPracticeCamera, scheduled),
  END,
};

static const PalierField user_fields[] = {
  FIELD (COUNT, "id", PalierPracticeUser, id),      FIELD (TEXT, "name", PalierPracticeUser, name),
  FIELD (TEXT, "level", PalierPracticeUser, level), MAYBE ("ha1", PalierPracticeUser, ha1),
  MAYBE ("key", PalierPracticeUser, key),           END,
};

static const PalierField disk_fields[] = {
  FIELD (COUNT, "id", PalierPracticeDisk, id),
  FIELD (TEXT, "status", PalierPracticeDisk, status),
  FIELD (NUMBER, "capacity", PalierPracticeDisk, capacity_mb),
  FIELD (NUMBER, "free", PalierPracticeDisk, free_mb),
  END,
};

static const PalierField log_fields[] = {
  FIELD (NUMBER, "time", PalierPracticeLog, time),
  FIELD (TEXT, "meta", PalierPracticeLog, meta),
  FIELD (TEXT, "user", PalierPracticeLog, user),
  FIELD (TEXT, "text", PalierPracticeLog, text),
  END,
};

static const PalierField span_fields[] = {
  FIELD (NUMBER, "from", PalierPracticeSpan, from),
  FIELD (NUMBER, "until", PalierPracticeSpan, until),
  OTHER ("channels"), /* hex: JSON numbers are not that long */
  END,
};

typedef struct
{
  const PalierField *fields;
  gsize size;
  GPtrArray *into;
} List;

static const PalierField model_fields[] = {
  FIELD (NUMBER, "now", PalierModel, now),
  FIELD (TEXT, "serial", PalierModel, serial),
  FIELD (BOOLEAN, "told-truly", PalierModel, told_truly),
  { "phase", PALIER_FIELD_COUNT, G_STRUCT_OFFSET (PalierModel, phase), TRUE, 0, PALIER_PHASE_BROKEN,
    NULL },
  FIELD (NUMBER, "phase-from", PalierModel, phase_from),
  FIELD (NUMBER, "phase-until", PalierModel, phase_until),
  FIELD (BOOLEAN, "flash-failed", PalierModel, flash_failed),
  FIELD (BOOLEAN, "package-custom", PalierModel, package_custom),
  MAYBE ("package-version", PalierModel, package_version),
  FIELD (COUNT, "resets", PalierModel, resets),
  FIELD (NUMBER, "booted", PalierModel, booted),
  FIELD (COUNT, "boots", PalierModel, boots),
  FIELD (COUNT, "defaults", PalierModel, defaults),
  FIELD (BOOLEAN, "active", PalierModel, active),
  FIELD (BOOLEAN, "default-seen", PalierModel, default_seen),
  FIELD (BOOLEAN, "repair-wanted", PalierModel, repair_wanted),
  FIELD (BOOLEAN, "repairing", PalierModel, repairing),
  FIELD (NUMBER, "repair-from", PalierModel, repair_from),
  FIELD (COUNT, "failed-sign-ins", PalierModel, failed_sign_ins),
  FIELD (NUMBER, "locked-until", PalierModel, locked_until),
  FIELD (COUNT, "changes", PalierModel, n_changes),
  FIELD (NUMBER, "bytes-taken", PalierModel, bytes_taken),
  OTHER ("version"),
  OTHER ("fired"),
  OTHER ("settings"),
  OTHER ("disks"),
  OTHER ("log"),
  OTHER ("spans"),
  END,
};

static const PalierField settings_fields[] = {
  FIELD (TEXT, "name", PalierModel, name),
  OTHER ("cameras"),
  OTHER ("users"),
  OTHER ("documents"),
  END,
};

static void
write_list (JsonObject *object, const char *name, const PalierField *fields, GPtrArray *items)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < items->len; i++)
    {
      JsonObject *item = json_object_new ();

      palier_fields_write (fields, item, items->pdata[i]);
      json_array_add_object_element (list, item);
    }
  json_object_set_array_member (object, name, list);
}

static gboolean
read_item_cb (JsonObject *item, const char *place, gpointer data, GError **error)
{
  List *list = data;
  gpointer fresh = g_malloc0 (list->size);

  g_ptr_array_add (list->into, fresh);
  return palier_fields_read (list->fields, item, place, fresh, error);
}

static gboolean
read_list (JsonObject *object, const char *name, const PalierField *fields, gsize size,
           GPtrArray *into, GError **error)
{
  List list = { fields, size, into };

  g_ptr_array_set_size (into, 0);
  return palier_items_read (object, name, "", read_item_cb, &list, error);
}

static gboolean
fail (const char *place, GError **error)
{
  palier_error_set (error, PALIER_ERROR_DATA_FILE, "%s: not as it was written", place);
  return FALSE;
}

JsonObject *
palier_settings_write (PalierModel *self)
{
  JsonObject *object = json_object_new ();
  JsonObject *documents = json_object_new ();
  g_autoptr (GList) paths
      = g_list_sort (g_hash_table_get_keys (self->documents), (GCompareFunc) g_strcmp0);

  palier_fields_write (settings_fields, object, self);
  write_list (object, "cameras", camera_fields, self->cameras);
  write_list (object, "users", user_fields, self->users);
  for (GList *path = paths; path != NULL; path = path->next)
    json_object_set_string_member (documents, path->data,
                                   g_hash_table_lookup (self->documents, path->data));
  json_object_set_object_member (object, "documents", documents);
  return object;
}

static void
take_documents (PalierModel *self, JsonObject *documents)
{
  JsonObjectIter iter;
  const char *path;
  JsonNode *text;

  json_object_iter_init (&iter, documents);
  while (json_object_iter_next (&iter, &path, &text))
    if (json_node_get_value_type (text) == G_TYPE_STRING
        && g_hash_table_contains (self->documents, path)
        && g_regex_match_simple ("^<\\w+>", json_node_get_string (text), 0, 0))
      g_hash_table_insert (self->documents, g_strdup (path), json_node_dup_string (text));
}

/* All or nothing: what comes in over the wire may be anything. */
gboolean
palier_settings_read (PalierModel *self, JsonObject *object, GError **error)
{
  JsonNode *documents = json_object_get_member (object, "documents");
  g_autoptr (GPtrArray) cameras = palier_practice_cameras_new ();
  g_autoptr (GPtrArray) users = palier_practice_users_new ();

  if (!read_list (object, "cameras", camera_fields, sizeof (PalierPracticeCamera), cameras, error)
      || !read_list (object, "users", user_fields, sizeof (PalierPracticeUser), users, error))
    return FALSE;
  if (users->len == 0 || documents == NULL || !JSON_NODE_HOLDS_OBJECT (documents))
    return fail ("settings", error);
  if (!palier_fields_read (settings_fields, object, "settings", self, error))
    return FALSE;
  take_documents (self, json_node_get_object (documents));
  g_clear_pointer (&self->cameras, g_ptr_array_unref);
  g_clear_pointer (&self->users, g_ptr_array_unref);
  self->cameras = g_steal_pointer (&cameras);
  self->users = g_steal_pointer (&users);
  return TRUE;
}

static void
write_spans (PalierModel *self, JsonObject *object)
{
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < self->spans->len; i++)
    {
      PalierPracticeSpan *span = &g_array_index (self->spans, PalierPracticeSpan, i);
      JsonObject *item = json_object_new ();
      g_autofree char *channels = g_strdup_printf ("%" G_GINT64_MODIFIER "x", span->channels);

      palier_fields_write (span_fields, item, span);
      json_object_set_string_member (item, "channels", channels);
      json_array_add_object_element (list, item);
    }
  json_object_set_array_member (object, "spans", list);
}

static gboolean
read_span_cb (JsonObject *item, const char *place, gpointer data, GError **error)
{
  PalierModel *self = data;
  PalierPracticeSpan span = { 0, 0, 0 };

  if (!palier_fields_read (span_fields, item, place, &span, error))
    return FALSE;
  span.channels = g_ascii_strtoull (
      json_object_get_string_member_with_default (item, "channels", "0"), NULL, 16);
  g_array_append_val (self->spans, span);
  return TRUE;
}

static void
write_fired (PalierModel *self, JsonObject *object)
{
  JsonArray *fired = json_array_new ();

  for (guint i = 0; i < self->scenario->faults->len; i++)
    json_array_add_int_element (fired, ((PalierFault *) self->scenario->faults->pdata[i])->fired);
  json_object_set_array_member (object, "fired", fired);
}

static gboolean
read_fired (PalierModel *self, JsonObject *object, GError **error)
{
  JsonNode *node = json_object_get_member (object, "fired");
  JsonArray *fired = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (fired == NULL || json_array_get_length (fired) != self->scenario->faults->len)
    return fail ("fired", error);
  for (guint i = 0; i < self->scenario->faults->len; i++)
    ((PalierFault *) self->scenario->faults->pdata[i])->fired
        = (guint) json_node_get_int (json_array_get_element (fired, i));
  return TRUE;
}

JsonObject *
palier_state_write (PalierModel *self)
{
  JsonObject *object = json_object_new ();
  g_autofree char *version = palier_version_to_string (&self->version);

  palier_fields_write (model_fields, object, self);
  json_object_set_string_member (object, "version", version);
  json_object_set_object_member (object, "settings", palier_settings_write (self));
  write_list (object, "disks", disk_fields, self->disks);
  write_list (object, "log", log_fields, self->log);
  write_spans (self, object);
  write_fired (self, object);
  return object;
}

gboolean
palier_state_read (PalierModel *self, JsonObject *object, GError **error)
{
  double present = self->now;
  const char *version;
  JsonNode *settings;

  if (!palier_fields_read (model_fields, object, "", self, error))
    return FALSE;
  version = json_object_get_string_member_with_default (object, "version", "");
  settings = json_object_get_member (object, "settings");
  if (!palier_version_parse (version, &self->version, NULL))
    return fail ("version", error);
  if (!JSON_NODE_HOLDS_OBJECT (settings))
    return fail ("settings", error);
  g_array_set_size (self->spans, 0);
  /* Its time goes on from where it was, or from now when more has passed since. */
  if (self->now > present)
    self->offset += self->now - present;
  return palier_settings_read (self, json_node_get_object (settings), error)
         && read_list (object, "disks", disk_fields, sizeof (PalierPracticeDisk), self->disks,
                       error)
         && read_list (object, "log", log_fields, sizeof (PalierPracticeLog), self->log, error)
         && palier_items_read (object, "spans", "", read_span_cb, self, error)
         && read_fired (self, object, error);
}
