/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "footage/zone.h"

#include "recorder/device-info.h"
#include "recorder/search.h"
#include "recorder/time-settings.h"
#include "recorder/tracks.h"

#include <string.h>

#define NEAR_S 90
#define AROUND_S (2 * 3600)
#define MAX_PROBES 3
#define DIGITS "2026-01-01T00:00:00"

static const char *const nicks[] = { "unknown", "local", "utc", "either" };

const char *
palier_footage_zone_get_nick (PalierFootageZone zone)
{
  return nicks[zone];
}

PalierFootageZone
palier_footage_zone_from_nick (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    if (g_strcmp0 (nick, nicks[i]) == 0)
      return (PalierFootageZone) i;
  return PALIER_FOOTAGE_ZONE_UNKNOWN;
}

/* The digits as if they were UTC, so that they can be reckoned with. */
static GDateTime *
parse_digits (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *digits = text ? g_strndup (text, strlen (DIGITS)) : NULL;

  return digits && strlen (digits) == strlen (DIGITS) ? g_date_time_new_from_iso8601 (digits, utc) : NULL;
}

char *
palier_time_dup_moved (const char *digits, gint64 seconds)
{
  g_autoptr (GDateTime) time = parse_digits (digits);
  g_autoptr (GDateTime) moved = time ? g_date_time_add (time, seconds * G_TIME_SPAN_SECOND) : NULL;

  return moved ? g_date_time_format (moved, "%Y-%m-%dT%H:%M:%S") : NULL;
}

char *
palier_time_dup_digits (const char *text)
{
  return palier_time_dup_moved (text, 0);
}

/* A Z is no offset here: recorders write it behind their wall clock. */
int
palier_time_get_offset (const char *text)
{
  g_autoptr (GDateTime) digits = parse_digits (text);
  g_autoptr (GDateTime) time = NULL;

  if (!digits || !strpbrk (text + strlen (DIGITS), "+-"))
    return PALIER_NO_OFFSET;
  time = g_date_time_new_from_iso8601 (text, NULL);
  return time ? (int) (g_date_time_get_utc_offset (time) / G_TIME_SPAN_SECOND) : PALIER_NO_OFFSET;
}

static gboolean
is_near (GDateTime *end, GDateTime *now, gint64 offset_s)
{
  gint64 apart = g_date_time_difference (end, now) / G_TIME_SPAN_SECOND + offset_s;

  return ABS (apart) <= NEAR_S;
}

PalierFootageZone
palier_footage_zone_judge (const char *newest, const char *now)
{
  g_autoptr (GDateTime) end = parse_digits (newest);
  g_autoptr (GDateTime) local = parse_digits (now);
  int offset_s = palier_time_get_offset (now);

  if (offset_s == 0)
    return PALIER_FOOTAGE_ZONE_EITHER;
  /* The newer form says itself what it means: local time and its offset. */
  if (end && palier_time_get_offset (newest) != PALIER_NO_OFFSET)
    return PALIER_FOOTAGE_ZONE_LOCAL;
  if (!end || !local || offset_s == PALIER_NO_OFFSET)
    return PALIER_FOOTAGE_ZONE_UNKNOWN;
  if (is_near (end, local, 0))
    return PALIER_FOOTAGE_ZONE_LOCAL;
  return is_near (end, local, offset_s) ? PALIER_FOOTAGE_ZONE_UTC : PALIER_FOOTAGE_ZONE_UNKNOWN;
}

char *
palier_footage_dup_now (PalierConnection *connection, GCancellable *cancellable)
{
  PalierDeviceStatus status = { .up_time_s = -1 };
  g_auto (PalierTimeSettings) settings = { 0 };
  g_autofree char *now = NULL;

  if (palier_device_status_read (connection, &status, cancellable, NULL))
    now = g_steal_pointer (&status.local_time);
  palier_device_status_clear (&status);
  if (palier_time_get_offset (now) == PALIER_NO_OFFSET
      && palier_time_settings_read (connection, &settings, cancellable, NULL)
      && (!now || palier_time_get_offset (settings.local_time) != PALIER_NO_OFFSET))
    return g_steal_pointer (&settings.local_time);
  return g_steal_pointer (&now);
}

static const char *
get_newest (GPtrArray *segments)
{
  const char *newest = NULL;

  for (guint i = 0; i < segments->len; i++)
    {
      const PalierSegment *segment = segments->pdata[i];

      if (!newest || strcmp (segment->end, newest) > 0)
        newest = segment->end;
    }
  return newest;
}

gboolean
palier_footage_zone_probe (PalierConnection *connection,
                           GPtrArray *tracks,
                           const char *now,
                           PalierFootageZone *zone,
                           GCancellable *cancellable,
                           GError **error)
{
  int offset_s = palier_time_get_offset (now);
  gint64 around = ABS ((gint64) offset_s) + AROUND_S;
  g_autofree char *from = NULL;
  g_autofree char *until = NULL;

  *zone = offset_s == 0 ? PALIER_FOOTAGE_ZONE_EITHER : PALIER_FOOTAGE_ZONE_UNKNOWN;
  if (offset_s == 0 || offset_s == PALIER_NO_OFFSET)
    return TRUE;
  from = palier_time_dup_moved (now, -around);
  until = palier_time_dup_moved (now, around);
  for (guint i = 0; i < MIN (tracks->len, MAX_PROBES) && *zone == PALIER_FOOTAGE_ZONE_UNKNOWN; i++)
    {
      const PalierTrack *track = tracks->pdata[i];
      g_autoptr (GPtrArray) segments
          = palier_footage_search (connection, track->id, from, until, cancellable, NULL);

      if (segments)
        *zone = palier_footage_zone_judge (get_newest (segments), now);
    }
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

static gint64
get_offset (PalierFootageZone zone, int offset_s)
{
  return zone == PALIER_FOOTAGE_ZONE_LOCAL && offset_s != PALIER_NO_OFFSET ? offset_s : 0;
}

gint64
palier_footage_zone_shift (PalierFootageZone from, int from_s, PalierFootageZone to, int to_s)
{
  /* A wall clock stays one: whether old recordings move with a changed offset, nobody knows. */
  if (from == PALIER_FOOTAGE_ZONE_UNKNOWN || to == PALIER_FOOTAGE_ZONE_UNKNOWN
      || (from == PALIER_FOOTAGE_ZONE_LOCAL && to == PALIER_FOOTAGE_ZONE_LOCAL))
    return 0;
  return get_offset (to, to_s) - get_offset (from, from_s);
}
