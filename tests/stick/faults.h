/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Stands between the writer and the system (ld --wrap), and lets one call go wrong. */
typedef enum
{
  FAULT_NONE,
  FAULT_CREATE,
  FAULT_WRITE,
  FAULT_PUSH,
  FAULT_SYNC,
  FAULT_RENAME,
  FAULT_OPEN,
  FAULT_READ,
  FAULT_STATFS,
  FAULT_ANY, /* whichever of them comes at that place */
} FaultCall;

/* What becomes of it: an errno, or one of these. */
#define FAULT_FLIP -1  /* succeeds with one bit wrong */
#define FAULT_SHORT -2 /* does half of it, and says so; a read: nothing more */
#define FAULT_FAT -3   /* statfs: an empty 32 GiB FAT stick */

void fault_set (FaultCall call, guint nth, int outcome); /* nth from 1; clears what was set */
void fault_set_from (FaultCall call, guint nth, int outcome); /* that one and all later ones */
guint fault_count (void);                                 /* calls seen since it was set */
