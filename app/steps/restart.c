/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/steps.h"

#include "base/error.h"
#include "run/job-private.h"

#include <glib/gi18n-lib.h>

/* Booted later than the firmware was sent: by its up-time, or, where it tells none and where this computer's clock was
 * set back meanwhile, by its new version. */
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
  gint64 elapsed = sent ? g_date_time_difference (now, sent) / G_TIME_SPAN_SECOND : -1;
  gboolean restarted;

  if (!palier_device_status_read (palier_job_get_connection (job), &status, cancellable, &local)
      && !g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_SUPPORTED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  restarted = status.up_time_s >= 0 && elapsed >= 0 ? elapsed > status.up_time_s : palier_job_is_at_landing (job);
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
  if (!palier_job_read_again (job, cancellable, error) || !has_restarted (job, cancellable, error))
    return FALSE;
  return palier_upload_has_seen (job, "restarted")
         || palier_journal_observe (palier_job_get_journal (job), "restarted",
                                    palier_job_get_landing (job)->version.spelling, error);
}

/* Some recorders restart by themselves, some wait to be told. Told once, by the same recorder (P16), when it says that
 * all is written: one that says nothing may be writing. */
static gboolean
may_be_told (PalierJob *job, GCancellable *cancellable)
{
  PalierUpgradeStatus status = { 0 };

  return !palier_upload_has_seen (job, "restarting")
         && palier_job_read_again (job, cancellable, NULL)
         && palier_upgrade_status_read (palier_job_get_connection (job), &status, cancellable, NULL)
         && status.percent >= 100;
}

static gboolean
tell (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (palier_reboot (palier_job_get_connection (job), cancellable, &local) || palier_error_is_silence (local))
    return palier_journal_observe (palier_job_get_journal (job), "restarting",
                                   palier_job_get_landing (job)->version.spelling, error);
  if (g_error_matches (local, PALIER_ERROR, PALIER_ERROR_UPGRADING)
      || g_error_matches (local, PALIER_ERROR, PALIER_ERROR_BUSY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
restart_look (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (restart_verify (job, cancellable, &local))
    return TRUE;
  if (g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_DONE) && may_be_told (job, cancellable)
      && !tell (job, cancellable, error))
    return FALSE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
restart_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  return palier_job_await_anywhere (job, restart_look, cancellable, error);
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
