/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stick/space.h"

#include "base/error.h"

#include <linux/magic.h>
#include <sys/statfs.h>

#define FAT_LARGEST G_GUINT64_CONSTANT (0xffffffff)
/* The folder itself may have to grow by a cluster, which is 32 KiB at most on FAT32. */
#define MARGIN G_GUINT64_CONSTANT (65536)

gboolean
palier_space_read (int fd, PalierSpace *space)
{
  struct statfs fs;

  if (fstatfs (fd, &fs) != 0)
    return FALSE;
  space->total = (guint64) fs.f_blocks * (guint64) fs.f_bsize;
  space->free = (guint64) fs.f_bavail * (guint64) fs.f_bsize;
  space->fat = fs.f_type == MSDOS_SUPER_MAGIC;
  return TRUE;
}

gboolean
palier_space_check (const PalierSpace *space, guint64 size, GError **error)
{
  if (space->fat && size > FAT_LARGEST)
    {
      palier_error_set (error, PALIER_ERROR_FILE_TOO_LARGE, "%" G_GUINT64_FORMAT " bytes on FAT",
                        size);
      return FALSE;
    }
  if (space->total && (size > space->free || space->free - size < MARGIN))
    {
      palier_error_set (error, PALIER_ERROR_DISK_FULL,
                        "%" G_GUINT64_FORMAT " bytes wanted, %" G_GUINT64_FORMAT " free", size,
                        space->free);
      return FALSE;
    }
  return TRUE;
}
