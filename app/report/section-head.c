/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/section.h"

#include <glib/gi18n-lib.h>

#define MARK 34.0
#define CARD 114.0
#define PAD 16.0

static const PalierStyle title = { PALIER_TYPE_TITLE, PALIER_INK_TEXT, PANGO_ALIGN_LEFT, 1 };
static const PalierStyle caption = { PALIER_TYPE_CAPTION, PALIER_INK_QUIET, PANGO_ALIGN_LEFT, 1 };
static const PalierStyle aside = { PALIER_TYPE_CAPTION, PALIER_INK_QUIET, PANGO_ALIGN_RIGHT, 1 };
static const PalierStyle strong = { PALIER_TYPE_STRONG, PALIER_INK_TEXT, PANGO_ALIGN_LEFT, 1 };
static const PalierStyle fixed = { PALIER_TYPE_FIXED, PALIER_INK_TEXT, PANGO_ALIGN_LEFT, 1 };

static void
draw_letterhead (PalierSheet *sheet, const PalierReport *report)
{
  PalierWords *words = palier_sheet_get_words (sheet);
  double x = palier_sheet_get_left (sheet);
  double y = palier_sheet_get_y (sheet);
  double width = palier_sheet_get_width (sheet);
  g_autofree char *number = palier_report_dup_number (report);
  /* translators: %s is the report’s number, as in “20261124-0930-4821”. */
  g_autofree char *line = palier_words_printf (words, N_ ("Report %s"), number);
  g_autofree char *begun = palier_words_moment (words, report->begun);
  g_autofree char *end = palier_words_moment (words, report->finished);
  /* translators: %1$s and %2$s are dates with their times: begun, finished. */
  g_autofree char *span = *end ? palier_words_printf (words, N_ ("%1$s to %2$s"), begun, end) : g_strdup (begun);

  palier_draw_mark (sheet, x, y, MARK);
  palier_sheet_begin (sheet, "H1");
  palier_sheet_text (sheet, palier_words_get (words, N_ ("Intervention report")), title, x + MARK + 12, y,
                     width - MARK - 190);
  palier_sheet_end (sheet, "H1");
  palier_sheet_text (sheet, palier_words_get (words, N_ ("Firmware upgrade of a network video recorder")), caption,
                     x + MARK + 12, y + 22, width - MARK - 190);
  palier_sheet_text (sheet, line, aside, x + width - 180, y + 7, 180);
  palier_sheet_text (sheet, span, aside, x + width - 180, y + 22, 180);
  palier_sheet_skip (sheet, MARK + 14);
}

static const char *
get_word (PalierOutcome outcome)
{
  static const char *const texts[] = {
    [PALIER_OUTCOME_UNFINISHED] = N_ ("Not finished"), [PALIER_OUTCOME_PROVED] = N_ ("Proved"),
    [PALIER_OUTCOME_DECLARED] = N_ ("Declared"),       [PALIER_OUTCOME_STOPPED] = N_ ("Stopped"),
    [PALIER_OUTCOME_FAILED] = N_ ("Failed"),
  };

  return texts[outcome];
}

static const char *
get_sentence (const PalierReport *report)
{
  if (report->outcome == PALIER_OUTCOME_PROVED && report->plan->verdict == PALIER_VERDICT_NOTHING)
    return N_ ("The recorder stands at the last landing of the procedure, or above: no firmware was sent.");
  switch (report->outcome)
    {
    case PALIER_OUTCOME_PROVED:
      return N_ ("Version and build were read from the recorder itself at the end, signed in.");
    case PALIER_OUTCOME_DECLARED:
      return N_ ("The version was read from the recorder’s screen and typed by the person who was there. Palier did "
                 "not read it itself.");
    case PALIER_OUTCOME_UNFINISHED:
      return N_ ("This intervention is still open. It can be continued: Palier first asks the recorder where it "
                 "stands.");
    default:
      return report->sentence ? report->sentence
                              : N_ ("A step did not succeed; it is named below. The recorder is as the last step left "
                                    "it.");
    }
}

/* "V3.4.92 build 170518" in two: what is large, and what stands small below it. */
static void
split (const char *firmware, char **version, char **build)
{
  g_auto (GStrv) parts = g_strsplit (firmware ? firmware : "–", " ", 2);

  *version = g_strdup (parts[0] ? parts[0] : "–");
  *build = g_strdup (parts[0] && parts[1] ? parts[1] : "");
}

static void
draw_version (PalierSheet *sheet, const char *name, const char *firmware, PalierInk ink, double x, double y)
{
  const PalierStyle hero = { PALIER_TYPE_HERO, ink, PANGO_ALIGN_LEFT, 1 };
  g_autofree char *version = NULL;
  g_autofree char *build = NULL;

  split (firmware, &version, &build);
  palier_sheet_text (sheet, palier_words_get (palier_sheet_get_words (sheet), name), caption, x, y, 150);
  palier_sheet_text (sheet, version, hero, x, y + 10, 150);
  palier_sheet_text (sheet, build, caption, x, y + 41, 150);
}

static void
draw_arrow (PalierSheet *sheet, double x, double y)
{
  cairo_t *cr = palier_sheet_get_cairo (sheet);

  palier_sheet_set_ink (sheet, PALIER_INK_ACCENT);
  cairo_set_line_width (cr, 2);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + 26, y);
  cairo_move_to (cr, x + 19, y - 6);
  cairo_line_to (cr, x + 26, y);
  cairo_line_to (cr, x + 19, y + 6);
  cairo_stroke (cr);
}

static void
draw_fact (PalierSheet *sheet, const char *name, const char *text, PalierStyle style, double x, double y, double width)
{
  palier_sheet_text (sheet, palier_words_get (palier_sheet_get_words (sheet), name), caption, x, y, width);
  palier_sheet_text (sheet, text && *text ? text : "–", style, x, y + 11, width);
}

static void
draw_identity (PalierSheet *sheet, const PalierReport *report, double x, double y, double width)
{
  g_autofree char *digits = palier_serial_last_four (report->serial);

  draw_fact (sheet, N_ ("Recorder"), report->model, strong, x, y, width * 0.25);
  /* Its last four digits are what people tell recorders apart by, and what is typed. */
  draw_fact (sheet, N_ ("Serial number"), digits, strong, x + width * 0.26, y, width * 0.3);
  palier_sheet_text (sheet, report->serial, fixed, x + width * 0.26 + 34, y + 12.5, width * 0.48 - 34);
  draw_fact (sheet, N_ ("MAC address"), report->mac, fixed, x + width * 0.78, y, width * 0.22);
}

static void
draw_card (PalierSheet *sheet, const PalierReport *report)
{
  PalierWords *words = palier_sheet_get_words (sheet);
  PalierInk ink = palier_outcome_get_ink (report->outcome);
  double x = palier_sheet_get_left (sheet);
  double y = palier_sheet_get_y (sheet);
  double width = palier_sheet_get_width (sheet);
  gboolean reached = report->outcome == PALIER_OUTCOME_PROVED || report->outcome == PALIER_OUTCOME_DECLARED;

  palier_sheet_set_ink (sheet, PALIER_INK_TINT);
  palier_sheet_rounded (sheet, x, y, width, CARD, 8);
  cairo_fill (palier_sheet_get_cairo (sheet));
  palier_sheet_begin (sheet, "P");
  draw_version (sheet, N_ ("Before"), report->from, PALIER_INK_QUIET, x + PAD, y + 14);
  draw_arrow (sheet, x + PAD + 118, y + 39);
  draw_version (sheet, reached ? N_ ("Now") : N_ ("Last read"), report->to, PALIER_INK_ACCENT, x + PAD + 164, y + 14);
  palier_draw_pill (sheet, palier_words_get (words, get_word (report->outcome)), ink, x + width - PAD, y + 14, TRUE);
  palier_sheet_end (sheet, "P");
  palier_sheet_rule (sheet, x + PAD, y + 73, width - 2 * PAD);
  draw_identity (sheet, report, x + PAD, y + 81, width - 2 * PAD);
  palier_sheet_skip (sheet, CARD + 8);
}

/* Of the default and its waiver, the last word counts. */
static gboolean
is_taken_back (const PalierReport *report, guint waiver)
{
  for (guint i = waiver + 1; i < report->consents->len; i++)
    if (g_str_equal (((const PalierObservation *) report->consents->pdata[i])->what, "default"))
      return TRUE;
  return FALSE;
}

static gboolean
has_exceptions (const PalierReport *report)
{
  for (guint i = 0; i < report->consents->len; i++)
    {
      const char *id = ((const PalierObservation *) report->consents->pdata[i])->what;

      if ((g_str_equal (id, "skip-default") && !is_taken_back (report, i)) || g_str_equal (id, "skip-backup")
          || g_str_equal (id, "unknown-package"))
        return TRUE;
    }
  return FALSE;
}

void
palier_section_head (PalierSheet *sheet, const PalierReport *report)
{
  PalierWords *words = palier_sheet_get_words (sheet);
  const PalierStyle said = { PALIER_TYPE_BODY, palier_outcome_get_ink (report->outcome), PANGO_ALIGN_LEFT, 0 };
  const PalierStyle body = { PALIER_TYPE_BODY, PALIER_INK_TEXT, PANGO_ALIGN_LEFT, 0 };
  const PalierStyle warning = { PALIER_TYPE_BODY, PALIER_INK_WARN, PANGO_ALIGN_LEFT, 0 };

  draw_letterhead (sheet, report);
  draw_card (sheet, report);
  palier_sheet_paragraph (sheet, palier_words_get (words, get_sentence (report)), said);
  if (report->remedy && report->outcome >= PALIER_OUTCOME_STOPPED)
    palier_sheet_paragraph (sheet, palier_words_get (words, report->remedy), body);
  if (has_exceptions (report))
    palier_sheet_paragraph (sheet,
                            palier_words_get (words, N_ ("Exceptions were made to the procedure: they are named under "
                                                         "“Agreements and exceptions”.")), warning);
  palier_sheet_skip (sheet, 7);
}

void
palier_section_people (PalierSheet *sheet, const PalierReport *report)
{
  const char *const names[] = { N_ ("Site"), N_ ("Customer"), N_ ("Technician"), N_ ("Company") };
  const char *const texts[] = { report->site, report->customer, report->technician, report->company };
  const PalierStyle body = { PALIER_TYPE_BODY, PALIER_INK_TEXT, PANGO_ALIGN_LEFT, 2 };
  double cell = palier_sheet_get_width (sheet) / G_N_ELEMENTS (names);
  double y = palier_sheet_get_y (sheet);
  double tallest = 12;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      double x = palier_sheet_get_left (sheet) + i * cell;

      palier_sheet_begin (sheet, "P");
      palier_sheet_text (sheet, palier_words_get (palier_sheet_get_words (sheet), names[i]), caption, x, y, cell - 10);
      tallest = MAX (tallest, palier_sheet_text (sheet, texts[i], body, x, y + 11, cell - 10));
      palier_sheet_end (sheet, "P");
      /* A name that was not typed can still be written by hand. */
      if (*texts[i] == '\0')
        palier_sheet_rule (sheet, x, y + 23, cell - 16);
    }
  palier_sheet_skip (sheet, tallest + 22);
}
