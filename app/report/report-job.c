/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/report-job.h"

#include "base/save.h"
#include "inventory/note.h"
#include "report/print.h"

/* Where nothing was to be climbed, the journal has not been begun: it says which recorder this is about. */
static gboolean
begin_journal (PalierJob *job, GError **error)
{
  PalierJournal *journal = palier_job_get_journal (job);
  const PalierDeviceInfo *info = palier_job_get_survey (job)->info;
  gboolean declared = palier_job_get_survey (job)->declared;

  return g_file_test (palier_journal_get_path (journal), G_FILE_TEST_EXISTS)
         || (palier_journal_set_field (journal, "model", info->model, error)
             && palier_journal_set_field (journal, "from", info->firmware ? info->firmware : "", error)
             && (!declared || palier_journal_observe (journal, "declared", info->firmware, error)));
}

/* One that failed may be away, or busy: it is left alone. */
static gboolean
note_after (PalierJob *job, PalierRunState state, GCancellable *cancellable, GError **error)
{
  g_autofree char *noted = palier_journal_dup_field (palier_job_get_journal (job), PALIER_INVENTORY_AFTER);

  /* Nothing is connected to one that is upgraded at its screen. */
  return noted || state != PALIER_RUN_DONE || palier_job_get_connection (job) == NULL
         || palier_inventory_note (job, PALIER_INVENTORY_AFTER, cancellable, error);
}

PalierReport *
palier_report_new_for_job (PalierJob *job, PalierRunState state, const GError *problem, GCancellable *cancellable,
                           GError **error)
{
  PalierReport *report;

  if (!begin_journal (job, error) || !note_after (job, state, cancellable, error))
    return NULL;
  report = palier_report_new (palier_journal_get_path (palier_job_get_journal (job)),
                              palier_catalogue_get_shipped (), error);
  if (report)
    palier_report_set_outcome (report, state, problem);
  return report;
}

gboolean
palier_report_save (const PalierReport *self, const char *path, const char *language, GError **error)
{
  g_autofree char *json = NULL;

  if (!g_str_has_suffix (path, ".json"))
    return palier_report_write_pdf (self, path, language, NULL, error);
  json = palier_report_to_json (self, language);
  return palier_save (path, json, -1, error);
}
