/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/steps.h"

#include "base/error.h"
#include "run/job-private.h"

#include <glib/gi18n-lib.h>

/* The proof of a landing: read from the recorder, with the serial number that it had before. */
static gboolean
confirm_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  if (!palier_job_read_again (job, cancellable, error))
    return FALSE;
  if (palier_job_is_at_landing (job))
    return TRUE;
  palier_error_set (error, PALIER_ERROR_VERSION_NOT_REACHED, "%s", palier_job_get_reading (job)->firmware);
  return FALSE;
}

const PalierStep palier_step_confirm = {
  .id = "confirm",
  .title = N_ ("Confirm the version"),
  .doing = N_ ("Reading the version that the recorder runs now"),
  .weight = 1,
  .flags = PALIER_STEP_ALWAYS,
  .verify = confirm_verify,
};
