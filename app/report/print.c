/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/print.h"

#include "config.h"
#include "report/section.h"

#include <glib/gi18n-lib.h>

static void
fill (PalierSheet *sheet, gconstpointer data)
{
  static void (*const sections[]) (PalierSheet *sheet, const PalierReport *report) = {
    palier_section_head,    palier_section_people,  palier_section_evidence, palier_section_steps,
    palier_section_backups, palier_section_changes, palier_section_footage,  palier_section_checkup,
    palier_section_agreements, palier_section_signatures,
  };

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    sections[i](sheet, data);
}

gboolean
palier_report_write_pdf (const PalierReport *self, const char *path, const char *language, const char *paper,
                         GError **error)
{
  g_autoptr (PalierWords) words = palier_words_new (language);
  g_autofree char *number = palier_report_dup_number (self);
  /* translators: %1$s is a recorder’s model, %2$s its serial number. */
  g_autofree char *title = palier_words_printf (words, N_ ("Intervention report: %1$s, %2$s"), self->model,
                                                self->serial);
  g_autofree char *subject = g_strdup_printf ("%s → %s", self->from ? self->from : "–", self->to ? self->to : "–");
  /* translators: %1$s is the program’s version, %2$s the report’s number. */
  g_autofree char *footer = palier_words_printf (words, N_ ("Made with Palier %1$s · report %2$s"), PALIER_VERSION,
                                                 number);
  const PalierSheetSetup setup = {
    .title = title, .author = *self->company ? self->company : self->technician, .subject = subject,
    .footer = footer, .paper = paper,
  };
  g_autoptr (GBytes) pdf = palier_sheet_print (words, &setup, fill, self, error);

  return pdf && palier_sheet_save (pdf, path, error);
}
