/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* What a recorder answered, as a text that anyone can read and edit, to be shared: whatever says whose recorder it
 * is has a stand-in before the text exists (scrub.h). The text is a scenario of the practice recorder. */
typedef struct _PalierRecording PalierRecording;

/* From now on each exchange of this connection is kept, in memory alone. For a front end that reads something of its
 * own first; palier_recording_take () does all of it. One at a time for a connection. */
PalierRecording *palier_recording_new (PalierConnection *connection);

/* done of total questions asked; in the worker. */
typedef void (*PalierRecordingProgress) (guint done, guint total, gpointer data);

/* Asks every question of the list (questions.h); each only reads. Blocking: for the worker. What this firmware does
 * not answer is kept as that; FALSE only where the recorder is gone or does not let us in. */
gboolean palier_recording_ask (PalierRecording *self, PalierRecordingProgress progress, gpointer data,
                               GCancellable *cancellable, GError **error);
/* Stops keeping, puts the stand-ins in, and forgets what was heard. */
void palier_recording_finish (PalierRecording *self);

/* The three above, for a connection with credentials: in a worker, then show the text, then save. NULL: error. */
PalierRecording *palier_recording_take (PalierConnection *connection, PalierRecordingProgress progress, gpointer data,
                                        GCancellable *cancellable, GError **error);

/* After finish. The very bytes that are saved, UTF-8. Borrowed. */
const char *palier_recording_get_text (PalierRecording *self);
/* One sentence a line: how many answers, and how many of what were replaced. For a person, in their language. */
char *palier_recording_dup_summary (PalierRecording *self);
/* Replaces what is at path in one piece. PALIER_ERROR_CANNOT_WRITE. */
gboolean palier_recording_save (PalierRecording *self, const char *path, GError **error);
void palier_recording_free (PalierRecording *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierRecording, palier_recording_free)
