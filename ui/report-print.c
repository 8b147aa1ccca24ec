/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report-print.h"

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int number, GPtrArray *pages)
{
  cairo_surface_t *page = g_ptr_array_index (pages, (guint) number);
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  cairo_rectangle_t extents;
  double scale;

  /* On other paper than it was made for, it is made to fit. */
  cairo_recording_surface_get_extents (page, &extents);
  scale = MIN (gtk_print_context_get_width (context) / extents.width,
               gtk_print_context_get_height (context) / extents.height);
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, page, 0, 0);
  cairo_paint (cr);
}

/* The paper that the pages were drawn for; the person may choose another in the dialog. */
static GtkPageSetup *
new_page_setup (GPtrArray *pages)
{
  GtkPageSetup *setup = gtk_page_setup_new ();
  cairo_rectangle_t extents;
  GtkPaperSize *size;

  cairo_recording_surface_get_extents (g_ptr_array_index (pages, 0), &extents);
  size = gtk_paper_size_new (extents.height < 800 ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size (setup, size);
  gtk_paper_size_free (size);
  return setup;
}

GtkPrintOperation *
palier_report_print_new (GPtrArray *pages, const char *name, const char *export_path)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = new_page_setup (pages);

  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_n_pages (operation, (int) pages->len);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_default_page_setup (operation, setup);
  if (export_path != NULL)
    gtk_print_operation_set_export_filename (operation, export_path);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), pages,
                         (GClosureNotify) (void (*) (void)) g_ptr_array_unref, 0);
  return operation;
}

gboolean
palier_report_print_run (GtkPrintOperation *operation, GtkWindow *parent, GError **error)
{
  g_autofree char *export_path = NULL;
  GtkPrintOperationAction action = GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG;

  g_object_get (operation, "export-filename", &export_path, NULL);
  if (export_path != NULL)
    action = GTK_PRINT_OPERATION_ACTION_EXPORT;
  return gtk_print_operation_run (operation, action, parent, error) != GTK_PRINT_OPERATION_RESULT_ERROR;
}
