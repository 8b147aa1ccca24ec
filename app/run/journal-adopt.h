/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/journal.h"

/* A journal that has just been begun takes over the copies of the newest finished one of the same recorder, with the
 * model and the version that they were taken at. One that is gone on with has its own. */
gboolean palier_journal_adopt_copies (PalierJournal *self, GError **error);

/* The field, or else that of the newest finished journal of the same recorder that has it; NULL: neither. Writes
 * nothing. */
char *palier_journal_dup_past_field (PalierJournal *self, const char *name);
/* The same, taken over with the model and the version. */
gboolean palier_journal_adopt_field (PalierJournal *self, const char *name, GError **error);
