/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "footage/playback-private.h"

#include "footage/zone.h"
#include "recorder/disks.h"
#include "recorder/inventory.h"
#include "recorder/recording.h"
#include "recorder/search.h"
#include "recorder/tracks.h"

#include <string.h>

#define A_DAY_S 86400
#define CLOCK_S 120 /* from there on, a search by time misses what a person looks for */

static void
add (PalierPlaybackLook *look, const char *name)
{
  char *all = look->names ? g_strconcat (look->names, ", ", name, NULL) : g_strdup (name);

  g_free (look->names);
  look->names = all;
}

static void
add_channel (PalierPlaybackLook *look, guint channel)
{
  g_autofree char *name = g_strdup_printf ("%u", channel);

  add (look, name);
}

/* More than one restart in a day: a plug, a strip or the power pack. */
PalierPlaybackLook
palier_playback_look_at_power (PalierConnection *connection, GDateTime *now, GCancellable *cancellable)
{
  PalierPlaybackLook look = { FALSE, NULL };
  g_autofree char *told = palier_footage_dup_now (connection, cancellable);
  g_autofree char *since = palier_time_dup_moved (told, -A_DAY_S);
  g_autofree char *until = palier_time_dup_digits (told);
  g_autoptr (GPtrArray) entries
      = since ? palier_log_search (connection, since, until, cancellable, NULL) : NULL;
  guint upgrades = 0;
  guint restarts = 0;

  for (guint i = 0; entries && i < entries->len; i++)
    {
      PalierLogKind kind = palier_log_entry_get_kind (entries->pdata[i]);

      restarts += kind == PALIER_LOG_POWER;
      upgrades += kind == PALIER_LOG_UPGRADE || kind == PALIER_LOG_DEFAULT;
    }
  look.told = entries != NULL;
  if (restarts > upgrades + 1)
    add_channel (&look, restarts);
  return look;
}

PalierPlaybackLook
palier_playback_look_at_disks (PalierConnection *connection, GDateTime *now, GCancellable *cancellable)
{
  PalierPlaybackLook look = { FALSE, NULL };
  g_autoptr (GPtrArray) disks = palier_disks_read (connection, cancellable, NULL);

  look.told = disks && disks->len > 0;
  for (guint i = 0; disks && i < disks->len; i++)
    {
      const PalierDisk *disk = disks->pdata[i];
      g_autofree char *name = g_strdup_printf ("%s (%s)", disk->name, disk->status);

      if (disk->state == PALIER_DISK_BAD || disk->state == PALIER_DISK_ABSENT
          || disk->state == PALIER_DISK_UNFORMATTED)
        add (&look, name);
    }
  return look;
}

PalierPlaybackLook
palier_playback_look_at_cameras (PalierConnection *connection, GDateTime *now, GCancellable *cancellable)
{
  PalierPlaybackLook look = { FALSE, NULL };
  g_autoptr (GPtrArray) cameras = palier_cameras_read (connection, cancellable, NULL);

  for (guint i = 0; cameras && i < cameras->len; i++)
    {
      const PalierCamera *camera = cameras->pdata[i];

      look.told = look.told || camera->online >= 0;
      if (camera->online == 0)
        add (&look, camera->name ? camera->name : "?");
    }
  return look;
}

/* Only where the schedule waits for motion does motion detection matter. */
PalierPlaybackLook
palier_playback_look_at_motion (PalierConnection *connection, GDateTime *now, GCancellable *cancellable)
{
  PalierPlaybackLook look = { FALSE, NULL };
  g_autoptr (GPtrArray) tracks = palier_tracks_read (connection, cancellable, NULL);

  look.told = tracks && tracks->len > 0;
  for (guint i = 0; tracks && i < tracks->len; i++)
    {
      const PalierTrack *track = tracks->pdata[i];
      int works;

      if (!track->mode || !strstr (track->mode, "MOTION"))
        continue;
      works = palier_motion_read (connection, track->channel, cancellable);
      if (works < 0)
        look.told = FALSE;
      else if (works == 0)
        add_channel (&look, track->channel);
    }
  return look;
}

PalierPlaybackLook
palier_playback_look_at_schedule (PalierConnection *connection, GDateTime *now, GCancellable *cancellable)
{
  PalierPlaybackLook look = { FALSE, NULL };
  g_autoptr (GPtrArray) tracks = palier_tracks_read (connection, cancellable, NULL);

  for (guint i = 0; tracks && i < tracks->len; i++)
    {
      const PalierTrack *track = tracks->pdata[i];

      look.told = look.told || track->scheduled >= 0;
      if (track->scheduled == 0)
        add_channel (&look, track->channel);
    }
  return look;
}

PalierPlaybackLook
palier_playback_look_at_clock (PalierConnection *connection, GDateTime *now, GCancellable *cancellable)
{
  PalierPlaybackLook look = { FALSE, NULL };
  g_autofree char *told = palier_footage_dup_now (connection, cancellable);
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();
  g_autoptr (GDateTime) its = told ? g_date_time_new_from_iso8601 (told, here) : NULL;
  gint64 apart = its ? g_date_time_difference (its, now) / G_TIME_SPAN_SECOND : 0;

  look.told = its != NULL;
  if (ABS (apart) > CLOCK_S)
    add (&look, told);
  return look;
}

PalierPlaybackLook
palier_playback_look_at_users (PalierConnection *connection, GDateTime *now, GCancellable *cancellable)
{
  PalierPlaybackLook look = { FALSE, NULL };
  g_autoptr (GPtrArray) users = palier_users_read (connection, cancellable, NULL);

  for (guint i = 0; users && i < users->len; i++)
    {
      const PalierUser *user = users->pdata[i];
      int may = palier_play_back_read (connection, user->id, cancellable);

      look.told = look.told || may >= 0;
      if (may == 0)
        add (&look, user->name ? user->name : "?");
    }
  return look;
}
