/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/tracks.h"

#include "recorder/document.h"
#include "recorder/inventory.h"

#include <string.h>

#define PATH "/ISAPI/ContentMgmt/record/tracks"
#define EXTENSION "CustomExtensionList/CustomExtension/"
#define ACTION "TrackSchedule/ScheduleBlockList/ScheduleBlock/ScheduleAction/"

static void
palier_track_free (PalierTrack *track)
{
  g_free (track->mode);
  g_free (track);
}

/* Some repeat the track's number as its channel: the source knows better. */
static guint
get_channel (PalierXmlNode *node, guint id)
{
  gint64 told = palier_document_get_number (node, "SrcDescriptor/SrcChannel");

  if (told <= 0)
    told = palier_document_get_number (node, "Channel");
  if (told <= 0 || told > G_MAXUINT16)
    return id / 100;
  return told == id ? id / 100 : (guint) told;
}

static gboolean
is_video (PalierXmlNode *node)
{
  g_autofree char *description = palier_document_dup_told (node, "Description");

  return !description || !strstr (description, "contentType=")
         || strstr (description, "contentType=video");
}

static PalierTrack *
read_track (PalierXmlNode *node)
{
  gint64 id = palier_document_get_number (node, "id");
  PalierTrack *track;

  if (id <= 0 || id > G_MAXUINT16 || !is_video (node))
    return NULL;
  track = g_new0 (PalierTrack, 1);
  track->id = (guint) id;
  track->channel = get_channel (node, track->id);
  track->scheduled = palier_document_get_flag (node, EXTENSION "enableSchedule");
  track->mode = palier_document_dup_told (node, ACTION "Actions/ActionRecordingMode");
  if (!track->mode)
    track->mode = palier_document_dup_told (node, "DefaultRecordingMode");
  return track;
}

/* The main stream of a channel has its lowest number. */
static void
add_track (GPtrArray *tracks, PalierTrack *track)
{
  for (guint i = 0; i < tracks->len; i++)
    {
      PalierTrack *other = tracks->pdata[i];

      if (other->channel != track->channel)
        continue;
      if (track->id < other->id)
        {
          tracks->pdata[i] = track;
          track = other;
        }
      palier_track_free (track);
      return;
    }
  g_ptr_array_add (tracks, track);
}

GPtrArray *
palier_tracks_read (PalierConnection *connection, GCancellable *cancellable, GError **error)
{
  g_autoptr (PalierXml) xml = palier_document_read (connection, PATH, "TrackList", cancellable, error);
  GPtrArray *tracks;

  if (!xml)
    return NULL;
  tracks = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_track_free);
  for (PalierXmlNode *node = palier_xml_first_child (palier_xml_get_root (xml), "Track"); node;
       node = palier_xml_next (node, "Track"))
    {
      PalierTrack *track = read_track (node);

      if (track)
        add_track (tracks, track);
    }
  return tracks;
}

GPtrArray *
palier_tracks_guess (GPtrArray *cameras)
{
  GPtrArray *tracks = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_track_free);

  for (guint i = 0; i < cameras->len; i++)
    {
      PalierTrack *track = g_new0 (PalierTrack, 1);

      track->channel = ((const PalierCamera *) cameras->pdata[i])->channel;
      track->id = track->channel * 100 + 1;
      track->scheduled = -1;
      g_ptr_array_add (tracks, track);
    }
  return tracks;
}
