/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/sheet-style.h"
#include "report/words.h"

#include <pango/pangocairo.h>

/* Paper: pages that are filled from top to bottom, in one language. Lengths are points. Each text is set as plain
 * text, never as markup, freed of control and direction-changing characters, and wrapped or cut to its place. */
typedef struct _PalierSheet PalierSheet;

/* Fills a sheet; called twice, so that the pages are counted before they are numbered. */
typedef void (*PalierSheetFunc) (PalierSheet *sheet, gconstpointer data);

typedef struct
{
  const char *title, *author, *subject; /* already in the document's language */
  const char *footer;                   /* stands beside the page number */
  const char *paper;                    /* "a4", "letter", NULL: by the locale */
} PalierSheetSetup;

/* The finished PDF; PALIER_ERROR_COMPUTER when the libraries fail. */
GBytes *palier_sheet_print (PalierWords *words, const PalierSheetSetup *setup, PalierSheetFunc fill,
                            gconstpointer data, GError **error);
/* The same, page by page, for a printer: of cairo_surface_t, which scale; their extents are the paper's. */
GPtrArray *palier_sheet_draw (PalierWords *words, const PalierSheetSetup *setup, PalierSheetFunc fill,
                              gconstpointer data, GError **error);
gboolean palier_sheet_save (GBytes *pdf, const char *path, GError **error);

PalierWords *palier_sheet_get_words (PalierSheet *self);
cairo_t *palier_sheet_get_cairo (PalierSheet *self);
double palier_sheet_get_left (PalierSheet *self);
double palier_sheet_get_width (PalierSheet *self); /* between the margins */
double palier_sheet_get_y (PalierSheet *self);     /* where the next thing goes */
void palier_sheet_set_y (PalierSheet *self, double y);
void palier_sheet_skip (PalierSheet *self, double height);
/* Turns the page unless so much fits on it. */
void palier_sheet_need (PalierSheet *self, double height);
void palier_sheet_set_ink (PalierSheet *self, PalierInk ink);

double palier_sheet_measure (PalierSheet *self, const char *text, PalierStyle style, double width);
/* Returns the height that it took; the sheet's y stays. */
double palier_sheet_text (PalierSheet *self, const char *text, PalierStyle style, double x, double y, double width);
/* A heading, in the outline too, that keeps at least so much below it on the same page. */
void palier_sheet_heading (PalierSheet *self, const char *text, double keep);
/* Running text over as many pages as it takes. */
void palier_sheet_paragraph (PalierSheet *self, const char *text, PalierStyle style);
void palier_sheet_rounded (PalierSheet *self, double x, double y, double width, double height, double radius);
void palier_sheet_rule (PalierSheet *self, double x, double y, double width);
/* Structure for readers that speak: "H1", "Table", "TR", "TD" … */
void palier_sheet_begin (PalierSheet *self, const char *tag);
void palier_sheet_end (PalierSheet *self, const char *tag);
