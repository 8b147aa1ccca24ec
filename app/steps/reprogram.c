/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/steps.h"

#include "base/error.h"
#include "run/job-private.h"

#include <glib/gi18n-lib.h>

/* Owed once a default was done in this journal, even if the landing it was for has been reached since. */
static gboolean
reprogram_wanted (PalierJob *job)
{
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (palier_job_get_journal (job));

  return palier_evidence_get_date (seen, "default-accepted", NULL)
         || palier_evidence_get_date (seen, "default-declared", NULL)
         || (palier_plan_has_default (palier_job_get_plan (job)) && !palier_job_has_consent (job, "skip-default"));
}

static gboolean
reprogram_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  if (palier_job_has_seen_after (job, "reprogrammed", NULL, "sent", NULL))
    return TRUE;
  palier_error_set (error, PALIER_ERROR_NOT_DONE, NULL);
  return FALSE;
}

static gboolean
reprogram_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierAnswerKind answer = PALIER_ANSWER_NO;

  while (answer != PALIER_ANSWER_YES)
    if (!palier_job_ask (job, PALIER_QUESTION_REPROGRAM, NULL, &answer, NULL, cancellable, error))
      return FALSE;
  return palier_journal_observe (palier_job_get_journal (job), "reprogrammed", "declared", error);
}

const PalierStep palier_step_reprogram = {
  .id = "reprogram",
  .title = N_ ("Enter the settings again"),
  .doing = N_ ("Waiting for the settings to be entered again"),
  .weight = 5,
  .flags = PALIER_STEP_LEAVABLE,
  .run = reprogram_run,
  .verify = reprogram_verify,
  .wanted = reprogram_wanted,
};
