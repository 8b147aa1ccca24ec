/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/journal-file.h"
#include "run/journal.h"

#include <glib/gstdio.h>
#include <unistd.h>

static int
compare_newest (gconstpointer a, gconstpointer b)
{
  GStatBuf first, second;

  if (g_stat (*(const char *const *) a, &first) != 0 || g_stat (*(const char *const *) b, &second) != 0)
    return 0;
  return first.st_mtime < second.st_mtime ? 1 : first.st_mtime > second.st_mtime ? -1 : 0;
}

GPtrArray *
palier_journal_list_unfinished (const char *folder)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *where = folder ? g_strdup (folder)
                                   : g_build_filename (g_get_user_data_dir (), "palier", "journal", NULL);
  g_autoptr (GDir) dir = g_dir_open (where, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (where, name, NULL);
      JsonObject *root;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      root = palier_journal_file_load (path, NULL, NULL);
      if (!root || palier_journal_file_is_begun (root))
        g_ptr_array_add (paths, g_steal_pointer (&path));
      g_clear_pointer (&root, json_object_unref);
    }
  g_ptr_array_sort (paths, compare_newest);
  return paths;
}

gboolean
palier_journal_set_aside (const char *path, GError **error)
{
  gboolean done;
  int lock;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  lock = palier_journal_file_lock (path, error);
  if (lock < 0)
    return FALSE;
  done = palier_journal_file_keep_aside (path, error);
  close (lock);
  return done;
}
