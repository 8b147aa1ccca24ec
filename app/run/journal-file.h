/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#define PALIER_JOURNAL_FORMAT 1

/* A journal as a file: where it lies, its lock, and that it is read whole or not at all. */
char *palier_journal_file_dup_path (const char *folder, const char *serial); /* folder NULL: the default */
int palier_journal_file_lock (const char *path, GError **error);             /* flock held by the descriptor; -1 */
/* serial NULL: any. Each entry of its arrays is an object of strings. */
JsonObject *palier_journal_file_load (const char *path, const char *serial, GError **error);
gboolean palier_journal_file_save (const char *path, JsonObject *root, GError **error);
gboolean palier_journal_file_keep_aside (const char *path, GError **error);
gboolean palier_journal_file_is_finished (JsonObject *root);
/* Unfinished, and something was begun: one in which nothing was is nothing to continue. */
gboolean palier_journal_file_is_begun (JsonObject *root);
