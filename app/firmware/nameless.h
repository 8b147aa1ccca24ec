/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Files without a name, in the person's cache folder: nobody else can write over one or cut it, they take no memory
 * of the program's own, and they go with the last that holds them, whatever happens to the program. */

/* A descriptor to be closed; -1: PALIER_ERROR_CANNOT_WRITE. */
int palier_nameless_open (GError **error);
/* FALSE: PALIER_ERROR_DISK_FULL or PALIER_ERROR_CANNOT_WRITE. */
gboolean palier_nameless_write (int fd, const void *data, gsize size, GError **error);
/* All that was written, mapped; the descriptor may be closed. NULL: PALIER_ERROR_FILE_UNREADABLE. */
GBytes *palier_nameless_map (int fd, GError **error);
