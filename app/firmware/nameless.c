/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "firmware/nameless.h"

#include "base/error.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

int
palier_nameless_open (GError **error)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "palier", NULL);
  g_autofree char *path = g_build_filename (folder, "package-XXXXXX", NULL);
  int fd;

  g_mkdir_with_parents (folder, 0700);
  fd = g_mkstemp_full (path, O_RDWR | O_CLOEXEC, 0600);
  if (fd < 0)
    palier_error_set (error, PALIER_ERROR_CANNOT_WRITE, "%s", folder);
  else
    g_unlink (path);
  return fd;
}

gboolean
palier_nameless_write (int fd, const void *data, gsize size, GError **error)
{
  const guint8 *at = data;

  while (size > 0)
    {
      gssize n = write (fd, at, size);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          palier_error_set (error,
                            errno == ENOSPC ? PALIER_ERROR_DISK_FULL : PALIER_ERROR_CANNOT_WRITE,
                            "%s", g_strerror (errno));
          return FALSE;
        }
      at += n;
      size -= (gsize) n;
    }
  return TRUE;
}

GBytes *
palier_nameless_map (int fd, GError **error)
{
  g_autoptr (GMappedFile) file = g_mapped_file_new_from_fd (fd, FALSE, error);

  if (file)
    return g_mapped_file_get_bytes (file);
  palier_error_adopt (error, PALIER_ERROR_FILE_UNREADABLE);
  return NULL;
}
