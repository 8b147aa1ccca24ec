/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* GET /ISAPI/System/workingstatus/chanStatus?format=json: what records just now. Source: footage-and-settings.md §10.
 * FALSE with an error that palier_error_is_not_told () knows where this firmware has none. */
gboolean palier_recording_read (PalierConnection *connection, int *cameras, int *recording, GCancellable *cancellable,
                                GError **error);
/* Does motion detection of that channel work? 1, 0, -1: not told. */
int palier_motion_read (PalierConnection *connection, guint channel, GCancellable *cancellable);
/* May that user play back from elsewhere? 1, 0, -1: not told. */
int palier_play_back_read (PalierConnection *connection, guint user, GCancellable *cancellable);
