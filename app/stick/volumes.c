/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stick/volumes.h"

#include "base/error.h"
#include "stick/sysfs.h"
#include "stick/udisks.h"
#include "stick/volume-private.h"

#include <sys/statvfs.h>

struct _PalierVolumesWatch
{
  GDBusConnection *bus;
  guint subscription;
  guint owner;
  void (*changed) (gpointer data);
  gpointer data;
};

/* Removable, on USB, and not one that the system itself runs from. */
static gboolean
may_be_offered (GVariant *objects, GVariant *block, const char *drive)
{
  g_autoptr (GVariant) interfaces = NULL;
  g_autoptr (GVariant) properties = NULL;
  g_autofree char *bus = NULL;

  if (!drive || palier_udisks_get_flag (block, "HintSystem")
      || palier_udisks_get_flag (block, "HintIgnore"))
    return FALSE;
  interfaces = g_variant_lookup_value (objects, drive, NULL);
  properties = interfaces ? palier_udisks_get_interface (interfaces, PALIER_UDISKS_DRIVE) : NULL;
  if (!properties)
    return FALSE;
  bus = palier_udisks_get_text (properties, "ConnectionBus");
  return g_strcmp0 (bus, "usb") == 0 && palier_udisks_get_flag (properties, "Removable");
}

/* A disk with a partition table is only a frame for its volumes, and so is an extended partition. */
static gboolean
is_frame (GVariant *interfaces)
{
  g_autoptr (GVariant) table = palier_udisks_get_interface (interfaces, PALIER_UDISKS_TABLE);
  g_autoptr (GVariant) partition =
      palier_udisks_get_interface (interfaces, PALIER_UDISKS_PARTITION);

  return table || (partition && palier_udisks_get_flag (partition, "IsContainer"));
}

static char *
first_mount (GVariant *interfaces)
{
  g_autoptr (GVariant) filesystem =
      palier_udisks_get_interface (interfaces, PALIER_UDISKS_FILESYSTEM);
  g_autoptr (GVariant) points = NULL;
  g_autoptr (GVariant) first = NULL;

  if (filesystem)
    points = g_variant_lookup_value (filesystem, "MountPoints", G_VARIANT_TYPE_BYTESTRING_ARRAY);
  if (!points || g_variant_n_children (points) == 0)
    return NULL;
  first = g_variant_get_child_value (points, 0);
  return g_variant_dup_bytestring (first, NULL);
}

/* A mount that we do not see (a sandbox without that folder) leaves the space unknown. */
static void
read_mounted (PalierVolume *self)
{
  struct statvfs fs;

  if (!self->mount || statvfs (self->mount, &fs) != 0)
    return;
  self->free = (gint64) fs.f_bavail * (gint64) fs.f_frsize;
  if (fs.f_flag & ST_RDONLY)
    self->read_only = TRUE;
}

static PalierVolume *
volume_new (const char *object, GVariant *objects, GVariant *interfaces)
{
  g_autoptr (GVariant) block = palier_udisks_get_interface (interfaces, PALIER_UDISKS_BLOCK);
  g_autofree char *drive = block ? palier_udisks_get_text (block, "Drive") : NULL;
  g_autofree char *device = NULL;
  g_autofree char *port = NULL;
  PalierVolume *self;

  if (!block || is_frame (interfaces) || palier_udisks_get_number (block, "Size") == 0
      || !may_be_offered (objects, block, drive))
    return NULL;
  device = palier_udisks_get_text (block, "Device");
  port = device ? palier_sysfs_block_port (device) : NULL;
  if (!port)
    return NULL;
  self = g_object_new (PALIER_TYPE_VOLUME, NULL);
  self->object = g_strdup (object);
  self->drive = g_steal_pointer (&drive);
  self->device = g_steal_pointer (&device);
  self->port = g_steal_pointer (&port);
  self->label = palier_udisks_get_text (block, "IdLabel");
  self->filesystem = palier_udisks_get_text (block, "IdType");
  self->version = palier_udisks_get_text (block, "IdVersion");
  self->size = (gint64) palier_udisks_get_number (block, "Size");
  self->read_only = palier_udisks_get_flag (block, "ReadOnly");
  self->mount = first_mount (interfaces);
  read_mounted (self);
  return self;
}

static int
compare_volumes (gconstpointer a, gconstpointer b)
{
  const PalierVolume *one = *(PalierVolume *const *) a;
  const PalierVolume *other = *(PalierVolume *const *) b;

  return g_strcmp0 (one->device, other->device);
}

GPtrArray *
palier_volumes_list (GCancellable *cancellable, GError **error)
{
  g_autoptr (GVariant) objects = palier_udisks_get_objects (cancellable, error);
  g_autoptr (GPtrArray) volumes = g_ptr_array_new_with_free_func (g_object_unref);
  GVariantIter iter;
  const char *object;
  GVariant *interfaces;

  if (!objects)
    return NULL;
  g_variant_iter_init (&iter, objects);
  while (g_variant_iter_loop (&iter, "{&o@a{sa{sv}}}", &object, &interfaces))
    {
      PalierVolume *volume = volume_new (object, objects, interfaces);

      if (volume)
        g_ptr_array_add (volumes, volume);
    }
  g_ptr_array_sort (volumes, compare_volumes);
  return g_steal_pointer (&volumes);
}

PalierVolume *
palier_volumes_find (const char *object,
                     const char *port,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (GPtrArray) volumes = palier_volumes_list (cancellable, error);

  for (guint i = 0; volumes && i < volumes->len; i++)
    {
      PalierVolume *volume = g_ptr_array_index (volumes, i);

      if (g_str_equal (volume->object, object) && g_str_equal (volume->port, port))
        return g_object_ref (volume);
    }
  if (volumes)
    palier_error_set (error, PALIER_ERROR_PLACE_GONE, "%s at %s", object, port);
  return NULL;
}

static void
signal_cb (GDBusConnection *bus,
           const char *sender,
           const char *object,
           const char *interface,
           const char *signal,
           GVariant *parameters,
           gpointer data)
{
  PalierVolumesWatch *self = data;

  self->changed (self->data);
}

static void
owner_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer data)
{
  PalierVolumesWatch *self = data;

  self->changed (self->data);
}

static void
no_owner_cb (GDBusConnection *bus, const char *name, gpointer data)
{
  PalierVolumesWatch *self = data;

  self->changed (self->data);
}

PalierVolumesWatch *
palier_volumes_watch (void (*changed) (gpointer data), gpointer data)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SYSTEM, NULL, NULL);
  PalierVolumesWatch *self;

  if (!bus)
    return NULL;
  self = g_new0 (PalierVolumesWatch, 1);
  self->bus = g_steal_pointer (&bus);
  self->changed = changed;
  self->data = data;
  self->subscription =
      g_dbus_connection_signal_subscribe (self->bus, PALIER_UDISKS_NAME, NULL, NULL, NULL, NULL,
                                          G_DBUS_SIGNAL_FLAGS_NONE, signal_cb, self, NULL);
  self->owner =
      g_bus_watch_name_on_connection (self->bus, PALIER_UDISKS_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                      owner_cb, no_owner_cb, self, NULL);
  return self;
}

void
palier_volumes_watch_free (PalierVolumesWatch *self)
{
  g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  g_bus_unwatch_name (self->owner);
  g_object_unref (self->bus);
  g_free (self);
}
