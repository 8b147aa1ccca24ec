/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "firmware/package-private.h"

#include "base/error.h"
#include "firmware/nameless.h"
#include "stick/source.h"

#include <glib/gi18n-lib.h>
#include <unistd.h>

#define MAX_SIZE (G_GUINT64_CONSTANT (2) << 30)

void
palier_package_free (PalierPackage *self)
{
  g_free (self->path);
  g_free (self->archive_name);
  g_free (self->sha256);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_ptr_array_unref (self->files);
  g_ptr_array_unref (self->findings);
  g_free (self->only_for_serial);
  g_free (self->family);
  g_free (self);
}

static gboolean
refuse (const char *sentence, const char *remedy, GError **error)
{
  palier_error_set_words (error, PALIER_ERROR_NOT_A_PACKAGE, sentence, remedy, NULL);
  return FALSE;
}

static gboolean
check_size (guint64 size, GError **error)
{
  return size <= MAX_SIZE
         || refuse (N_ ("This file is far too large to be firmware for a recorder."),
                    N_ ("Choose the file named digicap.dav, or the archive that it came in, as downloaded."), error);
}

static gboolean
check_outside (GBytes *bytes, const char *name, GError **error)
{
  if (!check_size (g_bytes_get_size (bytes), error))
    return FALSE;
  if (palier_archive_name_is_partial (name))
    return refuse (
        N_ ("This download is not finished: the browser is still writing the file, or gave up."),
        N_ ("Wait for the download to end, or start it again, then choose the whole file."), error);
  return TRUE;
}

PalierPackage *
palier_package_parse_bytes (GBytes *bytes,
                            const char *name,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (PalierPackage) self = g_new0 (PalierPackage, 1);
  PalierSource source;

  self->path = g_strdup (name ? name : "");
  self->archive_name = palier_archive_name_new (name ? name : "digicap.dav");
  self->size = g_bytes_get_size (bytes);
  self->files = g_ptr_array_new_with_free_func (g_free);
  self->findings = g_ptr_array_new_with_free_func (g_free);
  if (!check_outside (bytes, self->path, error))
    return NULL;
  self->bytes = palier_archive_is_zip (bytes) ? palier_archive_unpack (bytes, cancellable, error)
                                              : g_bytes_ref (bytes);
  if (!self->bytes || !palier_package_refuse (self, error))
    return NULL;
  palier_source_from_bytes (&source, bytes);
  self->sha256 = palier_source_hash (&source, cancellable, error);
  if (!self->sha256)
    return NULL;
  palier_package_look (self);
  return g_steal_pointer (&self);
}

/* Mapped from a copy: minutes or hours lie between the check and the sending, and a file that is written over or cut
 * meanwhile must change nothing in what goes out. */
static GBytes *
take (PalierSource *source, GCancellable *cancellable, GError **error)
{
  int fd = palier_nameless_open (error);
  gboolean ok = fd >= 0;
  GBytes *taken = NULL;
  gsize length;

  for (guint64 at = 0; ok && at < source->size; at += length)
    {
      const guint8 *piece = palier_source_read (source, at, &length, error);

      ok = piece && palier_nameless_write (fd, piece, length, error)
           && !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  if (ok)
    taken = palier_nameless_map (fd, error);
  if (fd >= 0)
    close (fd);
  return taken;
}

PalierPackage *
palier_package_open (const char *path, GCancellable *cancellable, GError **error)
{
  g_auto (PalierSource) source = { .fd = -1 };
  g_autoptr (GBytes) bytes = NULL;

  if (palier_source_open (&source, path, error) && check_size (source.size, error))
    bytes = take (&source, cancellable, error);
  return bytes ? palier_package_parse_bytes (bytes, path, cancellable, error) : NULL;
}

gboolean
palier_package_verify (PalierPackage *self, GCancellable *cancellable, GError **error)
{
  g_auto (PalierSource) source = { .fd = -1 };
  g_autofree char *sha256 = NULL;

  if (palier_source_open (&source, self->path, error))
    sha256 = palier_source_hash (&source, cancellable, error);
  if (!sha256)
    return FALSE;
  if (g_str_equal (sha256, self->sha256))
    return TRUE;
  palier_error_set_words (
      error, PALIER_ERROR_PACKAGE_DAMAGED,
      N_ ("The firmware file is not the one that was checked: it has changed since."),
      N_ ("Choose the file again. Nothing was sent to the recorder."), self->path);
  return FALSE;
}
