/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "inventory/inventory-private.h"

#include "recorder/document.h"

static void
add_cameras (PalierInventory *self, GPtrArray *cameras)
{
  for (guint i = 0; cameras && i < cameras->len; i++)
    {
      const PalierCamera *from = cameras->pdata[i];
      PalierCamera *camera = g_new0 (PalierCamera, 1);

      camera->channel = from->channel;
      camera->name = g_strdup (from->name);
      camera->address = g_strdup (from->address);
      camera->protocol = g_strdup (from->protocol);
      camera->online = from->online;
      g_ptr_array_add (self->cameras, camera);
    }
}

static void
add_users (PalierInventory *self, GPtrArray *users)
{
  for (guint i = 0; users && i < users->len; i++)
    {
      const PalierUser *from = users->pdata[i];
      PalierUser *user = g_new0 (PalierUser, 1);

      user->id = from->id;
      user->name = g_strdup (from->name);
      user->level = g_strdup (from->level);
      g_ptr_array_add (self->users, user);
    }
}

static void
add_disks (PalierInventory *self, GPtrArray *disks)
{
  for (guint i = 0; disks && i < disks->len; i++)
    {
      const PalierDisk *from = disks->pdata[i];
      PalierDisk *disk = g_new0 (PalierDisk, 1);

      *disk = *from;
      disk->name = g_strdup (from->name);
      disk->status = g_strdup (from->status);
      g_ptr_array_add (self->disks, disk);
    }
}

static void
add_ports (PalierInventory *self, GPtrArray *services)
{
  for (guint i = 0; services && i < services->len; i++)
    {
      const PalierService *from = services->pdata[i];
      PalierService *service = g_new0 (PalierService, 1);

      *service = *from;
      service->protocol = g_strdup (from->protocol);
      g_ptr_array_add (self->ports, service);
    }
}

static void
set_date (PalierInventory *self, GDateTime *now)
{
  self->date = g_date_time_format (now, "%FT%T%:z");
}

static void
set_identity (PalierInventory *self, const PalierDeviceInfo *info)
{
  self->name = g_strdup (info->name);
  self->firmware = g_strdup (info->firmware);
  self->serial = g_strdup (info->serial);
  self->mac = g_strdup (info->mac);
  self->model = g_strdup (info->model);
}

/* A time without its zone could be hours off either way: then nothing is claimed. */
static void
set_clock (PalierInventory *self, const PalierDeviceStatus *status, GDateTime *now)
{
  g_autoptr (GDateTime) told = status->local_time ? g_date_time_new_from_iso8601 (status->local_time, NULL) : NULL;

  self->up_time_s = status->up_time_s;
  self->clock_known = told != NULL;
  if (told)
    self->clock_ahead_s = g_date_time_difference (told, now) / G_TIME_SPAN_SECOND;
}

PalierInventory *
palier_inventory_new_from_survey (const PalierSurvey *survey, GDateTime *now)
{
  PalierInventory *self = palier_inventory_new ();

  set_date (self, now);
  set_identity (self, survey->info);
  set_clock (self, &survey->status, now);
  add_cameras (self, survey->cameras);
  add_users (self, survey->users);
  add_disks (self, survey->disks);
  add_ports (self, survey->services);
  return self;
}

typedef GPtrArray *(*ReadList) (PalierConnection *connection, GCancellable *cancellable, GError **error);
typedef void (*AddList) (PalierInventory *self, GPtrArray *list);

static gboolean
read_lists (PalierInventory *self, PalierConnection *connection, GCancellable *cancellable, GError **error)
{
  const struct
  {
    ReadList read;
    AddList add;
  } lists[] = {
    { palier_cameras_read, add_cameras },
    { palier_users_read, add_users },
    { palier_disks_read, add_disks },
    { palier_services_read, add_ports },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (GPtrArray) list = lists[i].read (connection, cancellable, &local);

      if (list)
        lists[i].add (self, list);
      else if (!palier_error_is_not_told (local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_status (PalierInventory *self, PalierConnection *connection, GDateTime *now, GCancellable *cancellable,
             GError **error)
{
  PalierDeviceStatus status = { .up_time_s = -1 };
  g_autoptr (GError) local = NULL;

  if (palier_device_status_read (connection, &status, cancellable, &local))
    {
      set_clock (self, &status, now);
      palier_device_status_clear (&status);
      return TRUE;
    }
  if (palier_error_is_not_told (local))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

PalierInventory *
palier_inventory_read (PalierConnection *connection, GDateTime *now, GCancellable *cancellable, GError **error)
{
  g_autoptr (PalierInventory) self = palier_inventory_new ();
  g_autoptr (PalierDeviceInfo) info = palier_device_info_read (connection, cancellable, error);

  if (!info)
    return NULL;
  set_date (self, now);
  set_identity (self, info);
  if (!read_status (self, connection, now, cancellable, error)
      || !read_lists (self, connection, cancellable, error)
      || !palier_inventory_read_settings (self, connection, cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}
