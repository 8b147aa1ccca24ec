/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/upgrade-report.h"

#include "report/print.h"

#include <glib/gi18n-lib.h>

static PalierInventory *
read_inventory (Upgrade *self, GError **error)
{
  g_autoptr (GDateTime) now = palier_clock_date (palier_job_get_clock (self->job));

  return palier_inventory_read (palier_job_get_connection (self->job), now, self->cancellable, error);
}

gboolean
palier_upgrade_note_before (Upgrade *self, GError **error)
{
  PalierJournal *journal = palier_job_get_journal (self->job);
  g_autofree char *noted = palier_journal_dup_field (journal, "inventory-before");
  g_autoptr (PalierInventory) inventory = NULL;
  g_autofree char *text = NULL;

  if (!self->report || noted)
    return TRUE;
  inventory = read_inventory (self, error);
  if (!inventory)
    return FALSE;
  text = palier_inventory_to_text (inventory);
  return palier_journal_set_field (journal, "inventory-before", text, error);
}

static const char *
get_language (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "fr") ? "fr" : "en";
}

/* Where nothing was to be climbed, the journal has not been begun: it says which recorder this is about. */
static PalierReport *
open_report (Upgrade *self, GError **error)
{
  PalierJournal *journal = palier_job_get_journal (self->job);
  const PalierDeviceInfo *info = palier_job_get_survey (self->job)->info;
  const char *path = palier_journal_get_path (journal);

  if (!g_file_test (path, G_FILE_TEST_EXISTS)
      && (!palier_journal_set_field (journal, "model", info->model, error)
          || !palier_journal_set_field (journal, "from", info->firmware ? info->firmware : "", error)))
    return NULL;
  return palier_report_new (path, palier_catalogue_get_shipped (), error);
}

static gboolean
write_file (const PalierReport *report, const char *path, GError **error)
{
  g_autofree char *json = NULL;

  if (!g_str_has_suffix (path, ".json"))
    return palier_report_write_pdf (report, path, get_language (), NULL, error);
  json = palier_report_to_json (report, get_language ());
  if (g_file_set_contents (path, json, -1, error))
    return TRUE;
  palier_error_adopt (error, PALIER_ERROR_CANNOT_WRITE);
  return FALSE;
}

static gboolean
write_report (Upgrade *self, PalierRunState state, const GError *problem, GError **error)
{
  g_autoptr (PalierReport) report = open_report (self, error);
  PalierInventory *after = NULL;

  if (!report)
    return FALSE;
  palier_report_set_outcome (report, state, problem);
  /* One that failed may be away, or busy: it is left alone. */
  if (state == PALIER_RUN_DONE)
    after = read_inventory (self, error);
  if (state == PALIER_RUN_DONE && !after)
    return FALSE;
  if (after)
    palier_report_take_after (report, after);
  return write_file (report, self->report, error);
}

int
palier_upgrade_write_report (Upgrade *self, PalierRunState state, const GError *error, int status)
{
  g_autoptr (GError) local = NULL;
  int failure;

  if (!self->report || !self->job)
    return status;
  if (write_report (self, state, error, &local))
    {
      /* translators: %s is the name of a file. */
      g_printerr (_ ("The report is in %s."), self->report);
      g_printerr ("\n");
      return status;
    }
  failure = palier_command_fail (local);
  return status == 0 ? failure : status;
}
