/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/journal-adopt.h"

#include "run/journal-file.h"

#include <string.h>

/* "SERIAL.20260821T140500.done", of this journal's own serial number. */
static gboolean
is_kept_aside (const char *name, const char *stem)
{
  gsize n = strlen (stem);

  return strncmp (name, stem, n) == 0 && name[n] == '.' && g_str_has_suffix (name, ".done");
}

/* field NULL: one that has a copy. */
static gboolean
holds (JsonObject *root, const char *field)
{
  if (field)
    return json_object_has_member (json_object_get_object_member (root, "fields"), field);
  return json_array_get_length (json_object_get_array_member (root, "backups")) > 0;
}

/* The newest finished one that holds it: their names sort by date. */
static JsonObject *
load_newest (PalierJournal *self, const char *field)
{
  g_autofree char *folder = g_path_get_dirname (palier_journal_get_path (self));
  g_autofree char *name = g_path_get_basename (palier_journal_get_path (self));
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".json"));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *newest = NULL;
  g_autoptr (JsonObject) found = NULL;
  const char *entry;

  while (dir && (entry = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, entry, NULL);
      g_autoptr (JsonObject) root = NULL;

      if (!is_kept_aside (entry, stem) || g_strcmp0 (path, newest) < 0)
        continue;
      root = palier_journal_file_load (path, NULL, NULL);
      if (!root || !holds (root, field))
        continue;
      g_free (newest);
      newest = g_steal_pointer (&path);
      g_clear_pointer (&found, json_object_unref);
      found = g_steal_pointer (&root);
    }
  return g_steal_pointer (&found);
}

static const char *
get_text (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, "");
}

static gboolean
take_fields (PalierJournal *self, JsonObject *root, GError **error)
{
  JsonObject *fields = json_object_get_object_member (root, "fields");

  return palier_journal_set_field (self, "model", get_text (fields, "model"), error)
         && palier_journal_set_field (self, "from", get_text (fields, "from"), error);
}

static gboolean
take_copies (PalierJournal *self, JsonObject *root, GError **error)
{
  JsonArray *copies = json_object_get_array_member (root, "backups");
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < json_array_get_length (copies); i++)
    {
      JsonObject *copy = json_array_get_object_element (copies, i);
      const PalierBackup backup = { .path = (char *) get_text (copy, "path"),
                                    .sha256 = (char *) get_text (copy, "sha256"),
                                    .size = g_ascii_strtoull (get_text (copy, "size"), NULL, 10) };

      ok = palier_journal_add_backup (self, &backup, error);
    }
  return ok;
}

gboolean
palier_journal_adopt_copies (PalierJournal *self, GError **error)
{
  g_autoptr (JsonObject) root = palier_journal_was_continued (self) ? NULL : load_newest (self, NULL);

  return !root || (take_fields (self, root, error) && take_copies (self, root, error));
}

char *
palier_journal_dup_past_field (PalierJournal *self, const char *name)
{
  char *own = palier_journal_dup_field (self, name);
  g_autoptr (JsonObject) root = own || palier_journal_was_continued (self) ? NULL : load_newest (self, name);

  return root ? g_strdup (get_text (json_object_get_object_member (root, "fields"), name)) : own;
}

gboolean
palier_journal_adopt_field (PalierJournal *self, const char *name, GError **error)
{
  g_autoptr (JsonObject) root = palier_journal_was_continued (self) ? NULL : load_newest (self, name);

  return !root
         || (take_fields (self, root, error)
             && palier_journal_set_field (self, name, get_text (json_object_get_object_member (root, "fields"), name),
                                          error));
}
