/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* How this recorder wants to be searched, as far as its answers have shown. Source: footage-and-settings.md §1. */
typedef struct
{
  const char *tag;    /* "trackIDList" or "trackList": the list that it understood; NULL: not seen yet */
  const char *paging; /* "position", or "restart" for those that do not count; NULL: one page was enough so far */
  guint cap;          /* most items of a page that was not the last; 0: none seen */
} PalierFootageDialect;

void palier_footage_get_dialect (PalierConnection *connection, PalierFootageDialect *dialect);

/* POST …/record/tracks/<track>/dailyDistribution: a bit for each day of the month (1 << day) that has recordings, the
 * recorder's local days. Source: §2. */
gboolean palier_footage_read_days (PalierConnection *connection, guint track, guint year, guint month, guint32 *days,
                                   GCancellable *cancellable, GError **error);
