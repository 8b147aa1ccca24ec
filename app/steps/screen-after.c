/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/screen-steps.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>

static gboolean
repair_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  return (palier_job_has_seen_after (job, "repair-started", NULL, "sent", NULL)
          && palier_job_has_seen_after (job, "repair-ended", NULL, "repair-started", NULL))
         || palier_screen_not_done (error);
}

/* One that was started another day is only looked after. */
static gboolean
start_repair (PalierJob *job, gboolean *put_off, GCancellable *cancellable, GError **error)
{
  PalierAnswerKind answer = PALIER_ANSWER_NO;

  *put_off = FALSE;
  if (palier_job_has_seen_after (job, "repair-started", NULL, "sent", NULL))
    return TRUE;
  if (!palier_screen_ask (job, PALIER_ACT_REPAIR, NULL, &answer, cancellable, error))
    return FALSE;
  *put_off = answer == PALIER_ANSWER_NO;
  if (*put_off)
    return palier_job_consent (job, "skip-repair", NULL, "put off at the question", error);
  return palier_journal_observe (palier_job_get_journal (job), "repair-started", "declared", error);
}

static gboolean
repair_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  gboolean put_off;

  if (!start_repair (job, &put_off, cancellable, error))
    return FALSE;
  return put_off
         || (palier_screen_do (job, PALIER_ACT_SEE_REPAIRED, cancellable, error)
             && palier_journal_observe (palier_job_get_journal (job), "repair-ended", "declared", error));
}

const PalierStep palier_step_screen_repair = {
  .id = "repair",
  .title = N_ ("Repair the database"),
  .doing = N_ ("Waiting for the repair to be started and to end, at the recorder"),
  .weight = 20,
  .flags = PALIER_STEP_LEAVABLE,
  .run = repair_run,
  .verify = repair_verify,
  .wanted = palier_repair_wanted,
};

/* The landing's own reading is good enough where nothing has happened since. */
static gboolean
is_just_read (PalierJob *job)
{
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (palier_job_get_journal (job));
  const PalierObservation *last = seen->len > 0 ? seen->pdata[seen->len - 1] : NULL;

  return palier_job_get_reading (job) && last && g_str_equal (last->what, "declared");
}

static gboolean
prove_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  const PalierDeviceInfo *info;
  g_autoptr (PalierSurvey) survey = NULL;

  if (!is_just_read (job) && !palier_job_read_again (job, cancellable, error))
    return FALSE;
  info = palier_job_get_reading (job);
  survey = palier_survey_declare (palier_job_get_catalogue (job), info->model, info->serial, info->firmware, error);
  if (!survey)
    return FALSE;
  if (!palier_prove_is_at_the_top (job, survey))
    {
      palier_error_set (error, PALIER_ERROR_VERSION_NOT_REACHED, "%s", info->firmware);
      return FALSE;
    }
  palier_job_set_result (job, g_steal_pointer (&survey));
  return TRUE;
}

const PalierStep palier_step_screen_prove = {
  .id = "prove",
  .title = N_ ("Note the result, as declared"),
  .doing = N_ ("Noting what the recorder’s screen shows at the end"),
  .weight = 2,
  .flags = PALIER_STEP_ALWAYS,
  .verify = prove_verify,
};
