/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/screen-export.h"

#include "base/error.h"
#include "recorder/configuration.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#define PREFIX "devCfg"
#define ENDING ".bin"
#define LARGEST (256 * 1024 * 1024)
/* On another stick than the one that was looked at nothing tells old from new but its date, and a recorder's clock may
 * be some hours away from this computer's. */
#define CLOCKS_APART_S (24 * 60 * 60)

static gboolean
is_export (const char *name)
{
  gsize n = strlen (name);

  return n > strlen (PREFIX) + strlen (ENDING) && g_ascii_strncasecmp (name, PREFIX, strlen (PREFIX)) == 0
         && g_ascii_strcasecmp (name + n - strlen (ENDING), ENDING) == 0;
}

static gboolean
look_at (const char *folder, const char *name, GStatBuf *status)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_lstat (path, status) == 0 && S_ISREG (status->st_mode);
}

static char *
describe (const GStatBuf *status)
{
  return g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT ".%09ld", (gint64) status->st_size,
                          (gint64) status->st_mtim.tv_sec, status->st_mtim.tv_nsec);
}

PalierExports *
palier_exports_look (const char *folder)
{
  PalierExports *self = g_new0 (PalierExports, 1);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  self->folder = g_strdup (folder);
  self->files = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  while (dir && (name = g_dir_read_name (dir)))
    {
      GStatBuf status;

      if (is_export (name) && look_at (folder, name, &status))
        g_hash_table_insert (self->files, g_strdup (name), describe (&status));
    }
  return self;
}

void
palier_exports_free (PalierExports *self)
{
  g_free (self->folder);
  g_hash_table_unref (self->files);
  g_free (self);
}

static gboolean
is_new (const PalierExports *before, const char *folder, const char *name, const GStatBuf *status)
{
  g_autofree char *now = describe (status);

  if (g_str_equal (before->folder, folder))
    return g_strcmp0 (g_hash_table_lookup (before->files, name), now) != 0;
  return status->st_mtim.tv_sec >= g_get_real_time () / G_USEC_PER_SEC - CLOCKS_APART_S;
}

static char *
find_newest (const PalierExports *before, const char *folder, GDir *dir)
{
  g_autofree char *newest = NULL;
  gint64 date = G_MININT64;
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      GStatBuf status;

      if (!is_export (name) || !look_at (folder, name, &status) || !is_new (before, folder, name, &status)
          || status.st_mtim.tv_sec < date)
        continue;
      /* Two of one second: their names carry the recorder's own date. */
      if (newest && status.st_mtim.tv_sec == date && strcmp (name, newest) < 0)
        continue;
      date = status.st_mtim.tv_sec;
      g_free (newest);
      newest = g_strdup (name);
    }
  return g_steal_pointer (&newest);
}

static gboolean
refuse (const char *name, const char *why, GError **error)
{
  g_autofree char *detail = g_strdup_printf ("%s: %s", name, why);

  palier_error_set_words (error, PALIER_ERROR_BACKUP_NOT_VERIFIED,
                          N_ ("What the recorder left on the stick is no whole configuration."),
                          N_ ("Export it again at the recorder’s screen, and take the stick out only when its screen "
                              "says that the export has ended."),
                          detail);
  return FALSE;
}

static GBytes *
read_export (const char *folder, const char *name, GError **error)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *content = NULL;
  const char *why = NULL;
  gsize length = 0;
  GStatBuf status;

  if (look_at (folder, name, &status) && status.st_size > LARGEST)
    {
      refuse (name, "too large", error);
      return NULL;
    }
  if (!g_file_get_contents (path, &content, &length, error))
    {
      palier_error_adopt (error, PALIER_ERROR_FILE_UNREADABLE);
      return NULL;
    }
  if (!palier_configuration_is_whole (content, length, &why))
    {
      refuse (name, why, error);
      return NULL;
    }
  return g_bytes_new_take (g_steal_pointer (&content), length);
}

GBytes *
palier_exports_take (const PalierExports *before, const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autofree char *name = NULL;

  if (!dir)
    {
      palier_error_set (error, PALIER_ERROR_PLACE_GONE, "%s", folder);
      return NULL;
    }
  name = find_newest (before, folder, dir);
  if (name)
    return read_export (folder, name, error);
  palier_error_set_words (error, PALIER_ERROR_NOT_DONE,
                          N_ ("No new configuration is on the stick."),
                          N_ ("A file devCfg_….bin is expected in its root. Export at the recorder’s screen, wait until "
                              "it says that it has ended, and put the stick back in here."),
                          folder);
  return NULL;
}
