/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "firmware/shelf.h"

#include "base/error.h"
#include "base/json-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define FORMAT 1
#define MAX_SIZE (1 << 20)

struct _PalierShelf
{
  char *path;
  GPtrArray *entries;
};

static const char *const members[] = { "sha256", "name", "family", "version", "declared" };

static void
entry_free_cb (gpointer data)
{
  PalierShelfEntry *entry = data;

  g_free (entry->sha256);
  g_free (entry->name);
  g_free (entry->family);
  g_free (entry->declared);
  g_free (entry);
}

void
palier_shelf_free (PalierShelf *self)
{
  g_free (self->path);
  g_ptr_array_unref (self->entries);
  g_free (self);
}

static const char *
get_text (JsonNode *node, const char *member)
{
  JsonNode *value = JSON_NODE_HOLDS_OBJECT (node)
                        ? json_object_get_member (json_node_get_object (node), member)
                        : NULL;

  return value && JSON_NODE_HOLDS_VALUE (value) && json_node_get_value_type (value) == G_TYPE_STRING
           ? json_node_get_string (value)
           : NULL;
}

static gboolean
read_entry (PalierShelf *self, JsonNode *node)
{
  const char *texts[G_N_ELEMENTS (members)];
  PalierVersion version;
  PalierShelfEntry *entry;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    {
      texts[i] = get_text (node, members[i]);
      if (!texts[i])
        return FALSE;
    }
  if (strlen (texts[0]) != 64 || !palier_version_parse (texts[3], &version, NULL))
    return FALSE;
  entry = g_new0 (PalierShelfEntry, 1);
  entry->sha256 = g_strdup (texts[0]);
  entry->name = g_strdup (texts[1]);
  entry->family = g_strdup (texts[2]);
  entry->version = version;
  entry->declared = g_strdup (texts[4]);
  g_ptr_array_add (self->entries, entry);
  return TRUE;
}

static gboolean
read_all (PalierShelf *self, JsonNode *root, GError **error)
{
  JsonNode *format = root && JSON_NODE_HOLDS_OBJECT (root)
                       ? json_object_get_member (json_node_get_object (root), "format") : NULL;
  JsonNode *list = format ? json_object_get_member (json_node_get_object (root), "packages") : NULL;
  JsonArray *array = list && JSON_NODE_HOLDS_ARRAY (list) ? json_node_get_array (list) : NULL;
  gboolean right = array && JSON_NODE_HOLDS_VALUE (format)
                   && json_node_get_value_type (format) == G_TYPE_INT64
                   && json_node_get_int (format) == FORMAT;

  for (guint i = 0; right && i < json_array_get_length (array); i++)
    if (!read_entry (self, json_array_get_element (array, i)))
      {
        palier_error_set (error, PALIER_ERROR_DATA_FILE, "%s: packages[%u]", self->path, i);
        return FALSE;
      }
  if (!right)
    palier_error_set (error, PALIER_ERROR_DATA_FILE, "%s", self->path);
  return right;
}

static gboolean
load (PalierShelf *self, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) failure = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_get_contents (self->path, &text, &length, &failure))
    {
      if (g_error_matches (failure, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return TRUE;
      palier_error_set (error, PALIER_ERROR_FILE_UNREADABLE, "%s", failure->message);
      return FALSE;
    }
  if (length > MAX_SIZE || !palier_json_load (parser, text, length, &failure))
    {
      palier_error_set (error, PALIER_ERROR_DATA_FILE, "%s: %s", self->path,
                        failure ? failure->message : "too large");
      return FALSE;
    }
  return read_all (self, json_parser_get_root (parser), error);
}

PalierShelf *
palier_shelf_open (const char *path, GError **error)
{
  g_autoptr (PalierShelf) self = g_new0 (PalierShelf, 1);

  self->path = path ? g_strdup (path)
                    : g_build_filename (g_get_user_data_dir (), "palier", "shelf.json", NULL);
  self->entries = g_ptr_array_new_with_free_func (entry_free_cb);
  return load (self, error) ? g_steal_pointer (&self) : NULL;
}

const PalierShelfEntry *
palier_shelf_find (PalierShelf *self, const char *sha256)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      const PalierShelfEntry *entry = self->entries->pdata[i];

      if (g_strcmp0 (entry->sha256, sha256) == 0)
        return entry;
    }
  return NULL;
}

static char *
to_json (PalierShelf *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "format");
  json_builder_add_int_value (builder, FORMAT);
  json_builder_set_member_name (builder, "packages");
  json_builder_begin_array (builder);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const PalierShelfEntry *entry = self->entries->pdata[i];
      g_autofree char *version = palier_version_to_string (&entry->version);
      const char *texts[] = { entry->sha256, entry->name, entry->family, version, entry->declared };

      json_builder_begin_object (builder);
      for (guint j = 0; j < G_N_ELEMENTS (members); j++)
        {
          json_builder_set_member_name (builder, members[j]);
          json_builder_add_string_value (builder, texts[j]);
        }
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  return json_to_string (root, TRUE);
}

static gboolean
save (PalierShelf *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *text = to_json (self);

  g_mkdir_with_parents (folder, 0700);
  if (g_file_set_contents_full (self->path, text, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                error))
    return TRUE;
  palier_error_adopt (error, PALIER_ERROR_CANNOT_WRITE);
  return FALSE;
}

/* A declaration never stands against what the file itself shows. */
static gboolean
check_declaration (PalierPackage *package, const PalierVersion *version, GError **error)
{
  PalierVersion shown;
  gboolean contradicts = palier_package_get_version (package, &shown)
                         && (palier_version_compare_numbers (&shown, version) != 0
                             || (shown.build && version->build && shown.build != version->build));

  if (!contradicts && !palier_package_is_broken (package)
      && !palier_package_get_only_for_serial (package))
    return TRUE;
  palier_error_set_words (
      error, PALIER_ERROR_RULE,
      N_ ("This file cannot be put on the shelf as that version: it shows something else itself."),
      N_ ("Choose the firmware of the version that the plan names. Nothing was sent to the "
          "recorder."),
      palier_package_get_path (package));
  return FALSE;
}

gboolean
palier_shelf_add (PalierShelf *self,
                  PalierPackage *package,
                  const char *family,
                  const PalierVersion *version,
                  GError **error)
{
  PalierShelfEntry *entry;
  g_autoptr (GDateTime) now = NULL;

  if (!check_declaration (package, version, error))
    return FALSE;
  if (palier_shelf_find (self, palier_package_get_sha256 (package)))
    return TRUE;
  now = g_date_time_new_now_local ();
  entry = g_new0 (PalierShelfEntry, 1);
  entry->sha256 = g_strdup (palier_package_get_sha256 (package));
  entry->name = g_path_get_basename (palier_package_get_path (package));
  entry->family = g_strdup (family);
  entry->version = *version;
  entry->declared = g_date_time_format_iso8601 (now);
  g_ptr_array_add (self->entries, entry);
  if (save (self, error))
    return TRUE;
  g_ptr_array_remove_index (self->entries, self->entries->len - 1);
  return FALSE;
}
