/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <errno.h>
#include <glib/gstdio.h>

/* A folder that a test made, with all that is in it, whatever may be read there; links are not followed. */
static inline void
remove_tree (const char *path)
{
  gboolean is_folder = g_file_test (path, G_FILE_TEST_IS_DIR) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK);
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (is_folder && g_chmod (path, 0700) == 0)
    dir = g_dir_open (path, 0, NULL);
  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      remove_tree (inner);
    }
  g_assert_true (g_remove (path) == 0 || errno == ENOENT);
}
