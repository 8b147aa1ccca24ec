/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* Prints pages (of cairo_surface_t, in points; taken over) by the system's own dialog, or, with export_path, into that
 * PDF without one. */
GtkPrintOperation *palier_report_print_new (GPtrArray *pages, const char *name, const char *export_path);
gboolean palier_report_print_run (GtkPrintOperation *operation, GtkWindow *parent, GError **error);
