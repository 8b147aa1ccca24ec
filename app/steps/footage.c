/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/steps.h"

#include "base/error.h"
#include "footage/note.h"
#include "footage/playback.h"
#include "run/job-private.h"

#include <glib/gi18n-lib.h>

static gboolean
say_not_done (GError **error)
{
  palier_error_set (error, PALIER_ERROR_NOT_DONE, NULL);
  return FALSE;
}

static gboolean
before_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  return palier_footage_note_before (job, cancellable, error);
}

/* A changed recorder no longer tells what was found before it was: samples that are missing then stay missing. */
static gboolean
before_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierJournal *journal = palier_job_get_journal (job);
  g_autofree char *noted = palier_journal_dup_field (journal, PALIER_FOOTAGE_SAMPLES);
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (journal);

  return noted || palier_evidence_of_change (seen) || say_not_done (error);
}

static const char *
get_seen (PalierJob *job, const char *what, GPtrArray **seen)
{
  *seen = palier_journal_get_observations (palier_job_get_journal (job));
  return palier_evidence_get_date (*seen, what, NULL);
}

static gboolean
note_round (PalierJob *job, PalierFootageRound round, const char *done, GCancellable *cancellable, GError **error)
{
  return palier_footage_note_round (job, round, cancellable, error)
         && palier_journal_observe (palier_job_get_journal (job), done, "", error);
}

static gboolean
upgraded_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) seen = NULL;

  /* A repair that was begun without us would be half in the count. */
  if (get_seen (job, "repair-started", &seen))
    return palier_journal_observe (palier_job_get_journal (job), "footage-upgraded", "repairing", error);
  return note_round (job, PALIER_FOOTAGE_UPGRADED, "footage-upgraded", cancellable, error);
}

/* Searched once, before the repair: the recorder cannot tell that number again. */
static gboolean
upgraded_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) seen = NULL;

  return get_seen (job, "footage-upgraded", &seen) || say_not_done (error);
}

static gboolean
has_samples (PalierJob *job)
{
  PalierFootageFinding finding;

  return palier_footage_find_noted (palier_job_get_journal (job), &finding);
}

/* What is still missing is asked about at once, while everything can be asked (P8). */
static gboolean
repaired_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  return note_round (job, PALIER_FOOTAGE_REPAIRED, "footage-repaired", cancellable, error)
         && (!palier_footage_stays_lost (palier_job_get_journal (job))
             || palier_playback_note (job, cancellable, error));
}

/* As of the last repair that was seen to end. */
static gboolean
repaired_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  return palier_job_has_seen_after (job, "footage-repaired", NULL, "repair-started", NULL) || say_not_done (error);
}

static gboolean
repaired_wanted (PalierJob *job)
{
  g_autoptr (GPtrArray) seen = NULL;

  return has_samples (job) && palier_step_repair.wanted (job) && get_seen (job, "repair-started", &seen);
}

const PalierStep palier_step_footage_before = {
  .id = "footage-before",
  .title = N_ ("Look which recordings are found"),
  .doing = N_ ("Looking for samples of the recordings of each camera"),
  .weight = 4,
  .run = before_run,
  .verify = before_verify,
};

const PalierStep palier_step_footage_upgraded = {
  .id = "footage-upgraded",
  .title = N_ ("Look for the same recordings again"),
  .doing = N_ ("Looking for the same samples as before the upgrade"),
  .weight = 3,
  .run = upgraded_run,
  .verify = upgraded_verify,
  .wanted = has_samples,
};

const PalierStep palier_step_footage_repaired = {
  .id = "footage-repaired",
  .title = N_ ("Look for the recordings after the repair"),
  .doing = N_ ("Looking for the same samples as before the repair"),
  .weight = 3,
  .run = repaired_run,
  .verify = repaired_verify,
  .wanted = repaired_wanted,
};
