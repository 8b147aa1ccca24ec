/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recording/recording.h"
#include "session.h"

/* What the recorder answers, to be shared: everything is asked again, nothing is changed. */
gboolean palier_session_may_record (PalierSession *self); /* signed in, and nothing else is under way */
/* The session is busy meanwhile. */
void palier_session_record (PalierSession *self, GCancellable *cancellable, GAsyncReadyCallback callback,
                            gpointer data);
/* NULL with an error; free with palier_recording_free (). */
PalierRecording *palier_session_record_finish (PalierSession *self, GAsyncResult *result, GError **error);
double palier_session_get_recorded (PalierSession *self); /* 0 to 1, of the questions */
