/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/screen-steps.h"

#include "base/error.h"

#define FIRST_V4 4

gboolean
palier_screen_ask (PalierJob *job,
                   PalierAct act,
                   const GError *problem,
                   PalierAnswerKind *answer,
                   GCancellable *cancellable,
                   GError **error)
{
  const PalierDeviceInfo *info = palier_job_get_reading (job);
  gboolean old = info && info->version_known && info->version.part[0] < FIRST_V4;
  const PalierAsked asked = {
    .act = act,
    .landing = (int) palier_job_get_landing_index (job),
    .version = info ? info->firmware : NULL,
    .stick = palier_job_get_stick (job),
    .file = act == PALIER_ACT_UPGRADE ? PALIER_SCREEN_PACKAGE : NULL,
    .shows_passwords = act == PALIER_ACT_EXPORT && old,
    .problem = problem,
  };

  return palier_job_ask_about (job, PALIER_QUESTION_AT_SCREEN, &asked, answer, NULL, cancellable, error);
}

gboolean
palier_screen_do (PalierJob *job, PalierAct act, GCancellable *cancellable, GError **error)
{
  PalierAnswerKind answer = PALIER_ANSWER_NO;

  if (!palier_screen_ask (job, act, NULL, &answer, cancellable, error))
    return FALSE;
  if (answer == PALIER_ANSWER_NO)
    palier_job_set_stopped_error (error);
  return answer == PALIER_ANSWER_YES;
}

gboolean
palier_screen_not_done (GError **error)
{
  palier_error_set (error, PALIER_ERROR_NOT_DONE, NULL);
  return FALSE;
}
