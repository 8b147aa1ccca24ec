/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/clock.h"
#include "recorder/connection.h"

/* What the digits of a search mean: the Z behind them does not say. Source: footage-and-settings.md §1. */
typedef enum
{
  PALIER_FOOTAGE_ZONE_UNKNOWN, /* the digits are taken as they are */
  PALIER_FOOTAGE_ZONE_LOCAL,   /* the recorder's wall clock */
  PALIER_FOOTAGE_ZONE_UTC,
  PALIER_FOOTAGE_ZONE_EITHER,  /* its clock stands on UTC: both are the same */
} PalierFootageZone;

#define PALIER_NO_OFFSET G_MAXINT

const char *palier_footage_zone_get_nick (PalierFootageZone zone);
PalierFootageZone palier_footage_zone_from_nick (const char *nick); /* NULL, or another word: unknown */

/* Seconds from UTC of "2026-11-24T10:00:00+01:00"; PALIER_NO_OFFSET when it says none. */
int palier_time_get_offset (const char *text);
/* "2026-11-24T10:00:00", whatever follows the digits; NULL for what is no time. */
char *palier_time_dup_digits (const char *text);
/* The same digits, moved. */
char *palier_time_dup_moved (const char *digits, gint64 seconds);

/* newest: the end of the newest recording of a camera that records, as told; now: the recorder's own time with its
 * offset. What is not within a minute and a half of either reading proves nothing: a newest end may be a boundary that
 * is still to come, and the last hour may be missing from an index. */
PalierFootageZone palier_footage_zone_judge (const char *newest, const char *now);

/* Asks: what was recorded around now. now: NULL where the recorder does not tell its time. */
gboolean palier_footage_zone_probe (PalierConnection *connection, GPtrArray *tracks, const char *now,
                                    PalierFootageZone *zone, GCancellable *cancellable, GError **error);
/* The recorder's time with its offset, or without where it tells none; NULL: not told. */
char *palier_footage_dup_now (PalierConnection *connection, GCancellable *cancellable);

/* Seconds to add to digits that meant from (at offset from_s) so that they mean the same in to. */
gint64 palier_footage_zone_shift (PalierFootageZone from, int from_s, PalierFootageZone to, int to_s);
