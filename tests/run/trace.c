/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "trace.h"

#include "run/journal-file.h"

#define RESOURCES "/io/github/palier/Palier/practice/"

static JsonObject *
load_shipped (const char *name)
{
  g_autofree char *path = g_strdup_printf (RESOURCES "scenarios/%s.json", name);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();

  g_assert_nonnull (bytes);
  g_assert_true (json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                             (gssize) g_bytes_get_size (bytes), NULL));
  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

static void
add_faults (JsonObject *scenario, const char *faults)
{
  g_autoptr (JsonNode) node = json_from_string (faults, NULL);
  JsonArray *more = json_node_get_array (node);

  if (!json_object_has_member (scenario, "faults"))
    json_object_set_array_member (scenario, "faults", json_array_new ());
  for (guint i = 0; i < json_array_get_length (more); i++)
    json_array_add_object_element (json_object_get_array_member (scenario, "faults"),
                                   json_object_ref (json_array_get_object_element (more, i)));
}

char *
trace_write_scenario (const char *folder, const char *base, const char *faults)
{
  g_autoptr (JsonObject) scenario = load_shipped (base);
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;
  char *path = g_build_filename (folder, "scenario.json", NULL);

  add_faults (scenario, faults);
  json_node_set_object (root, scenario);
  text = json_to_string (root, TRUE);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

JsonObject *
trace_load (Bench *bench)
{
  const char *serial = palier_practice_get_serial (bench->practice);
  g_autofree char *path = palier_journal_file_dup_path (bench->folder, serial);
  g_autoptr (GError) error = NULL;
  JsonObject *root;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return NULL;
  root = palier_journal_file_load (path, NULL, &error);
  g_assert_no_error (error);
  return root;
}

static guint
count (JsonObject *journal, const char *array, const char *member, const char *value)
{
  JsonArray *entries = journal ? json_object_get_array_member (journal, array) : NULL;
  guint n = 0;

  for (guint i = 0; entries && i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = json_array_get_object_element (entries, i);

      n += g_strcmp0 (json_object_get_string_member_with_default (entry, member, NULL), value) == 0;
    }
  return n;
}

gboolean
trace_has_consent (JsonObject *journal, const char *id)
{
  return count (journal, "consents", "id", id) > 0;
}

guint
trace_count_seen (JsonObject *journal, const char *what)
{
  return count (journal, "observations", "what", what);
}

gboolean
trace_has_seen (JsonObject *journal, const char *what)
{
  return trace_count_seen (journal, what) > 0;
}

guint
trace_count_backups (JsonObject *journal)
{
  return journal ? json_array_get_length (json_object_get_array_member (journal, "backups")) : 0;
}

gsize
trace_get_copy_size (JsonObject *journal)
{
  JsonObject *copy = json_array_get_object_element (json_object_get_array_member (journal, "backups"), 0);
  g_autofree char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (json_object_get_string_member (copy, "path"), &content, &length, NULL));
  return length;
}

static char *
dup_hash (const char *path)
{
  g_autofree char *content = NULL;
  gsize length = 0;

  g_assert_true (g_file_get_contents (path, &content, &length, NULL));
  g_assert_cmpuint (length, >, 0);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
}

static void
assert_unchanged (GHashTable *known)
{
  GHashTableIter iter;
  gpointer path, hash;

  g_hash_table_iter_init (&iter, known);
  while (g_hash_table_iter_next (&iter, &path, &hash))
    {
      g_autofree char *now = dup_hash (path);

      g_assert_cmpstr (now, ==, hash);
    }
}

void
trace_follow_backups (Bench *bench, GHashTable *known)
{
  g_autoptr (JsonObject) journal = trace_load (bench);
  JsonArray *backups = journal ? json_object_get_array_member (journal, "backups") : NULL;

  for (guint i = 0; backups && i < json_array_get_length (backups); i++)
    {
      JsonObject *backup = json_array_get_object_element (backups, i);
      const char *path = json_object_get_string_member (backup, "path");

      if (!g_hash_table_contains (known, path))
        g_hash_table_insert (known, g_strdup (path),
                             g_strdup (json_object_get_string_member (backup, "sha256")));
    }
  assert_unchanged (known);
}
