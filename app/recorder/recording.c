/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/recording.h"

#include "base/error.h"
#include "recorder/connection-private.h"
#include "recorder/document.h"
#include "recorder/json.h"

#define PATH "/ISAPI/System/workingstatus/chanStatus?format=json"

/* Two shapes are on record: the list itself, and the list inside of another object. */
static GPtrArray *
dup_channels (PalierJson *json)
{
  g_autoptr (PalierJson) inner = palier_json_dup_object (json, "ChanStatusList");

  return palier_json_dup_array (inner ? inner : json, "ChanStatus");
}

gboolean
palier_recording_read (PalierConnection *connection,
                       int *cameras,
                       int *recording,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (PalierAnswer) answer = { 0 };
  g_autoptr (PalierJson) json = NULL;
  g_autoptr (GPtrArray) channels = NULL;

  if (!palier_connection_get (connection, PATH, &answer, cancellable, error))
    return FALSE;
  json = palier_json_parse (g_bytes_get_data (answer.body, NULL), g_bytes_get_size (answer.body),
                            error);
  if (!json)
    return FALSE;
  channels = dup_channels (json);
  if (!channels)
    {
      palier_error_set (error, PALIER_ERROR_NOT_SUPPORTED, "chanStatus");
      return FALSE;
    }
  *cameras = *recording = 0;
  for (guint i = 0; i < channels->len; i++)
    {
      guint64 records = 0;

      if (!palier_json_get_uint (channels->pdata[i], "record", &records))
        continue;
      ++*cameras;
      *recording += records == 1;
    }
  return TRUE;
}

int
palier_motion_read (PalierConnection *connection, guint channel, GCancellable *cancellable)
{
  g_autofree char *path = g_strdup_printf (
      "/ISAPI/ContentMgmt/InputProxy/channels/%u/video/motionDetection", channel);
  g_autoptr (PalierXml) xml
      = palier_document_read (connection, path, "MotionDetection", cancellable, NULL);

  return xml ? palier_document_get_flag (palier_xml_get_root (xml), "enabled") : -1;
}

int
palier_play_back_read (PalierConnection *connection, guint user, GCancellable *cancellable)
{
  g_autofree char *path = g_strdup_printf ("/ISAPI/Security/UserPermission/%u", user);
  g_autoptr (PalierXml) xml
      = palier_document_read (connection, path, "UserPermission", cancellable, NULL);

  return xml ? palier_document_get_flag (palier_xml_get_root (xml), "remotePermission/playBack")
             : -1;
}
