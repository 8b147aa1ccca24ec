/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/report.h"

#include <json-glib/json-glib.h>

/* From the journal's document, member by member. Its arrays are arrays of objects of strings (journal-file.h). */
GPtrArray *palier_report_read_steps (JsonObject *journal, const PalierPlan *plan);
GPtrArray *palier_report_read_gaps (JsonObject *journal);
const char *palier_report_find_title (const char *step_id); /* msgid, or step_id itself */
/* Date of the last observation of this kind; NULL: none. */
const char *palier_report_find_seen (JsonObject *journal, const char *what, const char **detail);
const char *palier_report_get_member (JsonArray *array, guint i, const char *name); /* "" when absent */
