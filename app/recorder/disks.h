/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* GET /ISAPI/ContentMgmt/Storage, and …/workingstatus/hdStatus?format=json. Source: isapi.md §5. */
typedef enum
{
  PALIER_DISK_OK,
  PALIER_DISK_SLEEPING,
  PALIER_DISK_REPAIRING,
  PALIER_DISK_FORMATTING,
  PALIER_DISK_UNFORMATTED,
  PALIER_DISK_BAD,     /* error, SMART failure, mismatch … */
  PALIER_DISK_ABSENT,  /* offline, not exist */
  PALIER_DISK_UNKNOWN, /* a word that nobody recorded: shown as it is */
} PalierDiskState;

typedef struct
{
  guint id;
  char *name;
  PalierDiskState state;
  char *status;        /* the recorder's own word */
  gint64 capacity_mb;  /* -1: not told */
  gint64 free_mb;      /* -1: not told; 0 is normal (overwriting) */
} PalierDisk;

GPtrArray *palier_disks_read (PalierConnection *connection, GCancellable *cancellable, GError **error);
PalierDiskState palier_disk_state_from_word (const char *word);
PalierDiskState palier_disk_state_from_number (guint number);
gboolean palier_disks_any (GPtrArray *disks, PalierDiskState state);
