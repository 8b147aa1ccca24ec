/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/steps.h"

#include "base/error.h"
#include "run/job-private.h"

#include <glib/gi18n-lib.h>

/* Booted later than the firmware was sent: by its up-time, or (where it tells none) by its new version. */
static gboolean
has_restarted (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (palier_job_get_journal (job));
  const char *version = palier_job_get_landing (job)->version.spelling;
  const char *sending = palier_evidence_get_date (seen, "sending", version);
  g_autoptr (GDateTime) sent = sending ? g_date_time_new_from_iso8601 (sending, NULL) : NULL;
  g_autoptr (GDateTime) now = palier_clock_date (palier_job_get_clock (job));
  PalierDeviceStatus status = { .up_time_s = -1 };
  g_autoptr (GError) local = NULL;
  gboolean restarted;

  if (!palier_device_status_read (palier_job_get_connection (job), &status, cancellable, &local)
      && !g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_SUPPORTED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  restarted = status.up_time_s >= 0
                ? sent && g_date_time_difference (now, sent) / G_TIME_SPAN_SECOND > status.up_time_s
                : palier_job_is_at_landing (job);
  palier_device_status_clear (&status);
  if (restarted)
    return TRUE;
  palier_error_set (error, PALIER_ERROR_NOT_DONE, NULL);
  return FALSE;
}

/* Signed in first: a recorder that has come back without a working sign-in has not come back. */
static gboolean
restart_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierJournal *journal = palier_job_get_journal (job);
  const char *version = palier_job_get_landing (job)->version.spelling;
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (journal);

  if (!palier_job_read_again (job, cancellable, error) || !has_restarted (job, cancellable, error))
    return FALSE;
  return palier_evidence_get_date (seen, "restarted", version)
         || palier_journal_observe (journal, "restarted", version, error);
}

/* Some recorders restart by themselves, some wait to be told. Never told while it still writes. */
static gboolean
restart_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierConnection *connection = palier_job_get_connection (job);
  PalierUpgradeStatus status = { 0 };
  g_autoptr (GError) local = NULL;

  if (palier_upgrade_status_read (connection, &status, cancellable, NULL)
      && (!status.upgrading || status.percent >= 100)
      && !palier_reboot (connection, cancellable, &local)
      && !palier_error_is_silence (local) && !g_error_matches (local, PALIER_ERROR, PALIER_ERROR_UPGRADING)
      && !g_error_matches (local, PALIER_ERROR, PALIER_ERROR_BUSY))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return palier_job_await_anywhere (job, restart_verify, cancellable, error);
}

/* Asked before run: a recorder that is silent now is on its way, not lost. */
static gboolean
restart_verify_quiet (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (restart_verify (job, cancellable, &local))
    return TRUE;
  if (palier_error_is_silence (local))
    palier_error_set (error, PALIER_ERROR_NOT_DONE, NULL);
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

const PalierStep palier_step_restart = {
  .id = "restart",
  .title = N_ ("See it restart"),
  .doing = N_ ("Waiting for the recorder to restart"),
  .weight = 15,
  .flags = PALIER_STEP_NO_RETURN,
  .run = restart_run,
  .verify = restart_verify_quiet,
};
