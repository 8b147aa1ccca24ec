/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/section.h"

static void
set_rgb (cairo_t *cr, guint32 rgb)
{
  cairo_set_source_rgb (cr, (rgb >> 16) / 255.0, ((rgb >> 8) & 0xff) / 255.0, (rgb & 0xff) / 255.0);
}

/* As the icon has it, on a grid of 14: four steps, the second one the landing where one rests. */
void
palier_draw_mark (PalierSheet *sheet, double x, double y, double size)
{
  cairo_t *cr = palier_sheet_get_cairo (sheet);
  static const struct
  {
    double x, y, width;
    guint32 tread;
  } steps[] = {
    { 0, 9, 3, 0xc3dcfb },
    { 3, 6, 5, 0xf5c211 },
    { 8, 3, 3, 0xc3dcfb },
    { 11, 0, 3, 0xc3dcfb },
  };

  cairo_save (cr);
  palier_sheet_rounded (sheet, x, y, size, size, size / 14);
  cairo_clip (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size / 14, size / 14);
  set_rgb (cr, 0x2a6fc9);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    cairo_rectangle (cr, steps[i].x, steps[i].y, steps[i].width + 0.02, 14 - steps[i].y);
  cairo_fill (cr);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      set_rgb (cr, steps[i].tread);
      cairo_rectangle (cr, steps[i].x, steps[i].y, steps[i].width, 1);
      cairo_fill (cr);
    }
  set_rgb (cr, 0x123769);
  cairo_rectangle (cr, 0, 12.6, 14, 1.4);
  cairo_fill (cr);
  cairo_restore (cr);
}

double
palier_draw_pill (PalierSheet *sheet, const char *text, PalierInk ink, double x, double y, gboolean right)
{
  const PalierStyle style = { PALIER_TYPE_STRONG, PALIER_INK_PAPER, PANGO_ALIGN_CENTER, 1 };
  cairo_t *cr = palier_sheet_get_cairo (sheet);
  double width = 22 + 5.2 * (double) g_utf8_strlen (text, -1);
  double height = palier_sheet_measure (sheet, text, style, width);

  if (right)
    x -= width;
  palier_sheet_set_ink (sheet, ink);
  palier_sheet_rounded (sheet, x, y, width, height + 8, (height + 8) / 2);
  cairo_fill (cr);
  palier_sheet_text (sheet, text, style, x, y + 4, width);
  return width;
}

static void
draw_stroke (cairo_t *cr, const double (*points)[2], guint n)
{
  cairo_move_to (cr, points[0][0], points[0][1]);
  for (guint i = 1; i < n; i++)
    cairo_line_to (cr, points[i][0], points[i][1]);
  cairo_stroke (cr);
}

/* Shape and colour both say it: on a black and white print the shape is left. */
void
palier_draw_sign (PalierSheet *sheet, PalierSign sign, double x, double y, double size)
{
  static const PalierInk inks[] = { PALIER_INK_GOOD, PALIER_INK_WARN, PALIER_INK_BAD, PALIER_INK_QUIET };
  static const double check[][2] = { { 0.28, 0.52 }, { 0.44, 0.68 }, { 0.72, 0.36 } };
  static const double bang[][2] = { { 0.5, 0.24 }, { 0.5, 0.56 } };
  static const double point[][2] = { { 0.5, 0.74 }, { 0.5, 0.75 } };
  static const double cross[][2] = { { 0.34, 0.34 }, { 0.66, 0.66 } };
  static const double other[][2] = { { 0.66, 0.34 }, { 0.34, 0.66 } };
  static const double dash[][2] = { { 0.32, 0.5 }, { 0.68, 0.5 } };
  cairo_t *cr = palier_sheet_get_cairo (sheet);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  palier_sheet_set_ink (sheet, inks[sign]);
  cairo_arc (cr, 0.5, 0.5, 0.5, 0, 2 * G_PI);
  cairo_fill (cr);
  palier_sheet_set_ink (sheet, PALIER_INK_PAPER);
  cairo_set_line_width (cr, 0.11);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  if (sign == PALIER_SIGN_GOOD)
    draw_stroke (cr, check, G_N_ELEMENTS (check));
  else if (sign == PALIER_SIGN_NONE)
    draw_stroke (cr, dash, G_N_ELEMENTS (dash));
  else
    {
      draw_stroke (cr, sign == PALIER_SIGN_WARN ? bang : cross, 2);
      draw_stroke (cr, sign == PALIER_SIGN_WARN ? point : other, 2);
    }
  cairo_restore (cr);
}

PalierInk
palier_outcome_get_ink (PalierOutcome outcome)
{
  static const PalierInk inks[] = {
    [PALIER_OUTCOME_UNFINISHED] = PALIER_INK_QUIET, [PALIER_OUTCOME_PROVED] = PALIER_INK_GOOD,
    [PALIER_OUTCOME_DECLARED] = PALIER_INK_WARN,    [PALIER_OUTCOME_STOPPED] = PALIER_INK_WARN,
    [PALIER_OUTCOME_FAILED] = PALIER_INK_BAD,
  };

  return inks[outcome];
}
