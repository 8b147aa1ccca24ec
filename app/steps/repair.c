/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/steps.h"

#include "base/error.h"
#include "footage/note.h"
#include "steps/repair-look.h"

#include <glib/gi18n-lib.h>

#define POLL_S 60.0    /* a repair takes hours: one look a minute */
#define MAX_STARTS 3   /* one that breaks off each time is not started for ever */

/* Disk status or the log, whichever this firmware tells (P7). */
static gboolean
repair_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierRepairState state;

  if (!palier_repair_look (job, &state, cancellable, error))
    return FALSE;
  if (state == PALIER_REPAIR_ENDED)
    return TRUE;
  palier_error_set (error, state == PALIER_REPAIR_DISK_FAILED ? PALIER_ERROR_RECORDER_DISK : PALIER_ERROR_NOT_DONE,
                    NULL);
  return FALSE;
}

/* One that broke off has to be started anew, so it is none. */
static gboolean
is_started (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierRepairState state;

  if (!palier_repair_look (job, &state, cancellable, error))
    return FALSE;
  if (state == PALIER_REPAIR_RUNNING || state == PALIER_REPAIR_ENDED || state == PALIER_REPAIR_DISK_FAILED)
    return TRUE;
  palier_error_set (error, PALIER_ERROR_NOT_DONE, NULL);
  return FALSE;
}

/* The wire has no public way to start it: the person does, at the recorder's menu, and we see it by ourselves. */
static gboolean
await_start (PalierJob *job, PalierAnswerKind *answer, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;

  *answer = PALIER_ANSWER_YES;
  while (!is_started (job, cancellable, &local))
    {
      if (!g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_DONE))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      g_clear_error (&local);
      if (!palier_job_ask (job, PALIER_QUESTION_REPAIR, is_started, answer, NULL, cancellable, error))
        return FALSE;
      if (*answer == PALIER_ANSWER_NO)
        return palier_job_consent (job, "skip-repair", NULL, "put off at the question", error);
    }
  return TRUE;
}

static gboolean
is_broken_off (PalierRepairState state)
{
  return state == PALIER_REPAIR_STOPPED || state == PALIER_REPAIR_INTERRUPTED || state == PALIER_REPAIR_NOT_SEEN;
}

/* Until it is over in one way or another; a recorder that restarts meanwhile is waited for. What looks broken off must
 * look so twice: the disks may say that they are done a moment before the log does. */
static gboolean
follow (PalierJob *job, PalierRepairState *state, GCancellable *cancellable, GError **error)
{
  guint broken = 0;

  for (;;)
    {
      g_autoptr (GError) local = NULL;

      if (palier_repair_look (job, state, cancellable, &local))
        {
          broken = is_broken_off (*state) ? broken + 1 : 0;
          if (broken > 1 || *state == PALIER_REPAIR_ENDED || *state == PALIER_REPAIR_DISK_FAILED)
            return TRUE;
        }
      else if (!palier_error_is_silence (local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (!palier_job_wait (job, POLL_S, cancellable, error))
        return FALSE;
    }
}

/* Each ending is told apart: an end, a disk that fails, one that broke off by itself or with a restart. */
static gboolean
follow_to_its_end (PalierJob *job, gboolean *again, GCancellable *cancellable, GError **error)
{
  PalierJournal *journal = palier_job_get_journal (job);
  PalierRepairState state;

  *again = FALSE;
  if (!follow (job, &state, cancellable, error))
    return FALSE;
  switch (state)
    {
    case PALIER_REPAIR_ENDED:
      return palier_journal_observe (journal, "repair-ended", "", error);
    case PALIER_REPAIR_DISK_FAILED:
      palier_error_set (error, PALIER_ERROR_RECORDER_DISK, NULL);
      return FALSE;
    default:
      *again = TRUE;
      return palier_journal_observe (
        journal, state == PALIER_REPAIR_INTERRUPTED ? "repair-interrupted" : "repair-stopped", "", error);
    }
}

static gboolean
repair_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < MAX_STARTS; i++)
    {
      PalierAnswerKind answer;
      gboolean again;

      if (!await_start (job, &answer, cancellable, error))
        return FALSE;
      if (answer == PALIER_ANSWER_NO)
        return TRUE;
      if (!follow_to_its_end (job, &again, cancellable, error))
        return FALSE;
      if (!again)
        return TRUE;
    }
  palier_error_set (error, PALIER_ERROR_REPAIR_STOPPED, "%d times", MAX_STARTS);
  return FALSE;
}

/* Asked for by the plan that the journal began with (at V4.50.00 the recorder no longer tells where it came from), or,
 * whatever that plan says, by recordings that are no longer found. */
gboolean
palier_repair_wanted (PalierJob *job)
{
  PalierJournal *journal = palier_job_get_journal (job);
  g_autofree char *asked = palier_journal_dup_field (journal, PALIER_REPAIR_ASKED);

  return !palier_job_has_consent (job, "skip-repair")
         && (asked || palier_job_get_origin (job)->repair_advised || palier_footage_is_lost (journal));
}

const PalierStep palier_step_repair = {
  .id = "repair",
  .title = N_ ("Repair the database"),
  .doing = N_ ("The recorder rebuilds its database"),
  .weight = 20,
  .flags = PALIER_STEP_LEAVABLE,
  .run = repair_run,
  .verify = repair_verify,
  .wanted = palier_repair_wanted,
};
