/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/error-code.h"

#include <glib.h>

/* What went wrong, named for what the person must know. Each code has a nick (for JSON and the
 * journal), one sentence and one remedy (translated); a recorder's own words are kept beside them
 * as detail, verbatim. Cancellation stays G_IO_ERROR_CANCELLED, as GLib has it. */

#define PALIER_ERROR (palier_error_quark ())

GQuark palier_error_quark (void);

/* Detail is for the journal and "Details": never a password, never translated. NULL: none. */
void palier_error_set (GError **error, PalierErrorCode code, const char *detail, ...) G_GNUC_PRINTF (3, 4);

/* A rule of the procedure stops the act. id ("P1"), reason and remedy are static msgids. */
void palier_error_set_rule (GError **error, const char *id, const char *reason, const char *remedy);

/* The same code with a more precise sentence and remedy (static msgids). */
void palier_error_set_words (GError **error, PalierErrorCode code, const char *sentence,
                             const char *remedy, const char *detail);

const char *palier_error_get_nick (const GError *error);
const char *palier_error_get_sentence (const GError *error);
const char *palier_error_get_remedy (const GError *error);
/* The same two as static msgids, for a reader in another language than the program's. */
const char *palier_error_get_sentence_id (const GError *error);
const char *palier_error_get_remedy_id (const GError *error);
const char *palier_error_get_detail (const GError *error); /* NULL when none */
const char *palier_error_get_rule (const GError *error);   /* "P1", NULL when none */
int palier_error_get_exit_status (const GError *error);

/* Turns a GIO or GLib error into ours (no space, cannot write, …); cancellation passes untouched. */
void palier_error_adopt (GError **error, PalierErrorCode otherwise);
