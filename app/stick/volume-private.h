/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stick/volume.h"

/* What a volume is made of; filled by whoever reads it, and then handed over. */
struct _PalierVolume
{
  GObject parent;
  char *port;
  char *device;
  char *label;
  char *filesystem;
  char *version; /* "FAT32" */
  char *mount;
  char *object;
  char *drive;
  gint64 size;
  gint64 free;
  gboolean read_only;
};
