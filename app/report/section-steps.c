/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/section.h"
#include "report/table.h"

#include <glib/gi18n-lib.h>

static const PalierColumn columns[] = {
  { N_ ("Outcome"), 12, PALIER_TYPE_STRONG },
  { N_ ("Step"), 45, PALIER_TYPE_BODY },
  { N_ ("Time"), 15, PALIER_TYPE_CAPTION },
  { N_ ("Rule of the procedure"), 47, PALIER_TYPE_SMALL },
};

static const char *
get_word (PalierRowState state)
{
  static const char *const texts[] = {
    [PALIER_ROW_OPEN] = N_ ("Not ended"),   [PALIER_ROW_DONE] = N_ ("Done"),
    [PALIER_ROW_DECLARED] = N_ ("Declared"), [PALIER_ROW_KEPT] = N_ ("Already so"),
    [PALIER_ROW_SKIPPED] = N_ ("Skipped"),  [PALIER_ROW_FAILED] = N_ ("Failed"),
  };

  return texts[state];
}

static PalierInk
get_ink (PalierRowState state)
{
  switch (state)
    {
    case PALIER_ROW_DONE:
      return PALIER_INK_GOOD;
    case PALIER_ROW_KEPT:
      return PALIER_INK_QUIET;
    case PALIER_ROW_FAILED:
      return PALIER_INK_BAD;
    default:
      return PALIER_INK_WARN;
    }
}

static char *
dup_title (PalierWords *words, const PalierReportStep *step)
{
  const char *title = palier_words_get (words, step->title);

  if (*step->landing == '\0')
    return g_strdup (title);
  return g_strdup_printf ("%s · %s", title, step->landing);
}

static char *
dup_times (PalierWords *words, const PalierReportStep *step)
{
  g_autofree char *begun = palier_words_time (words, step->begun);
  g_autofree char *ended = palier_words_time (words, step->ended);

  if (*begun && *ended && !g_str_equal (begun, ended))
    return g_strdup_printf ("%s – %s", begun, ended);
  return g_strdup (*ended ? ended : begun);
}

static char *
dup_rule (PalierWords *words, const PalierReportStep *step)
{
  const PalierRule *rule = step->rule ? palier_rule_find (step->rule) : NULL;
  g_autofree char *name = rule ? g_strdup_printf ("%s · %s", rule->id, palier_words_get (words, rule->title)) : NULL;

  if (step->failures == 0)
    return g_steal_pointer (&name);
  if (!name)
    /* translators: %u is how many attempts of a step failed before it went well. */
    return palier_words_printf (words, N_ ("failed attempts before: %u"), step->failures);
  /* translators: %1$s is a rule of the procedure, %2$u how many attempts failed before this one. */
  return palier_words_printf (words, N_ ("%1$s (failed attempts before: %2$u)"), name, step->failures);
}

void
palier_section_steps (PalierSheet *sheet, const PalierReport *report)
{
  PalierWords *words = palier_sheet_get_words (sheet);
  g_autoptr (PalierTable) table = NULL;

  if (report->steps->len == 0)
    return;
  palier_sheet_heading (sheet, palier_words_get (words, N_ ("What was done")), 50);
  table = palier_table_new (sheet, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < report->steps->len; i++)
    {
      const PalierReportStep *step = report->steps->pdata[i];
      g_autofree char *title = dup_title (words, step);
      g_autofree char *times = dup_times (words, step);
      g_autofree char *rule = dup_rule (words, step);
      const char *cells[] = { palier_words_get (words, get_word (step->state)), title, times, rule };

      palier_table_add (table, get_ink (step->state), cells);
    }
}
