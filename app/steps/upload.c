/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/steps.h"

#include "base/error.h"
#include "run/job-private.h"

#include <glib/gi18n-lib.h>

#define TRIES 3
#define LOOK_EVERY_S 10.0

gboolean
palier_upload_has_seen (PalierJob *job, const char *what)
{
  const char *version = palier_job_get_landing (job)->version.spelling;

  return palier_job_has_seen_after (job, what, version, "sending", version);
}

/* A whole file that still waits for its restart is one of ours: "100 %" may be left over from the landing before. */
static gboolean
is_ours (PalierJob *job)
{
  const char *version = palier_job_get_landing (job)->version.spelling;

  return palier_job_has_seen_after (job, "sending", version, NULL, NULL) && !palier_upload_has_seen (job, "restarted");
}

/* It may take a moment before it says that it writes: what it has just taken is not taken for lost. */
static gboolean
may_begin_yet (PalierJob *job)
{
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (palier_job_get_journal (job));
  const char *date = palier_evidence_get_date (seen, "sent", palier_job_get_landing (job)->version.spelling);
  g_autoptr (GDateTime) sent_at = date ? g_date_time_new_from_iso8601 (date, NULL) : NULL;
  g_autoptr (GDateTime) now = palier_clock_date (palier_job_get_clock (job));
  gint64 elapsed = sent_at ? g_date_time_difference (now, sent_at) / G_TIME_SPAN_SECOND : -1;

  return is_ours (job) && palier_upload_has_seen (job, "sent") && !palier_upload_has_seen (job, "writing")
         && elapsed >= 0 && elapsed <= PALIER_SETTLE_S;
}

gboolean
palier_upload_is_under_way (PalierJob *job, GCancellable *cancellable)
{
  PalierUpgradeStatus status = { 0 };

  if (!is_ours (job))
    return FALSE;
  if (palier_upgrade_status_read (palier_job_get_connection (job), &status, cancellable, NULL)
      && (status.upgrading || status.percent >= 100))
    return TRUE;
  return may_begin_yet (job);
}

/* TRUE: nothing is left to send, since the landing runs or is being written. */
static gboolean
upload_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierUpgradeStatus status = { 0 };
  g_autoptr (GError) local = NULL;

  if (!palier_job_read_again (job, cancellable, error))
    return FALSE;
  if (palier_job_is_at_landing (job))
    return TRUE;
  if (palier_upgrade_status_read (palier_job_get_connection (job), &status, cancellable, &local))
    {
      if (status.upgrading || (status.percent >= 100 && is_ours (job)))
        return TRUE;
    }
  else if (!g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_SUPPORTED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  palier_error_set (error, PALIER_ERROR_NOT_DONE, NULL);
  return FALSE;
}

/* Every rule, asked of what was read a moment ago. */
gboolean
palier_upload_check (PalierJob *job, GCancellable *cancellable, GError **error)
{
  guint landing = palier_job_get_landing_index (job);
  PalierPackage *package = palier_job_get_package (job, landing);
  PalierFacts facts;
  PalierPackageFacts package_facts;

  if (!package)
    {
      palier_error_set (error, PALIER_ERROR_PACKAGE_MISSING, NULL);
      return FALSE;
    }
  palier_job_get_facts (job, &facts);
  palier_job_get_package_facts (job, landing, package, &package_facts);
  return palier_gate_check_upload (palier_job_get_catalogue (job), &facts, &package_facts, error);
}

static void
sent_cb (guint64 sent, guint64 total, gpointer data)
{
  palier_job_set_fraction (data, total > 0 ? (double) sent / (double) total : 0);
}

static gboolean
send_once (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierJournal *journal = palier_job_get_journal (job);
  const char *version = palier_job_get_landing (job)->version.spelling;
  PalierPackage *package = palier_job_get_package (job, palier_job_get_landing_index (job));
  g_autoptr (GBytes) bytes = palier_package_get_bytes (package);

  return palier_journal_observe (journal, "sending", version, error)
         && palier_firmware_upload (palier_job_get_connection (job), bytes, sent_cb, job, cancellable, error)
         && palier_journal_observe (journal, "sent", version, error);
}

/* A file that it got whole is written from now on, even when its answer was lost; it may say so a moment later. */
static gboolean
look_for_writing (PalierJob *job, GCancellable *cancellable, GError **error)
{
  double since = palier_clock_now (palier_job_get_clock (job));

  for (;;)
    {
      g_autoptr (GError) local = NULL;

      if (upload_verify (job, cancellable, &local))
        return TRUE;
      if (!g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_DONE)
          || palier_clock_now (palier_job_get_clock (job)) - since > PALIER_SETTLE_S)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (!palier_job_wait (job, LOOK_EVERY_S, cancellable, error))
        return FALSE;
    }
}

/* After a lost answer only the recorder knows. It is sent again only if the recorder answers, signed in, with the old
 * version, not upgrading, and every rule says yes again. */
static gboolean
may_send_again (PalierJob *job, gboolean *landed, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!palier_job_await (job, palier_job_read_again, cancellable, error))
    return FALSE;
  *landed = look_for_writing (job, cancellable, &local);
  if (*landed)
    return palier_journal_observe (palier_job_get_journal (job), "sent",
                                   palier_job_get_landing (job)->version.spelling, error);
  if (g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_DONE))
    return palier_upload_check (job, cancellable, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
upload_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  for (guint tries = 1;; tries++)
    {
      g_autoptr (GError) local = NULL;
      gboolean landed = FALSE;

      if (send_once (job, cancellable, &local))
        return TRUE;
      if (!palier_error_is_silence (local) || tries == TRIES)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (!may_send_again (job, &landed, cancellable, error))
        return FALSE;
      if (landed)
        return TRUE;
    }
}

/* Taken by the recorder: it runs, is being written, or it has gone away to write and restart. */
static gboolean
upload_verify_after (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (upload_verify (job, cancellable, &local))
    return TRUE;
  if (palier_error_is_silence (local) && is_ours (job) && palier_upload_has_seen (job, "sent"))
    return TRUE;
  if (g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_DONE) && may_begin_yet (job))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

const PalierStep palier_step_upload = {
  .id = "upload",
  .title = N_ ("Send the firmware"),
  .doing = N_ ("Sending the firmware to the recorder"),
  .weight = 10,
  .flags = PALIER_STEP_CHANGES | PALIER_STEP_NO_RETURN,
  .check = palier_upload_check,
  .run = upload_run,
  .verify = upload_verify_after,
};
