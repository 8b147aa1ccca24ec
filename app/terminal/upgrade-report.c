/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/upgrade-report.h"

#include "report/report-job.h"

#include <glib/gi18n-lib.h>

static const char *
get_language (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "fr") ? "fr" : "en";
}

static gboolean
write_report (Upgrade *self, PalierRunState state, const GError *problem, GError **error)
{
  g_autoptr (PalierReport) report
      = palier_report_new_for_job (self->job, state, problem, self->cancellable, error);

  return report && palier_report_save (report, self->report, get_language (), error);
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
