/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/screen-steps.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>

/* P2's evidence, as far as it can be declared: the landing was read, the full default was done, the recorder asked for a
 * new password. Activation completes it: its settings are gone, and the landing is read again. */
static gboolean
default_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierDefaultEvidence evidence = palier_job_get_default_evidence (job);

  return evidence == PALIER_DEFAULT_ASKING || evidence >= PALIER_DEFAULT_INACTIVE || palier_screen_not_done (error);
}

/* “Restore Defaults” keeps the accounts, “Restore to Inactive” all else: other entries of the same page, and neither
 * counts. */
static gboolean
refute (PalierJob *job, const char *why, GError **error)
{
  if (palier_journal_observe (palier_job_get_journal (job), "default-refuted", "declared", error))
    palier_error_set_words (error, PALIER_ERROR_DEFAULT_NOT_SEEN, why,
                            N_ ("Continue, and choose the entry that resets everything. “Restore Defaults” keeps "
                                "network and accounts, “Restore to Inactive” keeps all settings."),
                            NULL);
  return FALSE;
}

static gboolean
ask_whether_inactive (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierAnswerKind answer = PALIER_ANSWER_NO;

  if (!palier_screen_ask (job, PALIER_ACT_SEE_INACTIVE, NULL, &answer, cancellable, error))
    return FALSE;
  if (answer == PALIER_ANSWER_YES)
    return palier_journal_observe (palier_job_get_journal (job), "inactive", "declared", error);
  return refute (job,
                 N_ ("After a full factory default a recorder asks for a new password. This one did not: it was not a "
                     "full one."),
                 error);
}

/* One that was declared already is not asked for twice: only what came of it. */
static gboolean
default_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierJournal *journal = palier_job_get_journal (job);

  if (palier_job_get_default_evidence (job) < PALIER_DEFAULT_DECLARED
      && (!palier_journal_observe (journal, "defaulting", "", error)
          || !palier_screen_do (job, PALIER_ACT_DEFAULT, cancellable, error)
          || !palier_journal_observe (journal, "default-declared", "", error)))
    return FALSE;
  return ask_whether_inactive (job, cancellable, error);
}

const PalierStep palier_step_screen_default = {
  .id = "default",
  .title = N_ ("Full factory default"),
  .doing = N_ ("Waiting for the full factory default at the recorder’s screen"),
  .weight = 10,
  .flags = PALIER_STEP_CHANGES,
  .check = palier_default_check,
  .run = default_run,
  .verify = default_verify,
  .wanted = palier_default_wanted,
};

static gboolean
was_activated (PalierJob *job)
{
  return palier_job_has_seen_after (job, "activated", NULL, "inactive", NULL);
}

/* Model, serial number and version are all read right after it (P16): the reading also completes P2's evidence. */
static gboolean
activate_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  if (palier_job_get_default_evidence (job) == PALIER_DEFAULT_SEEN)
    return TRUE;
  if (palier_job_get_default_evidence (job) != PALIER_DEFAULT_INACTIVE || !was_activated (job))
    return palier_screen_not_done (error);
  return palier_job_read_again (job, cancellable, error)
         && (palier_job_get_default_evidence (job) == PALIER_DEFAULT_SEEN || palier_screen_not_done (error));
}

/* Inactive alone proves nothing: what tells a full default from “Restore to Inactive” is that its settings are gone,
 * and an inactive recorder shows none. */
static gboolean
ask_whether_cleared (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierAnswerKind answer = PALIER_ANSWER_NO;

  if (!palier_screen_ask (job, PALIER_ACT_SEE_CLEARED, NULL, &answer, cancellable, error))
    return FALSE;
  if (answer == PALIER_ANSWER_YES)
    return palier_journal_observe (palier_job_get_journal (job), "cleared", "declared", error);
  return refute (job,
                 N_ ("After a full factory default nothing is left of a recorder’s settings. This one kept its own: it "
                     "was not a full one."),
                 error);
}

static gboolean
activate_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  if (!was_activated (job)
      && (!palier_screen_do (job, PALIER_ACT_ACTIVATE, cancellable, error)
          || !palier_journal_observe (palier_job_get_journal (job), "activated", "declared", error)))
    return FALSE;
  return palier_job_get_default_evidence (job) != PALIER_DEFAULT_ASKING
         || ask_whether_cleared (job, cancellable, error);
}

const PalierStep palier_step_screen_activate = {
  .id = "activate",
  .title = N_ ("Activate the recorder with a new password"),
  .doing = N_ ("Waiting for the new password to be chosen at the recorder’s screen"),
  .weight = 2,
  .run = activate_run,
  .verify = activate_verify,
  .wanted = palier_default_wanted,
};
