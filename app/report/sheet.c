/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/sheet-private.h"

#include <glib/gi18n-lib.h>

PalierWords *
palier_sheet_get_words (PalierSheet *self)
{
  return self->words;
}

cairo_t *
palier_sheet_get_cairo (PalierSheet *self)
{
  return self->cr;
}

double
palier_sheet_get_left (PalierSheet *self)
{
  return PALIER_SHEET_SIDE;
}

double
palier_sheet_get_width (PalierSheet *self)
{
  return self->paper_width - 2 * PALIER_SHEET_SIDE;
}

double
palier_sheet_get_y (PalierSheet *self)
{
  return self->y;
}

void
palier_sheet_set_y (PalierSheet *self, double y)
{
  self->y = y;
}

void
palier_sheet_skip (PalierSheet *self, double height)
{
  self->y += height;
}

static void
draw_footer (PalierSheet *self)
{
  const PalierStyle left = { PALIER_TYPE_SMALL, PALIER_INK_QUIET, PANGO_ALIGN_LEFT, 1 };
  const PalierStyle right = { PALIER_TYPE_SMALL, PALIER_INK_QUIET, PANGO_ALIGN_RIGHT, 1 };
  double y = self->paper_height - PALIER_SHEET_BOTTOM + 22;
  double width = palier_sheet_get_width (self);
  /* translators: %1$u is the page’s number, %2$u how many there are. */
  g_autofree char *page = palier_words_printf (self->words, N_ ("Page %1$u of %2$u"), self->page, self->n_pages);

  palier_sheet_rule (self, PALIER_SHEET_SIDE, y - 6, width);
  palier_sheet_text (self, self->setup->footer, left, PALIER_SHEET_SIDE, y, width - 110);
  palier_sheet_text (self, page, right, PALIER_SHEET_SIDE + width - 100, y, 100);
}

void
palier_sheet_end_page (PalierSheet *self)
{
  draw_footer (self);
  if (self->pages)
    {
      g_ptr_array_add (self->pages, cairo_surface_reference (self->surface));
      palier_sheet_new_picture (self);
    }
  else
    {
      cairo_show_page (self->cr);
    }
}

void
palier_sheet_need (PalierSheet *self, double height)
{
  double room = self->paper_height - PALIER_SHEET_BOTTOM - self->y;

  /* What is taller than a page begins at the top of one, once. */
  if (height <= room || self->y <= PALIER_SHEET_TOP)
    return;
  palier_sheet_end_page (self);
  self->page++;
  self->y = PALIER_SHEET_TOP;
}

void
palier_sheet_rounded (PalierSheet *self, double x, double y, double width, double height, double radius)
{
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (self->cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (self->cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (self->cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (self->cr);
}

void
palier_sheet_rule (PalierSheet *self, double x, double y, double width)
{
  palier_sheet_set_ink (self, PALIER_INK_LINE);
  cairo_set_line_width (self->cr, 0.6);
  cairo_move_to (self->cr, x, y);
  cairo_line_to (self->cr, x + width, y);
  cairo_stroke (self->cr);
}

void
palier_sheet_begin (PalierSheet *self, const char *tag)
{
  /* Paper has no structure, and a tag must not begin on one picture and end on the next. */
  if (!self->pages)
    cairo_tag_begin (self->cr, tag, NULL);
}

void
palier_sheet_end (PalierSheet *self, const char *tag)
{
  if (!self->pages)
    cairo_tag_end (self->cr, tag);
}

static void
add_to_outline (PalierSheet *self, const char *text)
{
  g_autofree char *place = g_strdup_printf ("page=%u pos=[%d %d]", self->page, (int) PALIER_SHEET_SIDE,
                                            (int) self->y - 8);

  if (self->pages)
    return;
  cairo_pdf_surface_add_outline (self->surface, CAIRO_PDF_OUTLINE_ROOT, text, place, 0);
}

void
palier_sheet_heading (PalierSheet *self, const char *text, double keep)
{
  const PalierStyle style = { PALIER_TYPE_HEADING, PALIER_INK_ACCENT, PANGO_ALIGN_LEFT, 2 };
  double height = palier_sheet_measure (self, text, style, palier_sheet_get_width (self));

  palier_sheet_need (self, height + 6 + keep);
  add_to_outline (self, text);
  palier_sheet_begin (self, "H2");
  palier_sheet_text (self, text, style, PALIER_SHEET_SIDE, self->y, palier_sheet_get_width (self));
  palier_sheet_end (self, "H2");
  self->y += height + 6;
}

void
palier_sheet_paragraph (PalierSheet *self, const char *text, PalierStyle style)
{
  g_autoptr (PangoLayout) layout = palier_sheet_lay_out (self, text, style, palier_sheet_get_width (self));

  palier_sheet_begin (self, "P");
  for (int i = 0; i < pango_layout_get_line_count (layout); i++)
    {
      PangoLayoutLine *line = pango_layout_get_line_readonly (layout, i);
      PangoRectangle extents;
      double height;

      pango_layout_line_get_extents (line, NULL, &extents);
      height = extents.height / (double) PANGO_SCALE;
      palier_sheet_need (self, height);
      palier_sheet_set_ink (self, style.ink);
      cairo_move_to (self->cr, PALIER_SHEET_SIDE, self->y + PANGO_ASCENT (extents) / (double) PANGO_SCALE);
      pango_cairo_show_layout_line (self->cr, line);
      self->y += height;
    }
  palier_sheet_end (self, "P");
}
