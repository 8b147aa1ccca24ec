/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/steps.h"

#include "base/error.h"
#include "run/job-private.h"
#include "recorder/search.h"
#include "recorder/sign-in.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define RESTART_BEGINS_S 20.0

gboolean
palier_default_wanted (PalierJob *job)
{
  return palier_job_get_landing (job)->default_before && !palier_job_has_consent (job, "skip-default");
}

static gboolean
is_inactive (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierActivateStatus status = { 0 };

  if (!palier_activate_status_read (palier_job_get_connection (job), &status, cancellable, error))
    return FALSE;
  if (!status.activated)
    return TRUE;
  palier_error_set (error, PALIER_ERROR_NOT_DONE, NULL);
  return FALSE;
}

/* What the recorder's own log has of these, each the last of its kind; NULL: nothing. */
typedef struct
{
  GPtrArray *entries;
  const char *upgraded;
  const char *defaulted;
  const char *imported;
} Log;

static void
log_clear (Log *log)
{
  g_clear_pointer (&log->entries, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Log, log_clear)

static void
read_log (PalierJob *job, Log *log, GCancellable *cancellable)
{
  log->entries = palier_log_search (palier_job_get_connection (job), "2000-01-01T00:00:00", "2037-12-31T23:59:59",
                                    cancellable, NULL);
  for (guint i = 0; log->entries && i < log->entries->len; i++)
    {
      const PalierLogEntry *entry = log->entries->pdata[i];
      PalierLogKind kind = palier_log_entry_get_kind (entry);

      if (kind == PALIER_LOG_UPGRADE)
        log->upgraded = entry->time;
      else if (kind == PALIER_LOG_DEFAULT)
        log->defaulted = entry->time;
      else if (kind == PALIER_LOG_IMPORT)
        log->imported = entry->time;
    }
}

static gboolean
was_imported_since (const Log *log)
{
  return log->defaulted && g_strcmp0 (log->imported, log->defaulted) >= 0;
}

/* A default from before Palier, or one whose answer was lost, counts by the recorder's own log alone: an entry
 * later than the one of the upgrade to this landing, and no configuration put back since. */
static gboolean
is_in_log (PalierJob *job, GCancellable *cancellable)
{
  g_auto (Log) log = { 0 };

  read_log (job, &log, cancellable);
  return log.upgraded && log.defaulted && strcmp (log.defaulted, log.upgraded) > 0 && !was_imported_since (&log);
}

static gboolean
not_seen (GError **error)
{
  palier_error_set (error, PALIER_ERROR_NOT_DONE, NULL);
  return FALSE;
}

/* Days may lie between two runs, and a configuration that somebody else has put back voids the default as one of ours
 * does. */
static gboolean
still_counts (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_auto (Log) log = { 0 };

  if (palier_job_get_default_evidence (job) != PALIER_DEFAULT_SEEN)
    return TRUE;
  read_log (job, &log, cancellable);
  return !was_imported_since (&log)
         || (palier_journal_observe (palier_job_get_journal (job), "imported", "by another", error) && not_seen (error));
}

/* P2's evidence. Inactive alone proves nothing: V3.4 can be made inactive without a default. */
static gboolean
default_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierJournal *journal = palier_job_get_journal (job);
  PalierDefaultEvidence evidence = palier_job_get_default_evidence (job);
  g_autoptr (GError) local = NULL;

  if (is_inactive (job, cancellable, &local))
    {
      if (evidence == PALIER_DEFAULT_ACCEPTED && !palier_journal_observe (journal, "inactive", "", error))
        return FALSE;
      return evidence >= PALIER_DEFAULT_ACCEPTED || not_seen (error);
    }
  if (!g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_DONE)
      && !g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_SUPPORTED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (evidence < PALIER_DEFAULT_INACTIVE && evidence != PALIER_DEFAULT_ACCEPTED && is_in_log (job, cancellable))
    {
      if (!palier_job_read_again (job, cancellable, error)
          || !palier_journal_observe (journal, "default-logged", "", error))
        return FALSE;
      return palier_job_get_default_evidence (job) >= PALIER_DEFAULT_INACTIVE || not_seen (error);
    }
  return evidence >= PALIER_DEFAULT_INACTIVE ? still_counts (job, cancellable, error) : not_seen (error);
}

/* Once it was accepted, silence is a restart on the way, and the recorder may come back elsewhere. */
static gboolean
default_verify_patiently (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierDefaultEvidence evidence = palier_job_get_default_evidence (job);
  g_autoptr (GError) local = NULL;

  /* What comes after the default has begun already: a run that is gone on with while the recorder writes. */
  if (default_verify (job, cancellable, &local) || palier_upload_is_under_way (job, cancellable))
    return TRUE;
  if (palier_job_expects_certificate (job, local)
      || (palier_error_is_silence (local) && evidence >= PALIER_DEFAULT_ACCEPTED && evidence < PALIER_DEFAULT_SEEN))
    return palier_job_await_anywhere (job, default_verify, cancellable, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
palier_default_check (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierFacts facts;

  palier_job_get_facts (job, &facts);
  return palier_gate_check_default (palier_job_get_catalogue (job), &facts, error);
}

/* Never while it writes firmware, whoever sent that. */
static gboolean
check_quiet (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierUpgradeStatus status = { 0 };

  if (!palier_default_check (job, cancellable, error))
    return FALSE;
  if (!palier_upgrade_status_read (palier_job_get_connection (job), &status, cancellable, NULL) || !status.upgrading)
    return TRUE;
  palier_error_set (error, PALIER_ERROR_UPGRADING, "%d %%", status.percent);
  return FALSE;
}

static gboolean
default_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierJournal *journal = palier_job_get_journal (job);
  PalierConnection *connection = palier_job_get_connection (job);
  gboolean reboot = FALSE;

  if (!palier_journal_observe (journal, "defaulting", "", error)
      || !palier_factory_reset (connection, PALIER_RESET_FULL, &reboot, cancellable, error)
      || !palier_journal_observe (journal, "default-accepted", "", error))
    return FALSE;
  if (reboot)
    {
      g_autoptr (GError) local = NULL;

      /* It may go away before it answers. */
      if (!palier_reboot (connection, cancellable, &local) && !palier_error_is_silence (local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  /* It may say that it is inactive a moment before it restarts. */
  return palier_job_wait (job, RESTART_BEGINS_S, cancellable, error)
         && palier_job_await_anywhere (job, is_inactive, cancellable, error);
}

const PalierStep palier_step_default = {
  .id = "default",
  .title = N_ ("Full factory default"),
  .doing = N_ ("Setting the recorder back to its factory settings"),
  .weight = 10,
  .flags = PALIER_STEP_CHANGES | PALIER_STEP_NO_RETURN,
  .check = check_quiet,
  .run = default_run,
  .verify = default_verify_patiently,
  .wanted = palier_default_wanted,
};
