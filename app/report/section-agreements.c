/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/section.h"
#include "report/table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const struct
{
  const char *id;
  const char *title; /* msgid */
  const char *rule;
  gboolean waiver;
} known[] = {
  { "terms", N_ ("Terms of use of the manufacturer, age and capacity"), "P14", FALSE },
  { "default", N_ ("Full factory default, confirmed by typing"), "P2", FALSE },
  { "upgrade", N_ ("Start of the upgrade, confirmed by typing"), NULL, FALSE },
  { "unknown-package", N_ ("A firmware file that Palier does not know, confirmed by typing"), "P17", TRUE },
  { "skip-default", N_ ("Waived by typing: the full factory default. The risk that the recorder fails was named."),
    "P2", TRUE },
  { "skip-backup", N_ ("Waived: the copy of the configuration"), "P5", TRUE },
  { "restore", N_ ("The copy of the configuration put back, confirmed by typing"), NULL, FALSE },
  { "skip-repair", N_ ("Put off: the database repair"), "P6", TRUE },
};

static char *
dup_terms (const PalierReport *report, PalierWords *words)
{
  GString *text = g_string_new (NULL);
  const char *company = report->terms_capacity && g_str_has_prefix (report->terms_capacity, "company ")
                          ? report->terms_capacity + strlen ("company ") : NULL;

  if (company)
    {
      /* translators: %s is the name of a company. */
      g_autofree char *line = palier_words_printf (words, N_ ("on behalf of %s"), company);

      g_string_append (text, line);
    }
  else if (report->terms_capacity)
    g_string_append (text, palier_words_get (words, N_ ("in the person’s own name")));
  if (report->terms_language)
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                            palier_words_get (words, g_str_equal (report->terms_language, "fr")
                                                       ? N_ ("read in French")
                                                       : N_ ("read in English")));
  if (report->terms_sha256)
    {
      /* translators: %.16s is the beginning of the text’s SHA-256. */
      g_autofree char *line = palier_words_printf (words, N_ ("text SHA-256 %.16s…"), report->terms_sha256);

      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", line);
    }
  return g_string_free (text, FALSE);
}

static char *
dup_text (const PalierReport *report, PalierWords *words, const PalierObservation *consent, const char *title)
{
  g_autofree char *terms = g_str_equal (consent->what, "terms") ? dup_terms (report, words) : NULL;
  /* The file is named by its hash. */
  const char *detail = g_str_equal (consent->what, "unknown-package") ? consent->detail : terms;

  if (!detail || *detail == '\0')
    return g_strdup (title);
  return g_strdup_printf ("%s (%s)", title, detail);
}

static void
add (PalierTable *table, const PalierReport *report, PalierWords *words, const PalierObservation *consent)
{
  g_autofree char *date = palier_words_moment (words, consent->date);
  g_autofree char *text = NULL;
  const char *title = consent->what;
  const char *rule = NULL;
  gboolean waiver = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_equal (known[i].id, consent->what))
      {
        title = palier_words_get (words, known[i].title);
        rule = known[i].rule;
        waiver = known[i].waiver;
      }
  text = dup_text (report, words, consent, title);
  palier_table_add (table, waiver ? PALIER_INK_WARN : PALIER_INK_GOOD,
                    (const char *const[]){ palier_words_get (words, waiver ? N_ ("Exception") : N_ ("Given")), text,
                                           date, rule });
}

void
palier_section_agreements (PalierSheet *sheet, const PalierReport *report)
{
  static const PalierColumn columns[] = {
    { N_ ("Agreement"), 15, PALIER_TYPE_STRONG },
    { N_ ("To what"), 66, PALIER_TYPE_BODY },
    { N_ ("When"), 22, PALIER_TYPE_BODY },
    { N_ ("Rule"), 8, PALIER_TYPE_CAPTION },
  };
  PalierWords *words = palier_sheet_get_words (sheet);
  g_autoptr (PalierTable) table = NULL;

  if (report->consents->len == 0)
    return;
  palier_sheet_heading (sheet, palier_words_get (words, N_ ("Agreements and exceptions")), 50);
  table = palier_table_new (sheet, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < report->consents->len; i++)
    add (table, report, words, report->consents->pdata[i]);
}
