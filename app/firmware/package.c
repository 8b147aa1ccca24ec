/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "firmware/package-private.h"

#include "base/error.h"
#include "stick/hash.h"

#include <glib/gi18n-lib.h>
#include <sys/stat.h>

#define MAX_SIZE (G_GUINT64_CONSTANT (2) << 30)
#define HASH_CHUNK (1 << 20)

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

char *
palier_package_hash (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  PalierHash hash;

  palier_hash_init (&hash);
  for (gsize done = 0; done < size; done += HASH_CHUNK)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      palier_hash_add (&hash, data + done, MIN (size - done, HASH_CHUNK));
    }
  return palier_hash_end (&hash);
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
  self->sha256 = palier_package_hash (bytes, cancellable, error);
  if (!self->sha256)
    return NULL;
  palier_package_look (self);
  return g_steal_pointer (&self);
}

/* Read and not mapped: minutes or hours lie between the check and the sending, and a file that is written over or cut
 * meanwhile must change nothing in what goes out. */
static GBytes *
read_file (const char *path, GError **error)
{
  g_autofree char *content = NULL;
  struct stat status;
  gsize length;

  /* A pipe or a device would be waited for without end. */
  if (stat (path, &status) == 0 && !S_ISREG (status.st_mode))
    {
      palier_error_set (error, PALIER_ERROR_FILE_UNREADABLE, "%s", path);
      return NULL;
    }
  if (stat (path, &status) == 0 && !check_size ((guint64) status.st_size, error))
    return NULL;
  if (g_file_get_contents (path, &content, &length, error))
    return g_bytes_new_take (g_steal_pointer (&content), length);
  palier_error_adopt (error, PALIER_ERROR_FILE_UNREADABLE);
  return NULL;
}

PalierPackage *
palier_package_open (const char *path, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = read_file (path, error);

  return bytes ? palier_package_parse_bytes (bytes, path, cancellable, error) : NULL;
}

gboolean
palier_package_verify (PalierPackage *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) bytes = read_file (self->path, error);
  g_autofree char *sha256 = bytes ? palier_package_hash (bytes, cancellable, error) : NULL;

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
