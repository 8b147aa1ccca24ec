/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Room in a mounted file system, in bytes. total 0: it does not say (some FUSE file systems). */
typedef struct
{
  guint64 total;
  guint64 free;
  gboolean fat; /* no file may reach 4 GiB */
} PalierSpace;

gboolean palier_space_read (int fd, PalierSpace *space); /* FALSE with errno */

/* Would a file of this size fit? PALIER_ERROR_DISK_FULL, PALIER_ERROR_FILE_TOO_LARGE. */
gboolean palier_space_check (const PalierSpace *space, guint64 size, GError **error);
