/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stick/readback.h"

#include "base/error.h"
#include "stick/hash.h"
#include "stick/trouble.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#define CHUNK (1024 * 1024)

void
palier_write_span_tell (const PalierWriteSpan *span, guint64 done, guint64 total)
{
  double part = total ? (double) done / (double) total : 1.0;

  if (span->report)
    span->report (span->from + part * (span->to - span->from), span->data);
}

/* Only clean pages can be dropped, hence after fsync; it needs no privilege. */
static void
forget_pages (int fd)
{
  (void) posix_fadvise (fd, 0, 0, POSIX_FADV_DONTNEED);
  (void) posix_fadvise (fd, 0, 0, POSIX_FADV_SEQUENTIAL);
}

static gssize
read_chunk (int fd, guint8 *buffer, guint64 at)
{
  gssize n;

  do
    n = pread (fd, buffer, CHUNK, (off_t) at);
  while (n < 0 && errno == EINTR);
  return n;
}

char *
palier_read_back (
    int fd, gboolean begun, const PalierWriteSpan *span, GCancellable *cancellable, GError **error)
{
  g_autofree guint8 *buffer = g_malloc (CHUNK);
  PalierHash hash;
  struct stat st;
  guint64 done = 0;
  gssize n;

  if (fstat (fd, &st) != 0)
    st.st_size = 0;
  forget_pages (fd);
  palier_hash_init (&hash);
  while ((n = read_chunk (fd, buffer, done)) > 0)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      palier_hash_add (&hash, buffer, (gsize) n);
      done += (guint64) n;
      palier_write_span_tell (span, done, MAX (done, (guint64) st.st_size));
    }
  if (n < 0)
    {
      palier_trouble_set (error, errno, begun, "read");
      return NULL;
    }
  return palier_hash_end (&hash);
}

static gboolean
open_to_read (const char *path, int *fd, GError **error)
{
  *fd = open (path, O_RDONLY | O_CLOEXEC);
  if (*fd < 0)
    palier_error_set (error, PALIER_ERROR_FILE_UNREADABLE, "%s: %s", path, g_strerror (errno));
  return *fd >= 0;
}

gboolean
palier_verify_file (const char *path,
                    const char *sha256,
                    PalierWriteProgress progress,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  PalierWriteSpan span = { progress, data, 0.0, 1.0 };
  g_autofree char *found = NULL;
  int fd;

  if (!open_to_read (path, &fd, error))
    return FALSE;
  found = palier_read_back (fd, TRUE, &span, cancellable, error);
  close (fd);
  if (!found)
    return FALSE;
  if (g_ascii_strcasecmp (found, sha256) != 0)
    {
      palier_error_set (error, PALIER_ERROR_NOT_READ_BACK, "SHA-256 is %s, was %s", found, sha256);
      return FALSE;
    }
  return TRUE;
}
