/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/steps.h"

#include "base/error.h"
#include "run/job-private.h"

#include <glib/gi18n-lib.h>

static gboolean
check_consents (PalierJob *job, GError **error)
{
  g_autoptr (GPtrArray) missing = palier_job_get_missing_consents (job);
  g_autofree char *names = NULL;

  if (missing->len == 0)
    return TRUE;
  g_ptr_array_add (missing, NULL);
  names = g_strjoinv (", ", (char **) missing->pdata);
  palier_error_set (error, PALIER_ERROR_CONSENT_MISSING, "%s", names);
  return FALSE;
}

/* Every package of the route is checked before the first change: a wrong second one must not be found
 * out on the landing. */
static gboolean
check_packages (PalierJob *job, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < palier_job_get_plan (job)->landings->len; i++)
    if (!palier_job_check_package (job, i, error)
        || !palier_package_verify (palier_job_get_package (job, i), cancellable, error))
      return FALSE;
  return TRUE;
}

/* A recorder that is busy with itself is left alone. One that is upgrading already is another matter: the run goes
 * on, and the upload step sees it. */
static gboolean
check_recorder (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierConnection *connection = palier_job_get_connection (job); /* NULL: the person is at its screen */
  g_autoptr (GPtrArray) disks = connection ? palier_disks_read (connection, cancellable, NULL) : NULL;

  if (disks && palier_disks_any (disks, PALIER_DISK_REPAIRING))
    {
      palier_error_set (error, PALIER_ERROR_REPAIRING, NULL);
      return FALSE;
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gboolean
preflight_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  if (palier_job_get_plan (job)->landings->len == 0)
    return TRUE;
  return check_consents (job, error) && check_packages (job, cancellable, error)
         && check_recorder (job, cancellable, error);
}

const PalierStep palier_step_preflight = {
  .id = "preflight",
  .title = N_ ("Check everything before the first change"),
  .doing = N_ ("Checking agreements, firmware files and the recorder"),
  .weight = 2,
  .flags = PALIER_STEP_ALWAYS | PALIER_STEP_HERE,
  .verify = preflight_verify,
};
