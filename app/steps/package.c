/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/steps.h"

#include "base/error.h"
#include "run/job-private.h"

#include <glib/gi18n-lib.h>

/* The file that was checked must still be the file that is sent. */
static gboolean
package_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  guint landing = palier_job_get_landing_index (job);

  return palier_job_check_package (job, landing, error)
         && palier_package_verify (palier_job_get_package (job, landing), cancellable, error);
}

const PalierStep palier_step_package = {
  .id = "package",
  .title = N_ ("Check the firmware file"),
  .doing = N_ ("Checking the firmware file once more"),
  .weight = 1,
  .flags = PALIER_STEP_ALWAYS | PALIER_STEP_HERE,
  .verify = package_verify,
};
