/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "stick-errand.h"

#include "base/error.h"
#include "stick/keeper.h"
#include "stick/writer.h"
#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

#define FORMAT_LABEL "PALIER"

void
palier_stick_errand_free (PalierStickErrand *self)
{
  g_clear_object (&self->stick);
  g_clear_object (&self->volume);
  g_clear_object (&self->journal);
  g_free (self->folder);
  g_free (self->source);
  g_free (self->typed);
  g_free (self);
}

gboolean
palier_stick_errand_mount (PalierStickErrand *self, GCancellable *cancellable, GError **error)
{
  if (self->stick == NULL)
    return TRUE;
  if (self->volume == NULL)
    {
      palier_error_set (error, PALIER_ERROR_STICK_UNUSABLE, "no file system that can be written to");
      return FALSE;
    }
  g_free (self->folder);
  self->folder = palier_volume_mount (self->volume, cancellable, error);
  return self->folder != NULL;
}

static void
progress_cb (double fraction, gpointer data)
{
  PalierStickErrand *self = data;

  g_atomic_int_set (&self->permille, (int) (fraction * 1000));
}

/* Made with one step only: where the stick went away meanwhile, its mount point must not become a folder. */
static char *
make_folder (PalierStickErrand *self, GError **error)
{
  g_autofree char *folder = g_build_filename (self->folder, PALIER_STICK_COPIES, NULL);

  if (g_mkdir (folder, 0700) == 0 || errno == EEXIST)
    return g_steal_pointer (&folder);
  palier_error_set (error,
                    errno == ENOENT || errno == EIO ? PALIER_ERROR_PLACE_GONE
                    : errno == EROFS                ? PALIER_ERROR_READ_ONLY
                    : errno == ENOSPC               ? PALIER_ERROR_DISK_FULL
                                                    : PALIER_ERROR_CANNOT_WRITE,
                    "%s: %s", folder, g_strerror (errno));
  return NULL;
}

static gboolean
add_to_journal (PalierStickErrand *self, char *path, char *sha256, GError **error)
{
  PalierBackup backup = { .path = path, .sha256 = sha256 };
  GStatBuf status;

  if (g_stat (path, &status) == 0)
    backup.size = (guint64) status.st_size;
  return palier_journal_add_backup (self->journal, &backup, error);
}

gboolean
palier_stick_errand_copy (PalierStickErrand *self, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_path_get_basename (self->source);
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *sha256 = NULL;

  if (!palier_stick_errand_mount (self, cancellable, error) || (folder = make_folder (self, error)) == NULL
      || !palier_copy_verified (self->source, folder, name, PALIER_WRITE_PLAIN, &path, &sha256, NULL, progress_cb,
                                self, cancellable, error)
      || !add_to_journal (self, path, sha256, error))
    return FALSE;
  self->written = TRUE;
  return palier_stick_errand_let_go (self, cancellable, error);
}

static gboolean
is_below (const char *path, const char *folder)
{
  return folder != NULL && g_str_has_prefix (path, folder) && path[strlen (folder)] == G_DIR_SEPARATOR;
}

static gboolean
is_on_stick (PalierStick *stick, const char *path)
{
  for (guint i = 0; i < palier_stick_get_n_volumes (stick); i++)
    if (is_below (path, palier_volume_get_mount (palier_stick_get_volume (stick, i))))
      return TRUE;
  return FALSE;
}

static gboolean
note_carried (PalierStickErrand *self, GError **error)
{
  g_autoptr (GPtrArray) backups = self->journal != NULL ? palier_journal_get_backups (self->journal) : NULL;

  for (guint i = 0; backups != NULL && i < backups->len; i++)
    {
      const PalierBackup *backup = g_ptr_array_index (backups, i);

      if ((is_below (backup->path, self->folder) || is_on_stick (self->stick, backup->path))
          && !palier_journal_observe (self->journal, "copy-carried", backup->path, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
palier_stick_errand_let_go (PalierStickErrand *self, GCancellable *cancellable, GError **error)
{
  /* The person's own folder: nothing here can let go of it, and the page says so. */
  if (self->stick == NULL)
    return TRUE;
  self->let_go = palier_stick_take_out (self->stick, cancellable, error);
  return self->let_go && note_carried (self, error);
}

static gboolean
holds_copies (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while (files != NULL && (name = g_dir_read_name (files)) != NULL)
    if (g_str_has_prefix (name, "devCfg_"))
      return TRUE;
  return FALSE;
}

/* What cannot be mounted cannot be looked into: then it holds nothing that this program wrote. */
static gboolean
volume_holds_copies (PalierVolume *volume, GCancellable *cancellable)
{
  g_autofree char *root
      = palier_volume_get_filesystem (volume) != NULL ? palier_volume_mount (volume, cancellable, NULL) : NULL;
  g_autofree char *copies = root != NULL ? g_build_filename (root, PALIER_STICK_COPIES, NULL) : NULL;

  return root != NULL && (holds_copies (root) || holds_copies (copies));
}

gboolean
palier_stick_errand_format (PalierStickErrand *self, GCancellable *cancellable, GError **error)
{
  if (self->volume == NULL)
    {
      palier_error_set (error, PALIER_ERROR_STICK_UNUSABLE, "nothing that can be formatted");
      return FALSE;
    }
  if (volume_holds_copies (self->volume, cancellable))
    {
      palier_error_set_words (error, PALIER_ERROR_FILE_IN_THE_WAY,
                              N_("This stick holds a copy of a recorder’s configuration: it is not erased."),
                              N_("Take another stick. If this copy is no longer needed, move it away with the file "
                                 "manager first."),
                              NULL);
      return FALSE;
    }
  return palier_stick_format (self->stick, self->volume, self->typed, FORMAT_LABEL, cancellable, error);
}

PalierVolume *
palier_stick_find_to_format (PalierStick *stick)
{
  for (guint i = 0; i < palier_stick_get_n_volumes (stick); i++)
    if (!palier_volume_get_read_only (palier_stick_get_volume (stick, i)))
      return palier_stick_get_volume (stick, i);
  return NULL;
}

char *
palier_stick_dup_identity (PalierStick *stick)
{
  const char *serial = palier_stick_get_serial (stick);

  return g_strdup (serial != NULL ? serial : palier_stick_get_port (stick));
}
