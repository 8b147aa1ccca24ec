/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/steps.h"

#include "base/error.h"
#include "run/job-private.h"

#include <glib/gi18n-lib.h>

#define SETTLE_S 60.0 /* between the last byte and the first "upgrading" */

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
    {
      palier_job_set_fraction (job, status.percent >= 0 ? status.percent / 100.0 : -1);
      palier_error_set (error, PALIER_ERROR_NOT_DONE, "%d %%", status.percent);
      return FALSE;
    }
  else if (status.percent >= 100)
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
      else if (palier_clock_now (palier_job_get_clock (job)) - since > SETTLE_S)
        {
          palier_error_set (error, PALIER_ERROR_UPGRADE_FAILED, NULL);
          return FALSE;
        }
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
