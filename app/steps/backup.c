/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/steps.h"

#include "base/error.h"
#include "base/sandbox.h"
#include "run/job-private.h"
#include "stick/writer.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_EXPORTS 3
#define BETWEEN_EXPORTS_S 30.0

/* devCfg_<end of the serial number>_<version>_<date>.bin: the recorders' own way, and never the same name twice. */
static char *
dup_name (PalierJob *job)
{
  const PalierDeviceInfo *info = palier_job_get_reading (job);
  g_autoptr (GDateTime) now = palier_clock_date (palier_job_get_clock (job));
  g_autofree char *date = g_date_time_format (now, "%Y%m%d%H%M%S");
  g_autofree char *digits = palier_serial_last_four (info->serial);

  return g_strdup_printf ("devCfg_%s_%s_%s.bin", digits ? digits : "recorder",
                          info->version_known ? info->version.spelling : "unknown", date);
}

/* A mount point whose stick was pulled out must not become a folder of this computer's disk. */
static gboolean
is_gone (const char *folder)
{
  guint depth = g_str_has_prefix (folder, "/media/") ? 3 : g_str_has_prefix (folder, "/run/media/") ? 4 : 0;
  const char *end = folder;
  g_autofree char *mount = NULL;

  if (depth == 0)
    return FALSE;
  for (guint i = 0; end && i < depth; i++)
    end = strchr (end + 1, G_DIR_SEPARATOR);
  mount = end ? g_strndup (folder, (gsize) (end - folder)) : g_strdup (folder);
  return !g_file_test (mount, G_FILE_TEST_IS_DIR);
}

static gboolean
make_folder (const char *folder, GError **error)
{
  if (is_gone (folder))
    palier_error_set (error, PALIER_ERROR_PLACE_GONE, "%s", folder);
  else if (!palier_sandbox_check (folder, error))
    return FALSE;
  else if (g_mkdir_with_parents (folder, 0700) != 0)
    palier_error_set (error, PALIER_ERROR_CANNOT_WRITE, "%s: %s", folder, g_strerror (errno));
  else
    return TRUE;
  return FALSE;
}

static gboolean
save_copy (PalierJob *job, const char *folder, const char *name, GBytes *content, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *sha256 = NULL;
  PalierBackup backup = { 0 };

  if (!make_folder (folder, error)
      || !palier_write_verified (folder, name, content, &path, &sha256, NULL, NULL, cancellable, error))
    return FALSE;
  backup.path = path;
  backup.sha256 = sha256;
  backup.size = g_bytes_get_size (content);
  return palier_journal_add_backup (palier_job_get_journal (job), &backup, error);
}

/* One verified copy is enough (P5); a second place that fails is said, and does not undo the first. */
gboolean
palier_backup_save (PalierJob *job, GBytes *content, GCancellable *cancellable, GError **error)
{
  GPtrArray *folders = palier_job_get_backup_folders (job);
  g_autofree char *name = dup_name (job);
  g_autoptr (GError) first = NULL;
  guint saved = 0;

  for (guint i = 0; i < folders->len; i++)
    {
      g_autoptr (GError) local = NULL;

      palier_job_set_fraction (job, 0.5 + 0.5 * i / folders->len);
      if (save_copy (job, folders->pdata[i], name, content, cancellable, &local))
        saved++;
      else if (!first)
        first = g_steal_pointer (&local);
    }
  if (saved > 0 && first)
    palier_journal_set_field (palier_job_get_journal (job), "backup-problem", first->message, NULL);
  if (saved == 0)
    g_propagate_error (error, g_steal_pointer (&first));
  return saved > 0;
}

static GBytes *
take (PalierJob *job, GCancellable *cancellable, GError **error)
{
  return palier_configuration_export (palier_job_get_connection (job),
                                      &palier_job_get_survey (job)->configuration,
                                      palier_job_get_file_password (job), cancellable, error);
}

/* It may be busy right after the first: it is given some time, and asked once more. content is NULL where it does not
 * send a second one at all, which is noted. */
static gboolean
take_another (PalierJob *job, GBytes **content, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;

  *content = take (job, cancellable, &local);
  if (*content)
    return TRUE;
  if (!palier_job_wait (job, BETWEEN_EXPORTS_S, cancellable, error))
    return FALSE;
  *content = take (job, cancellable, NULL);
  return *content
         || (!g_cancellable_set_error_if_cancelled (cancellable, error)
             && palier_journal_observe (palier_job_get_journal (job), "copy-not-compared", local->message, error));
}

static gboolean
is_alike (gsize a, gsize b)
{
  return MAX (a, b) - MIN (a, b) <= MAX (a, b) / 10;
}

/* What the recorder itself cut short looks whole on the wire: the file is opaque, and HTTP confirms its length. So it
 * is taken until two are about as long, and the longer of them counts. */
static GBytes *
take_compared (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) longest = take (job, cancellable, error);

  for (guint i = 1; longest && i < MAX_EXPORTS; i++)
    {
      g_autoptr (GBytes) other = NULL;
      gsize known = g_bytes_get_size (longest);

      if (!take_another (job, &other, cancellable, error))
        return NULL;
      if (other && g_bytes_get_size (other) > known)
        {
          g_bytes_unref (longest);
          longest = g_bytes_ref (other);
        }
      if (!other || is_alike (g_bytes_get_size (other), known))
        return g_steal_pointer (&longest);
    }
  if (longest)
    palier_error_set_words (error, PALIER_ERROR_BAD_ANSWER,
                            N_ ("The recorder sends its configuration with another length each time."),
                            N_ ("At least one of these files is cut short: none is kept, and nothing was changed. "
                                "Try again, or export at the recorder’s own screen to a USB stick."),
                            NULL);
  return NULL;
}

static gboolean
backup_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GBytes) content = take_compared (job, cancellable, error);

  palier_job_set_fraction (job, 0.5);
  return content && palier_backup_save (job, content, cancellable, error);
}

/* It was read back, and then let go of with its stick: it counts without being there. One that is there must read back. */
static gboolean
was_carried (GPtrArray *seen, const char *path)
{
  return palier_evidence_get_date (seen, "copy-carried", path) && !g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Taken in this run, before its first change. One that is lost later is never taken again from a recorder whose
 * settings are no longer the same. */
gboolean
palier_backup_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) backups = palier_journal_get_backups (palier_job_get_journal (job));
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (palier_job_get_journal (job));

  for (guint i = backups->len; i > 0; i--)
    {
      const PalierBackup *backup = backups->pdata[i - 1];

      if (palier_verify_file (backup->path, backup->sha256, NULL, NULL, cancellable, NULL)
          || was_carried (seen, backup->path))
        return TRUE;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (palier_evidence_of_change (seen))
    palier_error_set (error, PALIER_ERROR_BACKUP_LOST, NULL);
  else
    palier_error_set (error, PALIER_ERROR_NOT_DONE, NULL);
  return FALSE;
}

const PalierStep palier_step_backup = {
  .id = "backup",
  .title = N_ ("Copy the configuration"),
  .doing = N_ ("Copying the configuration and reading it back"),
  .weight = 5,
  .run = backup_run,
  .verify = palier_backup_verify,
  .wanted = palier_job_wants_copy,
};
