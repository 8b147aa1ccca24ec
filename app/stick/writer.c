/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stick/writer.h"

#include "base/error.h"
#include "stick/hash.h"
#include "stick/place.h"
#include "stick/readback.h"
#include "stick/source.h"
#include "stick/space.h"
#include "stick/trouble.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Never more than two windows wait in the cache, so that progress is the medium's and not the
 * memory's, and a cancelled write to a slow stick ends within seconds. */
#define WINDOW (4 * 1024 * 1024)

typedef struct
{
  PalierSource source;
  PalierPlace place;
  const char *name;
  PalierWriteFlags flags;
  PalierWriteProgress progress;
  gpointer data;
  char *sha256;
} Writing;

static void
writing_clear (Writing *self)
{
  palier_source_close (&self->source);
  palier_place_close (&self->place);
  g_clear_pointer (&self->sha256, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

static gboolean
write_piece (int fd, const guint8 *piece, gsize length, GError **error)
{
  while (length > 0)
    {
      gssize n = write (fd, piece, length);

      if (n < 0 && errno == EINTR)
        continue;
      if (n <= 0)
        {
          palier_trouble_set (error, n < 0 ? errno : EIO, TRUE, "write");
          return FALSE;
        }
      piece += n;
      length -= (gsize) n;
    }
  return TRUE;
}

/* Starts the newest window on its way and waits for the one before it. An error seen here would not
 * be told again by fsync; a file system without this call says so and is left to fsync. */
static gboolean
push_window (int fd, guint64 end, GError **error)
{
  guint64 newest = end - WINDOW;
  const guint wait =
      SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;

  if (sync_file_range (fd, (off_t) newest, WINDOW, SYNC_FILE_RANGE_WRITE) == 0
      && (newest < WINDOW || sync_file_range (fd, (off_t) (newest - WINDOW), WINDOW, wait) == 0))
    return TRUE;
  if (errno == EINVAL || errno == ENOSYS || errno == ESPIPE || errno == EPERM)
    return TRUE;
  palier_trouble_set (error, errno, TRUE, "write");
  return FALSE;
}

static gboolean
write_content (Writing *self, GCancellable *cancellable, GError **error)
{
  PalierWriteSpan span = { self->progress, self->data, 0.0, 0.5 };
  guint64 size = self->source.size;
  guint64 pushed = 0;
  PalierHash hash;
  gsize length;

  palier_hash_init (&hash);
  for (guint64 at = 0; at < size; at += length)
    {
      const guint8 *piece;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      piece = palier_source_read (&self->source, at, &length, error);
      if (!piece || !write_piece (self->place.file, piece, length, error))
        return FALSE;
      palier_hash_add (&hash, piece, length);
      for (; at + length - pushed >= WINDOW; pushed += WINDOW)
        if (!push_window (self->place.file, pushed + WINDOW, error))
          return FALSE;
      palier_write_span_tell (&span, at + length, size);
    }
  self->sha256 = palier_hash_end (&hash);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* Is the file that has the name already this very content? FALSE with error set: could not look. */
static gboolean
is_the_same (Writing *self, int existing, GCancellable *cancellable, GError **error)
{
  PalierWriteSpan span = { self->progress, self->data, 0.0, 1.0 };
  g_autofree char *there = NULL;
  struct stat st;

  if (fstat (existing, &st) != 0 || !S_ISREG (st.st_mode)
      || (guint64) st.st_size != self->source.size)
    return FALSE;
  self->sha256 = palier_source_hash (&self->source, cancellable, error);
  if (!self->sha256)
    return FALSE;
  there = palier_read_back (existing, TRUE, &span, cancellable, error);
  return there && g_str_equal (there, self->sha256);
}

typedef enum
{
  NAME_FREE,
  NAME_TAKEN, /* with consent to move it aside */
  NAME_WRITTEN,
  NAME_FAILED,
} NameState;

static NameState
look_at_name (Writing *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) looked = NULL;
  int existing = palier_place_look (&self->place, self->name);
  gboolean same;

  if (existing < 0 && errno == ENOENT)
    return NAME_FREE;
  if (existing < 0 && (errno == EIO || errno == ENODEV))
    {
      palier_trouble_set (error, errno, TRUE, self->name);
      return NAME_FAILED;
    }
  same = existing >= 0 && is_the_same (self, existing, cancellable, &looked);
  if (existing >= 0)
    close (existing);
  if (same)
    return NAME_WRITTEN;
  g_clear_pointer (&self->sha256, g_free);
  if (looked)
    {
      g_propagate_error (error, g_steal_pointer (&looked));
      return NAME_FAILED;
    }
  if (self->flags & PALIER_WRITE_MOVE_ASIDE)
    return NAME_TAKEN;
  palier_error_set (error, PALIER_ERROR_FILE_IN_THE_WAY, "%s", self->name);
  return NAME_FAILED;
}

static gboolean
check_space (Writing *self, GError **error)
{
  PalierSpace space;

  if (!palier_space_read (self->place.folder, &space))
    {
      palier_trouble_set (error, errno, TRUE, "statfs");
      return FALSE;
    }
  return palier_space_check (&space, self->source.size, error);
}

static gboolean
check_written (Writing *self, GCancellable *cancellable, GError **error)
{
  PalierWriteSpan span = { self->progress, self->data, 0.5, 1.0 };
  int fd = palier_place_look (&self->place, self->name);
  g_autofree char *found = NULL;

  if (fd < 0)
    {
      palier_trouble_set (error, errno, TRUE, "open");
      return FALSE;
    }
  found = palier_read_back (fd, TRUE, &span, cancellable, error);
  close (fd);
  if (found && !g_str_equal (found, self->sha256))
    palier_error_set (error, PALIER_ERROR_NOT_READ_BACK, "SHA-256 is %s, was %s", found,
                      self->sha256);
  return found && g_str_equal (found, self->sha256);
}

static gboolean
write_and_check (Writing *self, gboolean taken, GCancellable *cancellable, GError **error)
{
  if (!check_space (self, error) || !palier_place_begin (&self->place, error)
      || !write_content (self, cancellable, error))
    return FALSE;
  if (taken && !palier_place_move_aside (&self->place, self->name, error))
    return FALSE;
  return palier_place_settle (&self->place, self->name, error)
         && check_written (self, cancellable, error);
}

static gboolean
writing_run (Writing *self, const char *folder, GCancellable *cancellable, GError **error)
{
  NameState state;

  g_return_val_if_fail (self->name && *self->name && !strchr (self->name, '/'), FALSE);

  if (!palier_place_open (&self->place, folder, error))
    return FALSE;
  state = look_at_name (self, cancellable, error);
  if (state == NAME_FAILED || state == NAME_WRITTEN)
    return state == NAME_WRITTEN;
  if (write_and_check (self, state == NAME_TAKEN, cancellable, error))
    return TRUE;
  palier_place_take_back (&self->place, self->name);
  return FALSE;
}

static void
give (char **to, const char *value)
{
  if (to)
    *to = g_strdup (value);
}

gboolean
palier_write_verified (const char *folder,
                       const char *name,
                       GBytes *content,
                       char **path,
                       char **sha256,
                       PalierWriteProgress progress,
                       gpointer data,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (Writing) self = {
    .place = { .folder = -1, .file = -1 }, .name = name, .progress = progress, .data = data
  };
  g_autofree char *where = g_build_filename (folder, name, NULL);

  palier_source_from_bytes (&self.source, content);
  if (!writing_run (&self, folder, cancellable, error))
    return FALSE;
  give (path, where);
  give (sha256, self.sha256);
  return TRUE;
}

gboolean
palier_copy_verified (const char *source,
                      const char *folder,
                      const char *name,
                      PalierWriteFlags flags,
                      char **path,
                      char **sha256,
                      char **moved_to,
                      PalierWriteProgress progress,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (Writing) self = { .place = { .folder = -1, .file = -1 },
                            .name = name,
                            .flags = flags,
                            .progress = progress,
                            .data = data };
  g_autofree char *where = g_build_filename (folder, name, NULL);

  if (!palier_source_open (&self.source, source, error)
      || !writing_run (&self, folder, cancellable, error))
    return FALSE;
  give (path, where);
  give (sha256, self.sha256);
  give (moved_to, self.place.moved_to);
  return TRUE;
}
