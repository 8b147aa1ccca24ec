/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stick/volume-private.h"

G_DEFINE_TYPE (PalierVolume, palier_volume, G_TYPE_OBJECT)

static void
palier_volume_finalize (GObject *object)
{
  PalierVolume *self = PALIER_VOLUME (object);

  g_free (self->port);
  g_free (self->device);
  g_free (self->label);
  g_free (self->filesystem);
  g_free (self->version);
  g_free (self->mount);
  g_free (self->object);
  g_free (self->drive);
  G_OBJECT_CLASS (palier_volume_parent_class)->finalize (object);
}

static void
palier_volume_class_init (PalierVolumeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palier_volume_finalize;
}

static void
palier_volume_init (PalierVolume *self)
{
  self->size = self->free = PALIER_SIZE_UNKNOWN;
}

const char *
palier_volume_get_port (PalierVolume *self)
{
  return self->port;
}

const char *
palier_volume_get_device (PalierVolume *self)
{
  return self->device;
}

const char *
palier_volume_get_label (PalierVolume *self)
{
  return self->label;
}

const char *
palier_volume_get_filesystem (PalierVolume *self)
{
  return self->filesystem;
}

gint64
palier_volume_get_size (PalierVolume *self)
{
  return self->size;
}

gint64
palier_volume_get_free (PalierVolume *self)
{
  return self->free;
}

const char *
palier_volume_get_mount (PalierVolume *self)
{
  return self->mount;
}

gboolean
palier_volume_get_read_only (PalierVolume *self)
{
  return self->read_only;
}

gboolean
palier_volume_is_fat32 (PalierVolume *self)
{
  return g_strcmp0 (self->filesystem, "vfat") == 0 && g_strcmp0 (self->version, "FAT32") == 0;
}

const char *
palier_volume_get_object (PalierVolume *self)
{
  return self->object;
}

const char *
palier_volume_get_drive (PalierVolume *self)
{
  return self->drive;
}

gboolean
palier_volume_equal (PalierVolume *a, PalierVolume *b)
{
  return g_strcmp0 (a->port, b->port) == 0 && g_strcmp0 (a->object, b->object) == 0
         && g_strcmp0 (a->drive, b->drive) == 0 && g_strcmp0 (a->label, b->label) == 0
         && g_strcmp0 (a->filesystem, b->filesystem) == 0 && g_strcmp0 (a->version, b->version) == 0
         && g_strcmp0 (a->mount, b->mount) == 0 && a->size == b->size && a->free == b->free
         && a->read_only == b->read_only;
}
