/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/steps.h"

#include "base/error.h"
#include "run/job-private.h"
#include "recorder/search.h"

#include <glib/gi18n-lib.h>

#define POLL_S 60.0 /* a repair takes hours: one look a minute */

typedef struct
{
  gboolean running;    /* a disk says that it repairs */
  gboolean disk_bad;
  const char *started; /* last times in the log, recorder's local; owned by the entries */
  const char *stopped;
  const char *upgraded;
  GPtrArray *entries;
} Repair;

static void
repair_clear (Repair *repair)
{
  g_clear_pointer (&repair->entries, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Repair, repair_clear)

static void
read_log (Repair *repair)
{
  for (guint i = 0; repair->entries && i < repair->entries->len; i++)
    {
      const PalierLogEntry *entry = repair->entries->pdata[i];

      switch (palier_log_entry_get_kind (entry))
        {
        case PALIER_LOG_REPAIR_STARTED:
          repair->started = entry->time;
          break;
        case PALIER_LOG_REPAIR_STOPPED:
          repair->stopped = entry->time;
          break;
        case PALIER_LOG_UPGRADE:
          repair->upgraded = entry->time;
          break;
        default:
          break;
        }
    }
}

/* Disk status or the log, whichever this firmware tells (P7); an absent log is no error. */
static gboolean
look (PalierJob *job, Repair *repair, GCancellable *cancellable, GError **error)
{
  PalierConnection *connection = palier_job_get_connection (job);
  g_autoptr (GPtrArray) disks = palier_disks_read (connection, cancellable, error);

  if (!disks)
    return FALSE;
  repair->running = palier_disks_any (disks, PALIER_DISK_REPAIRING);
  repair->disk_bad = palier_disks_any (disks, PALIER_DISK_BAD);
  repair->entries = palier_log_search (connection, "2000-01-01T00:00:00", "2037-12-31T23:59:59", cancellable, NULL);
  read_log (repair);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* A start since the last landing: seen by us (journalled after the firmware was sent), or in the log after the
 * upgrade's entry. */
static gboolean
was_started (PalierJob *job, const Repair *repair)
{
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (palier_job_get_journal (job));
  const char *ours = palier_evidence_get_date (seen, "repair-started", NULL);
  const char *sent = palier_evidence_get_date (seen, "sent", NULL);

  if (repair->running || (ours && (!sent || g_strcmp0 (ours, sent) > 0)))
    return TRUE;
  return repair->started && repair->upgraded && g_strcmp0 (repair->started, repair->upgraded) > 0;
}

static gboolean
repair_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_auto (Repair) repair = { 0 };

  if (!look (job, &repair, cancellable, error))
    return FALSE;
  if (repair.disk_bad)
    palier_error_set (error, PALIER_ERROR_RECORDER_DISK, NULL);
  else if (!was_started (job, &repair) || repair.running)
    palier_error_set (error, PALIER_ERROR_NOT_DONE, NULL);
  else if (repair.started && g_strcmp0 (repair.stopped, repair.started) < 0)
    palier_error_set (error, PALIER_ERROR_REPAIR_STOPPED, "%s", repair.started);
  else
    return TRUE;
  return FALSE;
}

static gboolean
is_started (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_auto (Repair) repair = { 0 };

  if (!look (job, &repair, cancellable, error))
    return FALSE;
  if (was_started (job, &repair))
    return TRUE;
  palier_error_set (error, PALIER_ERROR_NOT_DONE, NULL);
  return FALSE;
}

/* Until the disks say that it ended; a recorder that restarts meanwhile is waited for. */
static gboolean
follow (PalierJob *job, GCancellable *cancellable, GError **error)
{
  for (;;)
    {
      g_autoptr (GError) local = NULL;

      if (repair_verify (job, cancellable, &local))
        return TRUE;
      if (!g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_DONE) && !palier_error_is_silence (local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (!palier_job_wait (job, POLL_S, cancellable, error))
        return FALSE;
    }
}

/* The wire has no public way to start it: the person does, at the recorder's menu, and we see it by ourselves. */
static gboolean
repair_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierJournal *journal = palier_job_get_journal (job);
  PalierAnswerKind answer = PALIER_ANSWER_NO;
  g_autoptr (GError) local = NULL;

  while (!is_started (job, cancellable, &local))
    {
      if (!g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_DONE))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      g_clear_error (&local);
      if (!palier_job_ask (job, PALIER_QUESTION_REPAIR, is_started, &answer, NULL, cancellable, error))
        return FALSE;
      if (answer == PALIER_ANSWER_NO)
        return palier_job_consent (job, "skip-repair", NULL, "put off at the question", error);
    }
  return palier_journal_observe (journal, "repair-started", "", error) && follow (job, cancellable, error);
}

/* Asked for by the plan that the journal began with: at V4.50.00 the recorder no longer tells where it came from. */
gboolean
palier_repair_wanted (PalierJob *job)
{
  return palier_job_get_origin (job)->repair_advised && !palier_job_has_consent (job, "skip-repair");
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
