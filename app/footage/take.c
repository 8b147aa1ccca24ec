/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "footage/footage.h"

#include "base/error.h"
#include "recorder/footage.h"
#include "recorder/inventory.h"
#include "recorder/search.h"
#include "recorder/tracks.h"

#include <string.h>

#define A_WEEK 7
#define MAX_DAYS 62
#define SAMPLE_S 600
#define HOUR_S 3600
#define DAY_S 86400
#define MAX_FAILURES 3 /* in a row: it is left alone then */

typedef struct
{
  PalierConnection *connection;
  PalierFootage *footage;
  const char *now;  /* the recorder's own digits */
  guint failures;
  GError *first;    /* the first refusal; decides only when nothing was found at all */
  GCancellable *cancellable;
} Take;

/* NULL: could not be searched, which is no absence. */
static GPtrArray *
search (Take *take, guint track, const char *from, gint64 length_s)
{
  g_autoptr (GError) local = NULL;
  g_autofree char *until = palier_time_dup_moved (from, length_s);
  GPtrArray *segments
      = palier_footage_search (take->connection, track, from, until, take->cancellable, &local);

  take->failures = segments ? 0 : take->failures + 1;
  if (local && !take->first)
    take->first = g_steal_pointer (&local);
  return segments;
}

/* Ten minutes in the middle of what a recording and the window have in common: what is found again is this recording
 * and not its neighbour. */
static gboolean
add_sample (Take *take, const PalierSegment *segment, const char *from, const char *until)
{
  g_autofree char *start = palier_time_dup_digits (segment->start);
  g_autofree char *end = palier_time_dup_digits (segment->end);
  const char *first = start && strcmp (start, from) > 0 ? start : from;
  const char *last = end && strcmp (end, until) < 0 ? end : until;
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) a = start ? g_date_time_new_from_iso8601 (first, utc) : NULL;
  g_autoptr (GDateTime) b = end ? g_date_time_new_from_iso8601 (last, utc) : NULL;
  gint64 length_s = a && b ? g_date_time_difference (b, a) / G_TIME_SPAN_SECOND : 0;
  gint64 wanted_s = MIN (length_s, SAMPLE_S);
  g_autofree char *sample_start = NULL;
  g_autofree char *sample_end = NULL;

  if (length_s < 4)
    return FALSE;
  sample_start = palier_time_dup_moved (first, (length_s - wanted_s) / 2 + 1);
  sample_end = palier_time_dup_moved (first, (length_s + wanted_s) / 2 - 1);
  palier_footage_add (take->footage, segment->track, sample_start, sample_end);
  return TRUE;
}

static gboolean
sample_window (Take *take, guint track, const char *from, gint64 length_s)
{
  g_autoptr (GPtrArray) segments = search (take, track, from, length_s);
  g_autofree char *until = palier_time_dup_moved (from, length_s);
  guint n = segments ? segments->len : 0;

  for (guint i = 0; i < n; i++)
    if (add_sample (take, segments->pdata[(n / 2 + i) % n], from, until))
      return TRUE;
  return FALSE;
}

/* An hour of that day, another one for each camera and day; where nothing was recorded then, any of that day. */
static void
sample_day (Take *take, guint track, guint nth, guint ago)
{
  g_autofree char *midnight = g_strndup (take->now, strlen ("2026-01-01"));
  g_autofree char *today = g_strconcat (midnight, "T00:00:00", NULL);
  g_autofree char *day = palier_time_dup_moved (today, -(gint64) ago * DAY_S);
  g_autofree char *hour = palier_time_dup_moved (day, (track / 100 * 5 + nth * 7) % 24 * HOUR_S);

  if (!sample_window (take, track, hour, HOUR_S) && take->failures == 0)
    sample_window (take, track, day, DAY_S);
}

static gboolean
is_over (Take *take)
{
  return take->failures >= MAX_FAILURES || g_cancellable_is_cancelled (take->cancellable);
}

/* Which of the last days have recordings, today left out; FALSE: this firmware does not tell them by day. */
static gboolean
read_days (Take *take, guint track, gboolean *days)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (take->now, utc);
  guint month = 0;
  guint32 told = 0;

  for (guint ago = 1; ago < MAX_DAYS; ago++)
    {
      g_autoptr (GDateTime) day = g_date_time_add_days (now, -(int) ago);

      if (ago > 31 && month != (guint) g_date_time_get_month (day))
        break;
      if (month != (guint) g_date_time_get_month (day))
        {
          month = (guint) g_date_time_get_month (day);
          if (!palier_footage_read_days (take->connection, track, (guint) g_date_time_get_year (day), month, &told,
                                         take->cancellable, NULL))
            return FALSE;
        }
      days[ago] = (told >> g_date_time_get_day_of_month (day)) & 1;
    }
  return TRUE;
}

/* The days to look at, spread over all that there are; the oldest is about to be written over. */
static guint
choose_days (const gboolean *days, guint quota, guint *chosen)
{
  guint all[MAX_DAYS];
  guint n = 0;
  guint n_chosen;

  for (guint ago = 1; ago < MAX_DAYS; ago++)
    if (days[ago])
      all[n++] = ago;
  if (n > 1)
    n--;
  n_chosen = MIN (n, quota);
  for (guint i = 0; i < n_chosen; i++)
    chosen[i] = all[n_chosen > 1 ? i * (n - 1) / (n_chosen - 1) : 0];
  return n_chosen;
}

static void
sample_track (Take *take, guint track, guint quota)
{
  gboolean days[MAX_DAYS] = { FALSE };
  guint chosen[A_WEEK];
  guint n = 0;

  if (read_days (take, track, days))
    n = choose_days (days, quota, chosen);
  else
    for (; n < quota; n++)
      chosen[n] = n + 1;
  for (guint i = 0; i < n && !is_over (take); i++)
    sample_day (take, track, i, chosen[i]);
}

static GPtrArray *
read_tracks (Take *take)
{
  GPtrArray *tracks = palier_tracks_read (take->connection, take->cancellable, NULL);
  g_autoptr (GPtrArray) cameras = NULL;

  if (tracks && tracks->len > 0)
    return tracks;
  g_clear_pointer (&tracks, g_ptr_array_unref);
  cameras = palier_cameras_read (take->connection, take->cancellable, &take->first);
  return cameras ? palier_tracks_guess (cameras) : NULL;
}

static void
take_dialect (Take *take)
{
  PalierFootageDialect dialect;

  palier_footage_get_dialect (take->connection, &dialect);
  take->footage->tag = g_strdup (dialect.tag);
  take->footage->paging = g_strdup (dialect.paging);
  take->footage->cap = dialect.cap;
  if (take->footage->samples->len == 0 && take->first)
    take->footage->untold
        = g_strdup (take->first->domain == PALIER_ERROR ? palier_error_get_nick (take->first) : "bad-answer");
}

PalierFootage *
palier_footage_take (PalierConnection *connection,
                     PalierClock *clock,
                     double until,
                     PalierFootageProgressFunc progress,
                     gpointer data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (PalierFootage) self = palier_footage_new ();
  g_autofree char *told = palier_footage_dup_now (connection, cancellable);
  g_autoptr (GDateTime) here = palier_clock_date (clock);
  g_autofree char *fallback = g_date_time_format (here, "%Y-%m-%dT%H:%M:%S");
  g_autofree char *now = palier_time_dup_digits (told);
  Take take = { connection, self, now ? now : fallback, 0, NULL, cancellable };
  g_autoptr (GPtrArray) tracks = read_tracks (&take);
  guint n = tracks ? MIN (tracks->len, PALIER_FOOTAGE_MAX_SAMPLES) : 0;
  guint quota = n > 0 ? CLAMP (PALIER_FOOTAGE_MAX_SAMPLES / n, 1, A_WEEK) : 0;

  self->offset_s = palier_time_get_offset (told);
  if (n > 0 && !palier_footage_zone_probe (connection, tracks, told, &self->zone, cancellable, error))
    return NULL;
  for (guint i = 0; i < n && !is_over (&take) && palier_clock_now (clock) < until; i++)
    {
      progress ((double) i / n, data);
      sample_track (&take, ((const PalierTrack *) tracks->pdata[i])->id, quota);
    }
  take_dialect (&take);
  g_clear_error (&take.first);
  return g_cancellable_set_error_if_cancelled (cancellable, error) ? NULL : g_steal_pointer (&self);
}
