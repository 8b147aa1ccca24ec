/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/section.h"

#include <glib/gi18n-lib.h>

#define BOX 64.0
#define GAP 16.0

static void
draw_box (PalierSheet *sheet, const char *who, const char *name, const char *note, double x, double width)
{
  const PalierStyle strong = { PALIER_TYPE_STRONG, PALIER_INK_TEXT, PANGO_ALIGN_LEFT, 1 };
  const PalierStyle quiet = { PALIER_TYPE_CAPTION, PALIER_INK_QUIET, PANGO_ALIGN_LEFT, 2 };
  PalierWords *words = palier_sheet_get_words (sheet);
  double y = palier_sheet_get_y (sheet);

  palier_sheet_set_ink (sheet, PALIER_INK_LINE);
  cairo_set_line_width (palier_sheet_get_cairo (sheet), 0.8);
  palier_sheet_rounded (sheet, x, y, width, BOX, 6);
  cairo_stroke (palier_sheet_get_cairo (sheet));
  palier_sheet_begin (sheet, "P");
  palier_sheet_text (sheet, palier_words_get (words, who), strong, x + 10, y + 8, width - 20);
  palier_sheet_text (sheet, *name ? name : palier_words_get (words, N_ ("Name, date and signature")), quiet, x + 10,
                     y + 21, width - 20);
  palier_sheet_text (sheet, palier_words_get (words, note), quiet, x + 10, y + BOX - 17, width - 20);
  palier_sheet_end (sheet, "P");
}

static void
draw_source (PalierSheet *sheet, const PalierReport *report)
{
  const PalierStyle quiet = { PALIER_TYPE_CAPTION, PALIER_INK_QUIET, PANGO_ALIGN_LEFT, 0 };
  PalierWords *words = palier_sheet_get_words (sheet);
  g_autofree char *text = palier_words_printf (
    /* translators: %s is the date on which the manufacturer published the page, as in “2021-02-02”. */
    words, N_ ("Procedure followed: the manufacturer’s I-series upgrade page, published %s. A newer one may exist: the "
               "page itself says so. Rules P9, P11, P12 and P15 to P17 are Palier’s own caution. Palier is no part of "
               "the manufacturer."),
    report->page_date);

  palier_sheet_paragraph (sheet, text, quiet);
  palier_sheet_skip (sheet, 12);
}

void
palier_section_signatures (PalierSheet *sheet, const PalierReport *report)
{
  PalierWords *words = palier_sheet_get_words (sheet);
  double width = (palier_sheet_get_width (sheet) - GAP) / 2;

  if (*report->remarks)
    {
      palier_sheet_heading (sheet, palier_words_get (words, N_ ("Remarks")), 30);
      palier_sheet_paragraph (sheet, report->remarks,
                              (PalierStyle){ PALIER_TYPE_BODY, PALIER_INK_TEXT, PANGO_ALIGN_LEFT, 0 });
      palier_sheet_skip (sheet, 12);
    }
  palier_sheet_need (sheet, BOX + 36);
  draw_source (sheet, report);
  palier_sheet_need (sheet, BOX + 4);
  draw_box (sheet, N_ ("Technician"), report->technician, N_ ("Signature"), palier_sheet_get_left (sheet), width);
  draw_box (sheet, N_ ("Customer"), report->customer, N_ ("Signature: a copy of this report was received"),
            palier_sheet_get_left (sheet) + width + GAP, width);
  palier_sheet_skip (sheet, BOX);
}
