/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/disks.h"

/* How the repair of the database stands, as far as disks, log and up-time tell (P7). */
typedef enum
{
  PALIER_REPAIR_NOT_SEEN,    /* no start since the last landing */
  PALIER_REPAIR_RUNNING,
  PALIER_REPAIR_ENDED,
  PALIER_REPAIR_STOPPED,     /* half-way: to be started again */
  PALIER_REPAIR_INTERRUPTED, /* the recorder restarted in between: to be started again */
  PALIER_REPAIR_DISK_FAILED, /* a disk that was to be repaired reports an error, or is gone */
} PalierRepairState;

typedef struct
{
  guint id;
  char *name;
  char *status; /* the recorder's own word */
  PalierDiskState state;
  gboolean was_repairing; /* seen so since this repair began */
  gboolean failed;        /* since the repair, not before */
} PalierRepairDisk;

const char *palier_repair_disk_get_words (const PalierRepairDisk *self); /* msgid: what became of it, or is being done */

/* What is known (pure): times are the recorder's own digits, NULL where nothing tells them. */
typedef struct
{
  gboolean repairing;   /* a disk says so now */
  gboolean disk_failed;
  gboolean log_told;    /* the log could be searched and names a start */
  gboolean stop_is_bad; /* by its words: failed, aborted … */
  gboolean seen;        /* by us, since the last landing */
  const char *started, *stopped, *restarted;
} PalierRepairEvidence;

PalierRepairState palier_repair_judge (const PalierRepairEvidence *evidence);
const char *palier_repair_state_get_nick (PalierRepairState state); /* "not-seen" */

typedef struct
{
  PalierRepairState state;
  char *started, *stopped; /* the recorder's own digits; NULL: not told */
  GPtrArray *disks;        /* of PalierRepairDisk */
  int cameras, recording;  /* how many there are, and how many record just now; -1: not told */
  int samples, found;      /* of the footage check: how many could be found when it was asked last; -1: not asked */
} PalierRepair;

PalierRepair *palier_repair_new (void);
double palier_repair_get_fraction (const PalierRepair *self); /* of the disks; -1: not told */
void palier_repair_free (PalierRepair *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierRepair, palier_repair_free)
