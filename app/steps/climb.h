/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/runner.h"

/* The table of contents of an upgrade: before, for each landing, after. */
typedef enum
{
  PALIER_EXTENT_BACKUP, /* identify and backup: for the backup page */
  PALIER_EXTENT_CLIMB,  /* all of the plan */
  PALIER_EXTENT_REPAIR, /* no climb: the repair alone, with a look for the recordings before and after it */
} PalierExtent;

/* By the job's route: over the network, or at the recorder's screen. */
PalierRunner *palier_climb_new (PalierJob *job, PalierExtent extent);
/* Is anything still owed: a landing, the reprogramming, the repair? FALSE: nothing to do for this recorder. */
gboolean palier_climb_is_wanted (PalierJob *job);
