/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/table.h"

#define PAD 2.4
#define GUTTER 8.0
#define MOST_LINES 9 /* a finding with its why and what to do, in French */

struct _PalierTable
{
  PalierSheet *sheet;
  const PalierColumn *columns;
  guint n;
  double total; /* of the shares */
  gboolean any;
};

static double
get_x (PalierTable *self, guint column)
{
  double x = palier_sheet_get_left (self->sheet);

  for (guint i = 0; i < column; i++)
    x += self->columns[i].share / self->total * palier_sheet_get_width (self->sheet);
  return x;
}

static double
get_width (PalierTable *self, guint column)
{
  double width = self->columns[column].share / self->total * palier_sheet_get_width (self->sheet);

  return column + 1 < self->n ? width - GUTTER : width;
}

static gboolean
has_titles (PalierTable *self)
{
  for (guint i = 0; i < self->n; i++)
    if (self->columns[i].title)
      return TRUE;
  return FALSE;
}

static void
draw_titles (PalierTable *self)
{
  const PalierStyle style = { PALIER_TYPE_CAPTION, PALIER_INK_QUIET, PANGO_ALIGN_LEFT, 1 };
  PalierWords *words = palier_sheet_get_words (self->sheet);
  double y = palier_sheet_get_y (self->sheet);
  double tallest = 0;

  if (!has_titles (self))
    return;
  palier_sheet_begin (self->sheet, "TR");
  for (guint i = 0; i < self->n; i++)
    {
      const char *title = self->columns[i].title ? palier_words_get (words, self->columns[i].title) : "";
      double height;

      palier_sheet_begin (self->sheet, "TH");
      height = palier_sheet_text (self->sheet, title, style, get_x (self, i), y, get_width (self, i));
      palier_sheet_end (self->sheet, "TH");
      tallest = MAX (tallest, height);
    }
  palier_sheet_end (self->sheet, "TR");
  palier_sheet_skip (self->sheet, tallest + PAD);
  palier_sheet_rule (self->sheet, palier_sheet_get_left (self->sheet), palier_sheet_get_y (self->sheet),
                     palier_sheet_get_width (self->sheet));
}

PalierTable *
palier_table_new (PalierSheet *sheet, const PalierColumn *columns, guint n)
{
  PalierTable *self = g_new0 (PalierTable, 1);

  self->sheet = sheet;
  self->columns = columns;
  self->n = n;
  for (guint i = 0; i < n; i++)
    self->total += columns[i].share;
  palier_sheet_begin (sheet, "Table");
  draw_titles (self);
  return self;
}

static PalierStyle
get_style (PalierTable *self, guint column, PalierInk ink)
{
  return (PalierStyle){
    .type = self->columns[column].type,
    .ink = column == 0 ? ink : PALIER_INK_TEXT,
    .align = PANGO_ALIGN_LEFT,
    .lines = MOST_LINES,
  };
}

static double
measure (PalierTable *self, PalierInk ink, const char *const *cells)
{
  double tallest = 0;

  for (guint i = 0; i < self->n; i++)
    {
      double height = palier_sheet_measure (self->sheet, cells[i], get_style (self, i, ink), get_width (self, i));

      tallest = MAX (tallest, height);
    }
  return tallest;
}

void
palier_table_add (PalierTable *self, PalierInk ink, const char *const *cells)
{
  double height = measure (self, ink, cells);
  double before = palier_sheet_get_y (self->sheet);

  palier_sheet_need (self->sheet, height + 2 * PAD);
  if (palier_sheet_get_y (self->sheet) < before)
    draw_titles (self);
  else if (self->any)
    palier_sheet_rule (self->sheet, palier_sheet_get_left (self->sheet), before,
                       palier_sheet_get_width (self->sheet));
  self->any = TRUE;
  palier_sheet_begin (self->sheet, "TR");
  for (guint i = 0; i < self->n; i++)
    {
      palier_sheet_begin (self->sheet, "TD");
      palier_sheet_text (self->sheet, cells[i], get_style (self, i, ink), get_x (self, i),
                         palier_sheet_get_y (self->sheet) + PAD, get_width (self, i));
      palier_sheet_end (self->sheet, "TD");
    }
  palier_sheet_end (self->sheet, "TR");
  palier_sheet_skip (self->sheet, height + 2 * PAD);
}

void
palier_table_free (PalierTable *self)
{
  palier_sheet_end (self->sheet, "Table");
  palier_sheet_skip (self->sheet, 9);
  g_free (self);
}
