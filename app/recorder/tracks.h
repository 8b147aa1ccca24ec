/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* GET /ISAPI/ContentMgmt/record/tracks. Source: footage-and-settings.md §1, §3. */
typedef struct
{
  guint id;      /* 101: as the recorder numbers it, never computed where it tells */
  guint channel; /* the input; 0: not told */
  int scheduled; /* enableSchedule, the switch that matters; 1, 0, -1: not told */
  char *mode;    /* "CMR", "MOTION", "EDR" …; NULL: not told */
} PalierTrack;

/* One main video track for each channel, an array of PalierTrack. An error that palier_error_is_not_told () knows
 * means that this firmware does not list them. */
GPtrArray *palier_tracks_read (PalierConnection *connection, GCancellable *cancellable, GError **error);
/* What they would be by custom: for firmware that does not list them. cameras: of PalierCamera. */
GPtrArray *palier_tracks_guess (GPtrArray *cameras);
