/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/report.h"
#include "session.h"

/* The report of this recorder as it stands now, with the session's "site", "customer", "technician" and "remarks" put
 * into its journal first. path NULL: not written anywhere; else as PDF, or as JSON by its ending. language: "fr",
 * "en". Refused while something runs. The callback comes in the main thread. */
void palier_session_make_report_async (PalierSession *self, const char *language, const char *path,
                                       GAsyncReadyCallback callback, gpointer data);
PalierReport *palier_session_make_report_finish (PalierSession *self, GAsyncResult *result, GError **error);
/* The plan to take along, as PDF; what it says is final at once. */
void palier_session_save_plan_async (PalierSession *self, const char *language, const char *path,
                                     GAsyncReadyCallback callback, gpointer data);
gboolean palier_session_save_plan_finish (PalierSession *self, GAsyncResult *result, GError **error);
/* kind "report": "palier-report-4821-2026-11-24.pdf" */
char *palier_session_dup_report_name (PalierSession *self, const char *kind);
