/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/steps.h"

#include "run/job-private.h"

#include <glib/gi18n-lib.h>

static gboolean
identify_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  return palier_job_read_again (job, cancellable, error);
}

const PalierStep palier_step_identify = {
  .id = "identify",
  .title = N_ ("Make sure that it is this recorder"),
  .doing = N_ ("Reading model, serial number and version"),
  .weight = 1,
  .flags = PALIER_STEP_ALWAYS,
  .verify = identify_verify,
};
