/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* What was found for one question. names: of what is wrong, verbatim; NULL: nothing is. */
typedef struct
{
  gboolean told;
  char *names;
} PalierPlaybackLook;

typedef PalierPlaybackLook (*PalierPlaybackFunc) (PalierConnection *connection, GDateTime *now,
                                                  GCancellable *cancellable);

PalierPlaybackLook palier_playback_look_at_power (PalierConnection *connection, GDateTime *now,
                                                  GCancellable *cancellable);
PalierPlaybackLook palier_playback_look_at_disks (PalierConnection *connection, GDateTime *now,
                                                  GCancellable *cancellable);
PalierPlaybackLook palier_playback_look_at_cameras (PalierConnection *connection, GDateTime *now,
                                                    GCancellable *cancellable);
PalierPlaybackLook palier_playback_look_at_motion (PalierConnection *connection, GDateTime *now,
                                                   GCancellable *cancellable);
PalierPlaybackLook palier_playback_look_at_schedule (PalierConnection *connection, GDateTime *now,
                                                     GCancellable *cancellable);
PalierPlaybackLook palier_playback_look_at_clock (PalierConnection *connection, GDateTime *now,
                                                  GCancellable *cancellable);
PalierPlaybackLook palier_playback_look_at_users (PalierConnection *connection, GDateTime *now,
                                                  GCancellable *cancellable);
