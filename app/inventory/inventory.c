/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "inventory/inventory-private.h"

static void
network_free (gpointer data)
{
  PalierInventoryNetwork *network = data;

  g_free (network->id);
  g_free (network->address);
  g_free (network->mask);
  g_free (network->gateway);
  g_free (network->dns_first);
  g_free (network->dns_second);
  g_free (network);
}

static void
schedule_free (gpointer data)
{
  PalierInventorySchedule *schedule = data;

  g_free (schedule->mode);
  g_free (schedule->when);
  g_free (schedule);
}

static void
camera_free (gpointer data)
{
  PalierCamera *camera = data;

  g_free (camera->name);
  g_free (camera->address);
  g_free (camera->protocol);
  g_free (camera);
}

static void
user_free (gpointer data)
{
  PalierUser *user = data;

  g_free (user->name);
  g_free (user->level);
  g_free (user);
}

static void
disk_free (gpointer data)
{
  PalierDisk *disk = data;

  g_free (disk->name);
  g_free (disk->status);
  g_free (disk);
}

static void
service_free (gpointer data)
{
  PalierService *service = data;

  g_free (service->protocol);
  g_free (service);
}

PalierInventory *
palier_inventory_new (void)
{
  PalierInventory *self = g_new0 (PalierInventory, 1);

  self->up_time_s = -1;
  self->network = g_ptr_array_new_with_free_func (network_free);
  self->cameras = g_ptr_array_new_with_free_func (camera_free);
  self->users = g_ptr_array_new_with_free_func (user_free);
  self->schedule = g_ptr_array_new_with_free_func (schedule_free);
  self->disks = g_ptr_array_new_with_free_func (disk_free);
  self->ports = g_ptr_array_new_with_free_func (service_free);
  return self;
}

void
palier_inventory_free (PalierInventory *self)
{
  g_free (self->date);
  g_free (self->name);
  g_free (self->firmware);
  g_free (self->serial);
  g_free (self->mac);
  g_free (self->model);
  g_free (self->time_mode);
  g_free (self->time_zone);
  g_free (self->ntp_server);
  g_ptr_array_unref (self->network);
  g_ptr_array_unref (self->cameras);
  g_ptr_array_unref (self->users);
  g_ptr_array_unref (self->schedule);
  g_ptr_array_unref (self->disks);
  g_ptr_array_unref (self->ports);
  g_free (self);
}

guint
palier_inventory_count_online (const PalierInventory *self)
{
  guint n = 0;

  for (guint i = 0; i < self->cameras->len; i++)
    n += ((const PalierCamera *) self->cameras->pdata[i])->online == 1;
  return n;
}

guint
palier_inventory_count_sound (const PalierInventory *self)
{
  guint n = 0;

  for (guint i = 0; i < self->disks->len; i++)
    {
      PalierDiskState state = ((const PalierDisk *) self->disks->pdata[i])->state;

      n += state == PALIER_DISK_OK || state == PALIER_DISK_SLEEPING || state == PALIER_DISK_REPAIRING;
    }
  return n;
}
