/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stick/source.h"

#include "base/error.h"
#include "stick/hash.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

void
palier_source_from_bytes (PalierSource *self, GBytes *content)
{
  gsize size = 0;
  static const guint8 nothing = 0;

  self->data = g_bytes_get_data (content, &size);
  if (!self->data)
    self->data = &nothing;
  self->fd = -1;
  self->size = size;
  self->buffer = NULL;
}

gboolean
palier_source_open (PalierSource *self, const char *path, GError **error)
{
  struct stat st;

  self->data = NULL;
  self->buffer = NULL;
  /* a pipe would be waited for without end */
  self->fd = open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (self->fd < 0 || fstat (self->fd, &st) != 0)
    {
      palier_error_set (error, PALIER_ERROR_FILE_UNREADABLE, "%s: %s", path, g_strerror (errno));
      return FALSE;
    }
  if (!S_ISREG (st.st_mode))
    {
      palier_error_set (error, PALIER_ERROR_FILE_UNREADABLE, "%s: not a file", path);
      return FALSE;
    }
  self->size = (guint64) st.st_size;
  self->buffer = g_malloc (PALIER_SOURCE_CHUNK);
  (void) posix_fadvise (self->fd, 0, 0, POSIX_FADV_SEQUENTIAL);
  return TRUE;
}

const guint8 *
palier_source_read (PalierSource *self, guint64 at, gsize *length, GError **error)
{
  gsize want = (gsize) MIN (self->size - at, PALIER_SOURCE_CHUNK);
  gssize n;

  *length = want;
  if (self->data)
    return self->data + at;
  do
    n = pread (self->fd, self->buffer, want, (off_t) at);
  while (n < 0 && errno == EINTR);
  if (n < 0 || (n == 0 && want > 0))
    {
      palier_error_set (error, PALIER_ERROR_FILE_UNREADABLE, "source: %s",
                        n < 0 ? g_strerror (errno) : "became shorter");
      return NULL;
    }
  *length = (gsize) n;
  return self->buffer;
}

char *
palier_source_hash (PalierSource *self, GCancellable *cancellable, GError **error)
{
  PalierHash hash;
  gsize length;

  palier_hash_init (&hash);
  for (guint64 at = 0; at < self->size; at += length)
    {
      const guint8 *piece;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      piece = palier_source_read (self, at, &length, error);
      if (!piece)
        return NULL;
      palier_hash_add (&hash, piece, length);
    }
  return palier_hash_end (&hash);
}

void
palier_source_close (PalierSource *self)
{
  if (self->fd >= 0)
    close (self->fd);
  self->fd = -1;
  g_clear_pointer (&self->buffer, g_free);
}
