/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "inventory/inventory-private.h"

#include "base/error.h"
#include "base/json-text.h"

typedef gpointer (*NewRow) (JsonObject *object);

static gpointer
new_network (JsonObject *object)
{
  PalierInventoryNetwork *network = g_new0 (PalierInventoryNetwork, 1);

  network->id = palier_take_text (object, "id");
  network->dhcp = palier_take_flag (object, "dhcp");
  network->address = palier_take_text (object, "address");
  network->mask = palier_take_text (object, "mask");
  network->gateway = palier_take_text (object, "gateway");
  network->dns_first = palier_take_text (object, "dns_first");
  network->dns_second = palier_take_text (object, "dns_second");
  return network;
}

static guint
take_small (JsonObject *object, const char *name)
{
  return (guint) CLAMP (palier_take_number (object, name), 0, G_MAXINT);
}

static gpointer
new_camera (JsonObject *object)
{
  PalierCamera *camera = g_new0 (PalierCamera, 1);

  camera->channel = take_small (object, "channel");
  camera->name = palier_take_text (object, "name");
  camera->address = palier_take_text (object, "address");
  camera->protocol = palier_take_text (object, "protocol");
  camera->online = palier_take_flag (object, "online");
  return camera;
}

static gpointer
new_user (JsonObject *object)
{
  PalierUser *user = g_new0 (PalierUser, 1);

  user->id = take_small (object, "id");
  user->name = palier_take_text (object, "name");
  user->level = palier_take_text (object, "level");
  return user;
}

static gpointer
new_schedule (JsonObject *object)
{
  PalierInventorySchedule *schedule = g_new0 (PalierInventorySchedule, 1);

  schedule->channel = take_small (object, "channel");
  schedule->mode = palier_take_text (object, "mode");
  schedule->when = palier_take_text (object, "when");
  schedule->enabled = palier_take_flag (object, "enabled");
  return schedule;
}

static gpointer
new_disk (JsonObject *object)
{
  PalierDisk *disk = g_new0 (PalierDisk, 1);

  disk->id = take_small (object, "id");
  disk->name = palier_take_text (object, "name");
  disk->status = palier_take_text (object, "status");
  disk->state = disk->status ? palier_disk_state_from_word (disk->status) : PALIER_DISK_UNKNOWN;
  disk->capacity_mb = palier_take_number (object, "capacity_mb");
  disk->free_mb = palier_take_number (object, "free_mb");
  return disk;
}

static gpointer
new_port (JsonObject *object)
{
  PalierService *service = g_new0 (PalierService, 1);

  service->protocol = palier_take_text (object, "protocol");
  service->port = take_small (object, "port");
  service->enabled = palier_take_flag (object, "enabled");
  return service;
}

static gboolean
take_rows (JsonObject *object, const char *name, GPtrArray *rows, NewRow new_row, GError **error)
{
  JsonArray *array = palier_take_array (object, name);

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonObject *row = palier_array_get_object (array, i);

      if (!row)
        {
          palier_error_set (error, PALIER_ERROR_DATA_FILE, "%s[%u]: not an object", name, i);
          return FALSE;
        }
      g_ptr_array_add (rows, new_row (row));
    }
  return TRUE;
}

static void
take_texts (PalierInventory *self, JsonObject *object)
{
  self->date = palier_take_text (object, "date");
  self->model = palier_take_text (object, "model");
  self->serial = palier_take_text (object, "serial");
  self->mac = palier_take_text (object, "mac");
  self->firmware = palier_take_text (object, "firmware");
  self->name = palier_take_text (object, "name");
  self->time_mode = palier_take_text (object, "time_mode");
  self->time_zone = palier_take_text (object, "time_zone");
  self->ntp_server = palier_take_text (object, "ntp_server");
}

PalierInventory *
palier_inventory_new_from_text (const char *text, GError **error)
{
  g_autoptr (JsonObject) object = palier_text_to_object (text, error);
  g_autoptr (PalierInventory) self = NULL;

  if (!object)
    return NULL;
  self = palier_inventory_new ();
  take_texts (self, object);
  self->up_time_s = palier_take_number (object, "up_time_s");
  self->clock_known = json_object_has_member (object, "clock_ahead_s")
                      && !json_object_get_null_member (object, "clock_ahead_s");
  if (self->clock_known)
    self->clock_ahead_s = palier_take_number (object, "clock_ahead_s");
  if (!take_rows (object, "network", self->network, new_network, error)
      || !take_rows (object, "cameras", self->cameras, new_camera, error)
      || !take_rows (object, "users", self->users, new_user, error)
      || !take_rows (object, "schedule", self->schedule, new_schedule, error)
      || !take_rows (object, "disks", self->disks, new_disk, error)
      || !take_rows (object, "ports", self->ports, new_port, error))
    return NULL;
  return g_steal_pointer (&self);
}
