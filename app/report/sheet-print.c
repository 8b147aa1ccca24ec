/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/sheet-private.h"

#include "base/error.h"
#include "base/save.h"
#include "config.h"

#include <glib/gstdio.h>
#include <langinfo.h>

#define A4_WIDTH 595.276
#define A4_HEIGHT 841.89
#define LETTER_WIDTH 612.0
#define LETTER_HEIGHT 792.0
#define LETTER_MM 279 /* its height, as locales give it */

static cairo_status_t
append_cb (void *data, const unsigned char *bytes, unsigned int n)
{
  g_byte_array_append (data, bytes, n);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
is_letter (const char *paper)
{
  if (paper)
    return g_ascii_strcasecmp (paper, "letter") == 0;
  return GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_HEIGHT)) == LETTER_MM;
}

static void
describe (PalierSheet *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *date = g_date_time_format (now, "%FT%T%:z");
  const struct
  {
    cairo_pdf_metadata_t key;
    const char *text;
  } facts[] = {
    { CAIRO_PDF_METADATA_TITLE, self->setup->title },
    { CAIRO_PDF_METADATA_AUTHOR, self->setup->author },
    { CAIRO_PDF_METADATA_SUBJECT, self->setup->subject },
    { CAIRO_PDF_METADATA_CREATOR, "Palier " PALIER_VERSION },
    { CAIRO_PDF_METADATA_CREATE_DATE, date },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    {
      g_autofree char *clean = palier_sheet_clean (facts[i].text, FALSE);

      if (*clean)
        cairo_pdf_surface_set_metadata (self->surface, facts[i].key, clean);
    }
}

void
palier_sheet_new_picture (PalierSheet *self)
{
  const cairo_rectangle_t extents = { 0, 0, self->paper_width, self->paper_height };

  g_clear_pointer (&self->cr, cairo_destroy);
  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &extents);
  self->cr = cairo_create (self->surface);
}

static void
open_surface (PalierSheet *self, GByteArray *pdf)
{
  if (self->pages)
    {
      palier_sheet_new_picture (self);
      return;
    }
  self->surface = cairo_pdf_surface_create_for_stream (append_cb, pdf, self->paper_width, self->paper_height);
  self->cr = cairo_create (self->surface);
  describe (self);
}

static cairo_status_t
close_surface (PalierSheet *self)
{
  cairo_status_t status = cairo_status (self->cr);

  cairo_destroy (self->cr);
  cairo_surface_finish (self->surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (self->surface);
  cairo_surface_destroy (self->surface);
  return status;
}

/* Into pdf, or into pages where that is given. Returns how many pages it took, 0 for a failure. */
static guint
fill_pages (PalierWords *words, const PalierSheetSetup *setup, guint n_pages, PalierSheetFunc fill,
            gconstpointer data, GByteArray *pdf, GPtrArray *pages)
{
  gboolean letter = is_letter (setup->paper);
  PalierSheet self = {
    .words = words, .setup = setup, .page = 1, .n_pages = n_pages, .y = PALIER_SHEET_TOP, .pages = pages,
    .paper_width = letter ? LETTER_WIDTH : A4_WIDTH, .paper_height = letter ? LETTER_HEIGHT : A4_HEIGHT,
  };

  open_surface (&self, pdf);
  palier_sheet_begin (&self, "Document");
  fill (&self, data);
  palier_sheet_end (&self, "Document");
  palier_sheet_end_page (&self);
  return close_surface (&self) == CAIRO_STATUS_SUCCESS ? self.page : 0;
}

/* The first time to count the pages, the second with their numbers. */
static gboolean
fill_twice (PalierWords *words, const PalierSheetSetup *setup, PalierSheetFunc fill, gconstpointer data,
            GByteArray *pdf, GPtrArray *pages, GError **error)
{
  g_autoptr (GByteArray) draft = g_byte_array_new ();
  guint n_pages = fill_pages (words, setup, 0, fill, data, draft, NULL);

  if (n_pages > 0 && fill_pages (words, setup, n_pages, fill, data, pdf, pages) > 0)
    return TRUE;
  palier_error_set (error, PALIER_ERROR_COMPUTER, "cairo");
  return FALSE;
}

GBytes *
palier_sheet_print (PalierWords *words, const PalierSheetSetup *setup, PalierSheetFunc fill, gconstpointer data,
                    GError **error)
{
  g_autoptr (GByteArray) pdf = g_byte_array_new ();

  return fill_twice (words, setup, fill, data, pdf, NULL, error)
             ? palier_pdf_finish (pdf, palier_words_get_language (words), error)
             : NULL;
}

GPtrArray *
palier_sheet_draw (PalierWords *words, const PalierSheetSetup *setup, PalierSheetFunc fill, gconstpointer data,
                   GError **error)
{
  g_autoptr (GPtrArray) pages = g_ptr_array_new_with_free_func ((GDestroyNotify) cairo_surface_destroy);

  return fill_twice (words, setup, fill, data, NULL, pages, error) ? g_steal_pointer (&pages) : NULL;
}

gboolean
palier_sheet_save (GBytes *pdf, const char *path, GError **error)
{
  gsize length;
  const char *contents = g_bytes_get_data (pdf, &length);

  return palier_save (path, contents, (gssize) length, error);
}
