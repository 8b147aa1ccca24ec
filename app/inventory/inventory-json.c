/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "inventory/inventory-private.h"

#include "base/json-text.h"

static void
put_network (JsonBuilder *builder, GPtrArray *rows)
{
  palier_put_array (builder, "network");
  for (guint i = 0; i < rows->len; i++)
    {
      const PalierInventoryNetwork *network = rows->pdata[i];

      json_builder_begin_object (builder);
      palier_put_text (builder, "id", network->id);
      palier_put_flag (builder, "dhcp", network->dhcp);
      palier_put_text (builder, "address", network->address);
      palier_put_text (builder, "mask", network->mask);
      palier_put_text (builder, "gateway", network->gateway);
      palier_put_text (builder, "dns_first", network->dns_first);
      palier_put_text (builder, "dns_second", network->dns_second);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_cameras (JsonBuilder *builder, GPtrArray *rows)
{
  palier_put_array (builder, "cameras");
  for (guint i = 0; i < rows->len; i++)
    {
      const PalierCamera *camera = rows->pdata[i];

      json_builder_begin_object (builder);
      palier_put_number (builder, "channel", camera->channel);
      palier_put_text (builder, "name", camera->name);
      palier_put_text (builder, "address", camera->address);
      palier_put_text (builder, "protocol", camera->protocol);
      palier_put_flag (builder, "online", camera->online);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_users (JsonBuilder *builder, GPtrArray *rows)
{
  palier_put_array (builder, "users");
  for (guint i = 0; i < rows->len; i++)
    {
      const PalierUser *user = rows->pdata[i];

      json_builder_begin_object (builder);
      palier_put_number (builder, "id", user->id);
      palier_put_text (builder, "name", user->name);
      palier_put_text (builder, "level", user->level);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_schedule (JsonBuilder *builder, GPtrArray *rows)
{
  palier_put_array (builder, "schedule");
  for (guint i = 0; i < rows->len; i++)
    {
      const PalierInventorySchedule *schedule = rows->pdata[i];

      json_builder_begin_object (builder);
      palier_put_number (builder, "channel", schedule->channel);
      palier_put_text (builder, "mode", schedule->mode);
      palier_put_text (builder, "when", schedule->when);
      palier_put_flag (builder, "enabled", schedule->enabled);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_disks (JsonBuilder *builder, GPtrArray *rows)
{
  palier_put_array (builder, "disks");
  for (guint i = 0; i < rows->len; i++)
    {
      const PalierDisk *disk = rows->pdata[i];

      json_builder_begin_object (builder);
      palier_put_number (builder, "id", disk->id);
      palier_put_text (builder, "name", disk->name);
      palier_put_text (builder, "status", disk->status);
      palier_put_number (builder, "capacity_mb", disk->capacity_mb);
      palier_put_number (builder, "free_mb", disk->free_mb);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_ports (JsonBuilder *builder, GPtrArray *rows)
{
  palier_put_array (builder, "ports");
  for (guint i = 0; i < rows->len; i++)
    {
      const PalierService *service = rows->pdata[i];

      json_builder_begin_object (builder);
      palier_put_text (builder, "protocol", service->protocol);
      palier_put_number (builder, "port", service->port);
      palier_put_flag (builder, "enabled", service->enabled);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_time (JsonBuilder *builder, const PalierInventory *self)
{
  palier_put_text (builder, "time_mode", self->time_mode);
  palier_put_text (builder, "time_zone", self->time_zone);
  palier_put_text (builder, "ntp_server", self->ntp_server);
  json_builder_set_member_name (builder, "clock_ahead_s");
  if (self->clock_known)
    json_builder_add_int_value (builder, self->clock_ahead_s);
  else
    json_builder_add_null_value (builder);
}

void
palier_inventory_build (const PalierInventory *self, JsonBuilder *builder)
{
  json_builder_begin_object (builder);
  palier_put_text (builder, "date", self->date);
  palier_put_text (builder, "model", self->model);
  palier_put_text (builder, "serial", self->serial);
  palier_put_text (builder, "mac", self->mac);
  palier_put_text (builder, "firmware", self->firmware);
  palier_put_text (builder, "name", self->name);
  palier_put_number (builder, "up_time_s", self->up_time_s);
  put_time (builder, self);
  put_network (builder, self->network);
  put_cameras (builder, self->cameras);
  put_users (builder, self->users);
  put_schedule (builder, self->schedule);
  put_disks (builder, self->disks);
  put_ports (builder, self->ports);
  json_builder_end_object (builder);
}

char *
palier_inventory_to_text (const PalierInventory *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  palier_inventory_build (self, builder);
  return palier_builder_to_text (builder, FALSE);
}
