/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* What a recorder has exported to a stick: devCfg_*.bin. */
typedef struct
{
  char *folder;      /* that was looked at */
  GHashTable *files; /* name -> "size mtime" */
} PalierExports;

/* What lies there already. A recorder's clock may be wrong by years, so that no date tells what is new: only that it
 * was not there before does. */
PalierExports *palier_exports_look (const char *folder);
void palier_exports_free (PalierExports *self);

/* The newest file that came since, whole and no stray. PALIER_ERROR_NOT_DONE: none came; PALIER_ERROR_BACKUP_NOT_VERIFIED:
 * what came is no configuration; PALIER_ERROR_PLACE_GONE. */
GBytes *palier_exports_take (const PalierExports *before, const char *folder, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierExports, palier_exports_free)
