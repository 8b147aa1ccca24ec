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

typedef struct
{
  PalierWords *words;
  char *title, *subject, *footer;
  PalierSheetSetup setup;
} Document;

static void
document_open (Document *self, const PalierReport *report, const char *language, const char *paper)
{
  g_autofree char *number = palier_report_dup_number (report);

  self->words = palier_words_new (language);
  /* translators: %1$s is a recorder’s model, %2$s its serial number. */
  self->title = palier_words_printf (self->words, N_ ("Intervention report: %1$s, %2$s"), report->model,
                                     report->serial);
  self->subject = g_strdup_printf ("%s → %s", report->from ? report->from : "–", report->to ? report->to : "–");
  /* translators: %1$s is the program’s version, %2$s the report’s number. */
  self->footer = palier_words_printf (self->words, N_ ("Made with Palier %1$s · report %2$s"), PALIER_VERSION,
                                      number);
  self->setup = (PalierSheetSetup){
    .title = self->title, .author = *report->company ? report->company : report->technician,
    .subject = self->subject, .footer = self->footer, .paper = paper,
  };
}

static void
document_clear (Document *self)
{
  palier_words_free (self->words);
  g_free (self->title);
  g_free (self->subject);
  g_free (self->footer);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Document, document_clear)

gboolean
palier_report_write_pdf (const PalierReport *self, const char *path, const char *language, const char *paper,
                         GError **error)
{
  g_auto (Document) document;
  g_autoptr (GBytes) pdf = NULL;

  document_open (&document, self, language, paper);
  pdf = palier_sheet_print (document.words, &document.setup, fill, self, error);
  return pdf && palier_sheet_save (pdf, path, error);
}

GPtrArray *
palier_report_draw (const PalierReport *self, const char *language, const char *paper, GError **error)
{
  g_auto (Document) document;

  document_open (&document, self, language, paper);
  return palier_sheet_draw (document.words, &document.setup, fill, self, error);
}
