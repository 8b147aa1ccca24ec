/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/report.h"

/* On paper: PDF with its title and language, headings and tables tagged, fonts inside, text that can be selected.
 * language: "fr" or "en", whatever the program speaks. paper: "a4", "letter", or NULL by the locale. An error is
 * PALIER_ERROR_DISK_FULL, PALIER_ERROR_CANNOT_WRITE …; a file that was there before is then as it was. */
gboolean palier_report_write_pdf (const PalierReport *self, const char *path, const char *language,
                                  const char *paper, GError **error);
/* Its pages for a printer: of cairo_surface_t that scale, in points; the caller keeps them. */
GPtrArray *palier_report_draw (const PalierReport *self, const char *language, const char *paper, GError **error);
/* The plan page to take along: the staircase, and each step with its reason. serial may be NULL. */
gboolean palier_plan_write_pdf (const PalierPlan *plan, const char *serial, const char *path, const char *language,
                                const char *paper, GError **error);
