/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "reprogram/reprogram-private.h"

#include "base/error.h"
#include "procedure/gate.h"
#include "procedure/plan.h"
#include "recorder/camera-add.h"
#include "recorder/time-settings.h"

#include <glib/gi18n-lib.h>

gboolean
palier_reprogram_check (PalierReprogramWork *self, GError **error)
{
  g_autoptr (PalierDeviceInfo) info
      = palier_device_info_read (self->connection, self->cancellable, error);
  g_autoptr (PalierPlan) plan = NULL;
  PalierFacts facts = { 0 };

  if (!info)
    return FALSE;
  facts.model = info->model;
  facts.serial = info->serial;
  facts.version = info->version_known ? &info->version : NULL;
  facts.pinned_serial = self->recorder->serial;
  if (!palier_gate_check_identity (self->catalogue, &facts, error))
    return FALSE;
  plan = palier_plan_new (self->catalogue, info->model, info->firmware);
  if (plan->verdict == PALIER_VERDICT_NOTHING)
    return TRUE;
  if (plan->verdict == PALIER_VERDICT_REFUSED)
    palier_rule_set_error (palier_plan_get_refusal (plan)->rule, error);
  else
    palier_error_set_rule (error, "P2",
                           N_ ("A landing is still ahead: until it is reached, only activation and what is "
                               "needed to reach the recorder may change."),
                           N_ ("Finish the climb first. Then the settings are put back."));
  return FALSE;
}

static gboolean
not_done (const char *what, GError **error)
{
  palier_error_set (error, PALIER_ERROR_NOT_DONE, "%s: the recorder took it, and tells something else", what);
  return FALSE;
}

static gboolean
put_name (PalierReprogramWork *self, GError **error)
{
  g_autoptr (PalierDeviceInfo) info = NULL;

  if (!palier_device_info_set_name (self->connection, self->before->name, self->cancellable, error))
    return FALSE;
  info = palier_device_info_read (self->connection, self->cancellable, error);
  if (!info)
    return FALSE;
  return g_strcmp0 (info->name, self->before->name) == 0 || not_done ("deviceName", error);
}

/* The zone and how the clock is set, or (server) the time server with them. */
static gboolean
put_time (PalierReprogramWork *self, gboolean server, GError **error)
{
  const PalierInventory *before = self->before;
  const PalierTimeSettings wanted = {
    .mode = before->time_mode,
    .zone = server ? NULL : before->time_zone,
    .server = server ? before->ntp_server : NULL,
  };
  g_auto (PalierTimeSettings) now = { 0 };

  if (!palier_time_settings_write (self->connection, &wanted, self->cancellable, error)
      || !palier_time_settings_read (self->connection, &now, self->cancellable, error))
    return FALSE;
  if (server)
    return g_strcmp0 (now.server, before->ntp_server) == 0 || not_done ("NTPServer", error);
  return (g_strcmp0 (now.mode, before->time_mode) == 0
          && g_strcmp0 (now.zone, before->time_zone) == 0)
         || not_done ("Time", error);
}

static const PalierCamera *
find_camera (GPtrArray *cameras, guint channel)
{
  for (guint i = 0; i < cameras->len; i++)
    if (((const PalierCamera *) cameras->pdata[i])->channel == channel)
      return cameras->pdata[i];
  return NULL;
}

static gboolean
is_same_camera (const PalierCamera *a, const PalierCamera *b)
{
  return g_strcmp0 (a->address, b->address) == 0 && g_strcmp0 (a->protocol, b->protocol) == 0;
}

static gboolean
add_camera (PalierReprogramWork *self, const PalierCamera *camera, GError **error)
{
  g_autofree char *user = NULL;
  g_autoptr (PalierSecret) password = NULL;
  gboolean onvif = camera->protocol && g_ascii_strcasecmp (camera->protocol, "ONVIF") == 0;

  if (!palier_reprogram_dup_sign_in (self, camera->channel, &user, &password))
    {
      palier_error_set_words (error, PALIER_ERROR_USAGE, N_ ("No password was given for this camera."),
                              N_ ("Type the camera’s password, or one for all cameras."), NULL);
      return FALSE;
    }
  const PalierCameraAdd wanted = {
    .channel = camera->channel,
    .name = camera->name,
    .address = camera->address ? camera->address : "",
    .protocol = camera->protocol,
    .port = onvif ? 80 : 0,
    .user = user,
    .password = password,
  };

  return palier_camera_add (self->connection, &wanted, NULL, self->cancellable, error);
}

/* Added where the channel is free; on one that holds the same camera only the name is mended. */
static gboolean
put_camera (PalierReprogramWork *self, guint channel, GError **error)
{
  const PalierCamera *wanted = find_camera (self->before->cameras, channel);
  g_autoptr (GPtrArray) cameras
      = palier_cameras_read (self->connection, self->cancellable, error);
  g_autoptr (GPtrArray) again = NULL;
  const PalierCamera *now = cameras ? find_camera (cameras, channel) : NULL;

  if (!cameras)
    return FALSE;
  if (now && !is_same_camera (now, wanted))
    {
      palier_error_set (error, PALIER_ERROR_REFUSED, "channel %u is taken", channel);
      return FALSE;
    }
  if (!now && !add_camera (self, wanted, error))
    return FALSE;
  /* Some recorders give an added camera a name of their own. */
  again = palier_cameras_read (self->connection, self->cancellable, error);
  now = again ? find_camera (again, channel) : NULL;
  if (now && wanted->name && g_strcmp0 (now->name, wanted->name) != 0)
    {
      if (!palier_camera_rename (self->connection, channel, wanted->name, self->cancellable, error))
        return FALSE;
      g_ptr_array_unref (again);
      again = palier_cameras_read (self->connection, self->cancellable, error);
      now = again ? find_camera (again, channel) : NULL;
    }
  if (!again)
    return FALSE;
  return (now && is_same_camera (now, wanted)
          && (!wanted->name || g_strcmp0 (now->name, wanted->name) == 0))
         || not_done ("InputProxyChannel", error);
}

gboolean
palier_reprogram_put_back (PalierReprogramWork *self,
                           PalierTopic topic,
                           const char *what,
                           GError **error)
{
  if (!palier_reprogram_check (self, error))
    return FALSE;
  switch (topic)
    {
    case PALIER_TOPIC_NAME:
      return put_name (self, error);
    case PALIER_TOPIC_TIME:
      return put_time (self, g_str_equal (what, "NTP"), error);
    case PALIER_TOPIC_CAMERAS:
      return put_camera (self, (guint) g_ascii_strtoull (what, NULL, 10), error);
    case PALIER_TOPIC_NETWORK:
      return palier_reprogram_put_network (self, what, error);
    case PALIER_TOPIC_USERS:
    case PALIER_TOPIC_SCHEDULE:
    case PALIER_TOPIC_DISKS:
    case PALIER_TOPIC_PORTS:
    case PALIER_N_TOPICS:
    default:
      g_return_val_if_reached (FALSE);
    }
}
