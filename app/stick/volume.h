/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* A file system of a stick (or a stick without one), as it was at one moment; never changes, so that
 * the worker may use it while the list shows the next moment. */
#define PALIER_TYPE_VOLUME (palier_volume_get_type ())
G_DECLARE_FINAL_TYPE (PalierVolume, palier_volume, PALIER, VOLUME, GObject)

/* Bytes; -1: not known (free space of a volume that is not mounted). */
#define PALIER_SIZE_UNKNOWN G_GINT64_CONSTANT (-1)

const char *palier_volume_get_port (PalierVolume *self);       /* "1-2.3", where its stick is */
const char *palier_volume_get_device (PalierVolume *self);     /* "/dev/sdb1" */
const char *palier_volume_get_label (PalierVolume *self);      /* NULL: none */
const char *palier_volume_get_filesystem (PalierVolume *self); /* "vfat", "exfat", …; NULL: none */
gint64 palier_volume_get_size (PalierVolume *self);
gint64 palier_volume_get_free (PalierVolume *self);
const char *palier_volume_get_mount (PalierVolume *self); /* NULL: not mounted */
gboolean palier_volume_get_read_only (PalierVolume *self);
/* Would a recorder read it? It knows FAT32 alone. */
gboolean palier_volume_is_fat32 (PalierVolume *self);
gboolean palier_volume_equal (PalierVolume *a, PalierVolume *b);

/* For UDisks2: object paths of the block device and its drive; does the drive hold the whole. */
const char *palier_volume_get_object (PalierVolume *self);
const char *palier_volume_get_drive (PalierVolume *self);
