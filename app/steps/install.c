/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/steps.h"

#include "base/error.h"
#include "run/job-private.h"

#include <glib/gi18n-lib.h>

static gboolean
note_writing (PalierJob *job, GError **error)
{
  return palier_upload_has_seen (job, "writing")
         || palier_journal_observe (palier_job_get_journal (job), "writing",
                                    palier_job_get_landing (job)->version.spelling, error);
}

static gboolean
is_writing (PalierJob *job, const PalierUpgradeStatus *status, GError **error)
{
  palier_job_set_fraction (job, status->percent >= 0 ? status->percent / 100.0 : -1);
  if (note_writing (job, error))
    palier_error_set (error, PALIER_ERROR_NOT_DONE, "%d %%", status->percent);
  return FALSE;
}

/* Written: the landing runs, all of it is written, or the recorder has gone away to restart. */
static gboolean
is_written (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierUpgradeStatus status = { 0 };
  g_autoptr (GError) local = NULL;

  if (!palier_upgrade_status_read (palier_job_get_connection (job), &status, cancellable, &local))
    {
      if (palier_error_is_silence (local))
        return TRUE;
      if (!g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_SUPPORTED))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  else if (status.upgrading && status.percent < 100)
    return is_writing (job, &status, error);
  /* It may tell this of the landing before, and begin in a moment. */
  else if (status.percent >= 100 && (status.upgrading || palier_upload_has_seen (job, "writing")))
    return TRUE;
  if (!palier_job_read_again (job, cancellable, &local) && palier_error_is_silence (local))
    return TRUE;
  if (!local && palier_job_is_at_landing (job))
    return TRUE;
  if (local)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    palier_error_set (error, PALIER_ERROR_NOT_DONE, NULL);
  return FALSE;
}

/* For as long as it may take to begin it has said nothing but that all is written: then it is. */
static gboolean
has_settled (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierUpgradeStatus status = { 0 };

  if (palier_upgrade_status_read (palier_job_get_connection (job), &status, cancellable, NULL)
      && status.percent >= 100)
    return note_writing (job, error);
  palier_error_set (error, PALIER_ERROR_UPGRADE_FAILED, NULL);
  return FALSE;
}

/* The recorder may take a moment before it says that it writes; one that never does has thrown the file away. */
static gboolean
install_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  double since = palier_clock_now (palier_job_get_clock (job));
  double pause = 2.0;

  for (;;)
    {
      g_autoptr (GError) local = NULL;

      if (is_written (job, cancellable, &local))
        return TRUE;
      if (!g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_DONE))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (palier_error_get_detail (local))
        since = palier_clock_now (palier_job_get_clock (job));
      else if (palier_clock_now (palier_job_get_clock (job)) - since > PALIER_SETTLE_S)
        return has_settled (job, cancellable, error);
      if (!palier_job_wait (job, pause, cancellable, error))
        return FALSE;
      pause = MIN (pause * 1.3, 30.0);
    }
}

const PalierStep palier_step_install = {
  .id = "install",
  .title = N_ ("Let the recorder write it"),
  .doing = N_ ("The recorder writes its new firmware"),
  .weight = 40,
  .flags = PALIER_STEP_NO_RETURN,
  .run = install_run,
  .verify = is_written,
};
