/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session-recording.h"
#include <adwaita.h>

/* Everything that the recorder answered, shown whole before any of it is saved: what names it or its owner has
 * stand-ins by then. Closing it while it asks ends that. */
#define PALIER_TYPE_RECORDING_WINDOW (palier_recording_window_get_type ())
G_DECLARE_FINAL_TYPE (PalierRecordingWindow, palier_recording_window, PALIER, RECORDING_WINDOW, AdwWindow)

PalierRecordingWindow *palier_recording_window_new (GtkWindow *parent, PalierSession *session);
/* Once the text is there. */
void palier_recording_window_save (PalierRecordingWindow *self, const char *path);
