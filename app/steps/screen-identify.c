/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/screen-steps.h"

#include <glib/gi18n-lib.h>

/* Typed when the run began, and that is its first reading; once something has been changed it is asked anew. */
static gboolean
identify_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  gboolean taken = FALSE;

  return palier_job_take_survey (job, &taken, error) && (taken || palier_job_read_again (job, cancellable, error));
}

const PalierStep palier_step_screen_identify = {
  .id = "identify",
  .title = N_ ("Make sure that it is this recorder"),
  .doing = N_ ("Reading model, serial number and version"),
  .weight = 1,
  .flags = PALIER_STEP_ALWAYS,
  .verify = identify_verify,
};
