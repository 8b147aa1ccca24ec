/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "footage/footage.h"
#include "run/job.h"

/* The journal's fields: the samples, and what the report prints of them (PalierFootageFinding; absent where there are
 * no samples). */
#define PALIER_FOOTAGE_SAMPLES "footage-samples"
#define PALIER_FOOTAGE_FOUND "footage"

/* Blocking, for the worker: an error only when cancelled, or when the journal cannot be written. */
gboolean palier_footage_note_before (PalierJob *job, GCancellable *cancellable, GError **error);
gboolean palier_footage_note_round (PalierJob *job, PalierFootageRound round, GCancellable *cancellable,
                                    GError **error);

PalierFootage *palier_footage_new_from_journal (PalierJournal *journal); /* NULL: none noted */
gboolean palier_footage_find_noted (PalierJournal *journal, PalierFootageFinding *finding); /* FALSE: no samples */
/* Fewer are found after the upgrade than before: a repair is advised, whatever the plan says of it. */
gboolean palier_footage_is_lost (PalierJournal *journal);
/* Fewer are found after the repair too (P8). */
gboolean palier_footage_stays_lost (PalierJournal *journal);

/* One sentence, in the program's language, on what the last round found; NULL where nothing was searched. */
char *palier_footage_dup_sentence (PalierJournal *journal);
