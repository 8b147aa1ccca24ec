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

static gboolean
has_copy (const char *path)
{
  g_autoptr (JsonObject) root = palier_journal_file_load (path, NULL, NULL);
  JsonArray *copies = root ? json_object_get_array_member (root, "backups") : NULL;

  return copies && json_array_get_length (copies) > 0;
}

/* Their names sort by date. */
static char *
find_newest (PalierJournal *self)
{
  g_autofree char *folder = g_path_get_dirname (palier_journal_get_path (self));
  g_autofree char *name = g_path_get_basename (palier_journal_get_path (self));
  g_autofree char *stem = g_strndup (name, strlen (name) - strlen (".json"));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *newest = NULL;
  const char *entry;

  while (dir && (entry = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, entry, NULL);

      if (!is_kept_aside (entry, stem) || g_strcmp0 (path, newest) < 0 || !has_copy (path))
        continue;
      g_free (newest);
      newest = g_steal_pointer (&path);
    }
  return g_steal_pointer (&newest);
}

static const char *
get_text (JsonObject *object, const char *name)
{
  return json_object_get_string_member_with_default (object, name, "");
}

static gboolean
take_over (PalierJournal *self, JsonObject *root, GError **error)
{
  JsonArray *copies = json_object_get_array_member (root, "backups");
  JsonObject *fields = json_object_get_object_member (root, "fields");
  gboolean ok = palier_journal_set_field (self, "model", get_text (fields, "model"), error)
                && palier_journal_set_field (self, "from", get_text (fields, "from"), error);

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
  g_autofree char *path = palier_journal_was_continued (self) ? NULL : find_newest (self);
  g_autoptr (JsonObject) root = path ? palier_journal_file_load (path, NULL, NULL) : NULL;

  return !root || take_over (self, root, error);
}
