/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "footage/footage.h"

#include "recorder/search.h"
#include "recorder/tracks.h"

#include <string.h>

#define TRIES 3
#define MAX_UNANSWERED 3 /* in a row */

/* Recordings that only touch the window are told whole, and do not count. */
static gboolean
has_any (GPtrArray *segments, const char *start, const char *end)
{
  for (guint i = 0; i < segments->len; i++)
    {
      const PalierSegment *segment = segments->pdata[i];
      g_autofree char *from = palier_time_dup_digits (segment->start);
      g_autofree char *until = palier_time_dup_digits (segment->end);

      if (from && until && strcmp (from, end) < 0 && strcmp (until, start) > 0)
        return TRUE;
    }
  return FALSE;
}

static int
search (PalierConnection *connection, const PalierFootageSample *sample, gint64 shift_s, GCancellable *cancellable)
{
  g_autofree char *start = palier_time_dup_moved (sample->start, shift_s);
  g_autofree char *end = palier_time_dup_moved (sample->end, shift_s);

  for (guint i = 0; start && end && i < TRIES && !g_cancellable_is_cancelled (cancellable); i++)
    {
      g_autoptr (GPtrArray) segments
          = palier_footage_search (connection, sample->track, start, end, cancellable, NULL);

      if (segments)
        return has_any (segments, start, end);
    }
  return -1;
}

/* Another firmware may mean another time by the same digits. */
static gboolean
find_shift (PalierFootage *self, PalierConnection *connection, gint64 *shift_s, GCancellable *cancellable,
            GError **error)
{
  g_autofree char *now = palier_footage_dup_now (connection, cancellable);
  g_autoptr (GPtrArray) tracks = palier_tracks_read (connection, cancellable, NULL);
  PalierFootageZone zone = PALIER_FOOTAGE_ZONE_UNKNOWN;

  if (tracks && !palier_footage_zone_probe (connection, tracks, now, &zone, cancellable, error))
    return FALSE;
  *shift_s = palier_footage_zone_shift (self->zone, self->offset_s, zone, palier_time_get_offset (now));
  return TRUE;
}

gboolean
palier_footage_search_again (PalierFootage *self,
                             PalierConnection *connection,
                             PalierFootageRound round,
                             PalierFootageProgressFunc progress,
                             gpointer data,
                             GCancellable *cancellable,
                             GError **error)
{
  gint64 shift_s = 0;
  guint unanswered = 0;

  if (!find_shift (self, connection, &shift_s, cancellable, error))
    return FALSE;
  for (guint i = 0; i < self->samples->len; i++)
    {
      PalierFootageSample *sample = self->samples->pdata[i];

      progress ((double) i / self->samples->len, data);
      sample->found[round]
          = unanswered < MAX_UNANSWERED ? search (connection, sample, shift_s, cancellable) : -1;
      unanswered = sample->found[round] < 0 ? unanswered + 1 : 0;
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}
