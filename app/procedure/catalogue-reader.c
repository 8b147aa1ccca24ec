/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "procedure/catalogue-reader.h"

#include "base/error.h"

#include <string.h>

struct _PalierReader
{
  JsonParser *parser;
  GHashTable *counts;   /* object -> members seen while parsing */
  GHashTable *repeated; /* object -> the member that it holds twice */
  GError *error;
};

/* The parser keeps the last of two members silently: an object then holds fewer than were read. */
static void
object_member_cb (JsonParser *parser, JsonObject *object, const char *member, PalierReader *self)
{
  guint seen = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, object)) + 1;

  g_hash_table_insert (self->counts, object, GUINT_TO_POINTER (seen));
  if (seen > json_object_get_size (object) && !g_hash_table_contains (self->repeated, object))
    g_hash_table_insert (self->repeated, object, g_strdup (member));
}

PalierReader *
palier_reader_new (const char *json, gssize length)
{
  PalierReader *self = g_new0 (PalierReader, 1);
  g_autoptr (GError) error = NULL;

  self->parser = json_parser_new ();
  self->counts = g_hash_table_new (NULL, NULL);
  self->repeated = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_signal_connect (self->parser, "object-member", G_CALLBACK (object_member_cb), self);
  if (!json_parser_load_from_data (self->parser, json, length, &error))
    palier_reader_fail (self, "", "%s", error->message);
  else if (!json_parser_get_root (self->parser))
    palier_reader_fail (self, "", "empty");
  return self;
}

void
palier_reader_free (PalierReader *self)
{
  g_object_unref (self->parser);
  g_hash_table_unref (self->counts);
  g_hash_table_unref (self->repeated);
  g_clear_error (&self->error);
  g_free (self);
}

JsonNode *
palier_reader_get_root (PalierReader *self)
{
  return self->error ? NULL : json_parser_get_root (self->parser);
}

gboolean
palier_reader_has_failed (PalierReader *self)
{
  return self->error != NULL;
}

gboolean
palier_reader_finish (PalierReader *self, GError **error)
{
  if (!self->error)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

void
palier_reader_fail (PalierReader *self, const char *place, const char *format, ...)
{
  g_autofree char *what = NULL;
  va_list args;

  if (self->error)
    return;
  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);
  palier_error_set (&self->error, PALIER_ERROR_DATA_FILE, "%s: %s", place[0] ? place : "catalogue",
                    what);
}

/* "page" and "date" make "page.date"; at the top there is no dot. */
static char *
join (const char *place, const char *member)
{
  return g_strconcat (place, place[0] ? "." : "", member, NULL);
}

static void
check_members (PalierReader *self,
               JsonObject *object,
               const char *place,
               const char *const *members)
{
  g_autoptr (GList) present = json_object_get_members (object);
  const char *twice = g_hash_table_lookup (self->repeated, object);
  g_autofree char *at = NULL;

  if (twice)
    {
      at = join (place, twice);
      palier_reader_fail (self, at, "is there twice");
    }
  for (GList *l = present; l && !self->error; l = l->next)
    if (!g_strv_contains (members, l->data))
      {
        at = join (place, l->data);
        palier_reader_fail (self, at, "unknown member");
      }
  for (guint i = 0; members[i] && !self->error; i++)
    if (!json_object_has_member (object, members[i]))
      {
        at = join (place, members[i]);
        palier_reader_fail (self, at, "missing");
      }
}

JsonObject *
palier_reader_object (PalierReader *self,
                      JsonNode *node,
                      const char *place,
                      const char *const *members)
{
  if (self->error || !node)
    return NULL;
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      palier_reader_fail (self, place, "must be an object");
      return NULL;
    }
  check_members (self, json_node_get_object (node), place, members);
  return self->error ? NULL : json_node_get_object (node);
}

JsonNode *
palier_reader_node (PalierReader *self, JsonObject *object, const char *member)
{
  return self->error || !object ? NULL : json_object_get_member (object, member);
}

/* The member's node when it is a value of that type, NULL after an error. */
static JsonNode *
get_value (PalierReader *self,
           JsonObject *object,
           const char *place,
           const char *member,
           GType type,
           const char *kind)
{
  JsonNode *node = palier_reader_node (self, object, member);
  g_autofree char *at = NULL;

  if (!node || (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type))
    return node;
  at = join (place, member);
  palier_reader_fail (self, at, "must be %s", kind);
  return NULL;
}

JsonArray *
palier_reader_array (PalierReader *self, JsonObject *object, const char *place, const char *member)
{
  JsonNode *node = palier_reader_node (self, object, member);
  g_autofree char *at = NULL;

  if (node && JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);
  at = join (place, member);
  if (node)
    palier_reader_fail (self, at, "must be a list");
  return NULL;
}

gboolean
palier_reader_boolean (PalierReader *self,
                       JsonObject *object,
                       const char *place,
                       const char *member)
{
  JsonNode *node = get_value (self, object, place, member, G_TYPE_BOOLEAN, "true or false");

  return node && json_node_get_boolean (node);
}

const char *
palier_reader_string (PalierReader *self,
                      JsonObject *object,
                      const char *place,
                      const char *member,
                      gboolean nullable)
{
  JsonNode *node = palier_reader_node (self, object, member);
  const char *text;
  g_autofree char *at = NULL;

  if (nullable && node && JSON_NODE_HOLDS_NULL (node))
    return NULL;
  node = get_value (self, object, place, member, G_TYPE_STRING,
                    nullable ? "a text or null" : "a text");
  text = node ? json_node_get_string (node) : NULL;
  if (!text || text[0] != '\0')
    return text;
  at = join (place, member);
  palier_reader_fail (self, at, "must not be empty");
  return NULL;
}

const char *
palier_reader_date (PalierReader *self, JsonObject *object, const char *place, const char *member)
{
  const char *text = palier_reader_string (self, object, place, member, FALSE);
  g_autofree char *moment = text ? g_strconcat (text, "T00:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) date
      = moment && strlen (text) == 10 ? g_date_time_new_from_iso8601 (moment, NULL) : NULL;
  g_autofree char *at = NULL;

  if (!text || date)
    return text;
  at = join (place, member);
  palier_reader_fail (self, at, "must be a date as in 2021-02-02");
  return NULL;
}

PalierVersion
palier_reader_version (PalierReader *self,
                       JsonObject *object,
                       const char *place,
                       const char *member,
                       gboolean nullable)
{
  const char *text = palier_reader_string (self, object, place, member, nullable);
  PalierVersion version = { 0 };
  g_autofree char *at = NULL;

  if (!text || palier_version_parse (text, &version, NULL))
    return version;
  at = join (place, member);
  palier_reader_fail (self, at, "“%s” is not a version", text);
  return version;
}
