/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bench.h"

#include <json-glib/json-glib.h>

/* What a run has left behind: its journal as the file has it (a finished one, too), and its backups. */

/* The scenario of that shipped name with more faults (a JSON array), as a file in folder. */
char *trace_write_scenario (const char *folder, const char *base, const char *faults);

JsonObject *trace_load (Bench *bench); /* NULL: no journal was written */
gboolean trace_has_consent (JsonObject *journal, const char *id);
gboolean trace_has_seen (JsonObject *journal, const char *what);
guint trace_count_seen (JsonObject *journal, const char *what);
guint trace_count_backups (JsonObject *journal); /* NULL: 0 */
gsize trace_get_copy_size (JsonObject *journal); /* of the first one, as it is on disk */

/* Remembers path -> hash of every confirmed backup, and asserts that those remembered before are as they were. */
void trace_follow_backups (Bench *bench, GHashTable *known);
