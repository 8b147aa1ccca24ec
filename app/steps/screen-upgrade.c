/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/screen-steps.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>

/* Taken by the recorder, and not yet told otherwise: a reading since then would have shown what became of it. */
static gboolean
upgrade_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  const char *version = palier_job_get_landing (job)->version.spelling;

  return palier_job_has_seen_after (job, "sent", version, "declared", NULL) || palier_screen_not_done (error);
}

/* Journalled before it is asked for: whatever happens to this computer, the landing may run from here on. */
static gboolean
upgrade_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierJournal *journal = palier_job_get_journal (job);
  const char *version = palier_job_get_landing (job)->version.spelling;

  palier_screen_release_stick (job, cancellable);
  return palier_journal_observe (journal, "sending", version, error)
         && palier_screen_do (job, PALIER_ACT_UPGRADE, cancellable, error)
         && palier_journal_observe (journal, "sent", version, error);
}

const PalierStep palier_step_menu_upgrade = {
  .id = "menu-upgrade",
  .title = N_ ("Upgrade from the stick, at the recorder’s menu"),
  .doing = N_ ("Waiting for the upgrade to be started at the recorder’s menu"),
  .weight = 20,
  .flags = PALIER_STEP_CHANGES,
  .check = palier_upload_check,
  .run = upgrade_run,
  .verify = upgrade_verify,
};

static gboolean
restart_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  const char *version = palier_job_get_landing (job)->version.spelling;

  return palier_job_has_seen_after (job, "restarted", version, "sent", version) || palier_screen_not_done (error);
}

static gboolean
restart_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierAnswerKind answer = PALIER_ANSWER_NO;

  if (!palier_screen_ask (job, PALIER_ACT_SEE_RESTART, NULL, &answer, cancellable, error))
    return FALSE;
  if (answer == PALIER_ANSWER_YES)
    return palier_journal_observe (palier_job_get_journal (job), "restarted",
                                   palier_job_get_landing (job)->version.spelling, error);
  palier_error_set (error, PALIER_ERROR_NOT_BACK, NULL);
  return FALSE;
}

const PalierStep palier_step_screen_restart = {
  .id = "restart",
  .title = N_ ("See it restart"),
  .doing = N_ ("Waiting for the recorder to write its firmware and restart"),
  .weight = 40,
  .flags = PALIER_STEP_NO_RETURN,
  .run = restart_run,
  .verify = restart_verify,
};
