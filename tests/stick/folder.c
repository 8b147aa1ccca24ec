/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "folder.h"

#include "../remove-tree.h"

char *
folder_new (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("palier-stick-XXXXXX", &error);

  g_assert_no_error (error);
  folder_put (folder, "kept.txt", "was here before");
  return folder;
}

void
folder_remove (char *folder)
{
  remove_tree (folder);
  g_free (folder);
}

void
folder_put (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

gboolean
folder_holds (const char *folder, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return folder_holds_bytes (folder, name, bytes);
}

gboolean
folder_holds_bytes (const char *folder, const char *name, GBytes *content)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *data = NULL;
  g_autoptr (GBytes) there = NULL;
  gsize size;

  if (!g_file_get_contents (path, &data, &size, NULL))
    return FALSE;
  there = g_bytes_new_take (g_steal_pointer (&data), size);
  return g_bytes_equal (there, content);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
folder_list (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (",", (char **) names->pdata);
}

GBytes *
folder_bytes (gsize size)
{
  guint32 *words = g_malloc (size + sizeof (guint32));
  guint32 state = 2463534242;

  for (gsize i = 0; i < size / sizeof (guint32) + 1; i++)
    {
      state ^= state << 13;
      state ^= state >> 17;
      state ^= state << 5;
      words[i] = state;
    }
  return g_bytes_new_take (words, size);
}
