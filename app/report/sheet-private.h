/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/sheet.h"

#include <cairo-pdf.h>

struct _PalierSheet
{
  PalierWords *words;
  const PalierSheetSetup *setup;
  GPtrArray *pages; /* of cairo_surface_t: each page is one; NULL: they go into one PDF */
  cairo_surface_t *surface;
  cairo_t *cr;
  double paper_width, paper_height;
  double y;
  guint page;
  guint n_pages; /* 0 while they are counted */
};

#define PALIER_SHEET_SIDE 48.0
#define PALIER_SHEET_TOP 40.0
#define PALIER_SHEET_BOTTOM 52.0

/* The text as it may be printed. keep_lines: line breaks stay. */
char *palier_sheet_clean (const char *text, gboolean keep_lines);
PangoLayout *palier_sheet_lay_out (PalierSheet *self, const char *text, PalierStyle style, double width);
void palier_sheet_end_page (PalierSheet *self); /* footer, and out */
void palier_sheet_new_picture (PalierSheet *self); /* a blank page to draw on, where pages is set */
/* What cairo does not write: the document's language. Takes the PDF, returns another. */
GBytes *palier_pdf_finish (GByteArray *pdf, const char *language, GError **error);
