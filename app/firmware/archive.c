/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "firmware/package-private.h"

#include "base/error.h"
#include "firmware/nameless.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>
#include <unistd.h>

#define WANTED "digicap.dav"
#define MAX_ENTRIES 256
#define MAX_SIZE (G_GUINT64_CONSTANT (2) << 30)
#define MAX_RATIO 100 /* firmware is packed already: it hardly shrinks */
#define RATIO_FROM (16 << 20)

typedef struct archive Archive;

static void
archive_clear (Archive *archive)
{
  archive_read_free (archive);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Archive, archive_clear)

static gboolean
refuse (const char *sentence, const char *detail, GError **error)
{
  palier_error_set_words (
      error, PALIER_ERROR_NOT_A_PACKAGE, sentence,
      N_ ("Choose the archive as it was downloaded from the manufacturer, or the digicap.dav that "
          "was in it."),
      detail);
  return FALSE;
}

static gboolean
damaged (Archive *archive, GError **error)
{
  palier_error_set (error, PALIER_ERROR_PACKAGE_DAMAGED, "%s",
                    archive_error_string (archive) ? archive_error_string (archive) : "zip");
  return FALSE;
}

gboolean
palier_archive_is_zip (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  return size >= 4 && (memcmp (data, "PK\003\004", 4) == 0 || memcmp (data, "PK\005\006", 4) == 0);
}

/* Names are never used as paths; one that tries to be another place is no vendor's all the same. */
static gboolean
climbs_out (const char *name)
{
  g_auto (GStrv) parts = g_strsplit_set (name, "/\\", -1);

  return name[0] == '/' || name[0] == '\\' || g_strv_contains ((const char *const *) parts, "..");
}

static gboolean
is_wanted (const char *name)
{
  const char *slash = strrchr (name, '/');

  return g_ascii_strcasecmp (slash ? slash + 1 : name, WANTED) == 0;
}

static gboolean
copy_entry (Archive *archive, int fd, guint64 packed, GCancellable *cancellable, GError **error)
{
  const void *block;
  size_t size;
  la_int64_t offset;
  guint64 total = 0;
  int result;

  while ((result = archive_read_data_block (archive, &block, &size, &offset)) == ARCHIVE_OK)
    {
      total += size;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (total > MAX_SIZE || (total > RATIO_FROM && total / MAX_RATIO > packed))
        return refuse (N_ ("This archive unpacks to far more than a firmware file can be."), NULL,
                       error);
      if (!palier_nameless_write (fd, block, size, error))
        return FALSE;
    }
  return result == ARCHIVE_EOF || damaged (archive, error);
}

static gboolean
check_entry (struct archive_entry *entry, guint n_entries, const char *name, GError **error)
{
  if (n_entries > MAX_ENTRIES)
    return refuse (N_ ("This archive holds far more files than a firmware archive does."), NULL,
                   error);
  if (!name || climbs_out (name))
    return refuse (N_ ("This archive names files outside of itself: it is not the manufacturer’s."),
                   name, error);
  if (archive_entry_is_encrypted (entry))
    return refuse (N_ ("This archive is locked with a password."), NULL, error);
  if (is_wanted (name) && archive_entry_filetype (entry) != AE_IFREG)
    return refuse (N_ ("The digicap.dav in this archive is not a file."), NULL, error);
  return TRUE;
}

/* Walks the whole archive: a second digicap.dav is as wrong as none. */
static gboolean
unpack (Archive *archive, int fd, guint64 packed, GCancellable *cancellable, GError **error)
{
  struct archive_entry *entry;
  guint n_entries = 0, n_found = 0;
  int result;

  while ((result = archive_read_next_header (archive, &entry)) == ARCHIVE_OK
         || result == ARCHIVE_WARN)
    {
      const char *name = archive_entry_pathname (entry);

      if (!check_entry (entry, ++n_entries, name, error))
        return FALSE;
      if (!is_wanted (name))
        continue;
      if (++n_found > 1)
        return refuse (N_ ("This archive holds more than one digicap.dav."), NULL, error);
      if (!copy_entry (archive, fd, packed, cancellable, error))
        return FALSE;
    }
  if (result != ARCHIVE_EOF)
    return damaged (archive, error);
  return n_found == 1 || refuse (N_ ("This archive holds no digicap.dav."), NULL, error);
}

GBytes *
palier_archive_unpack (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (Archive) archive = archive_read_new ();
  GBytes *unpacked = NULL;
  int fd;

  archive_read_support_format_zip (archive);
  if (archive_read_open_memory (archive, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes))
      != ARCHIVE_OK)
    {
      damaged (archive, error);
      return NULL;
    }
  fd = palier_nameless_open (error);
  if (fd < 0)
    return NULL;
  if (unpack (archive, fd, g_bytes_get_size (bytes), cancellable, error))
    unpacked = palier_nameless_map (fd, error);
  close (fd);
  return unpacked;
}
