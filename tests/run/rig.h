/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/job-private.h"

/* A job without a recorder: what it knows was written by hand, and nobody listens at its address. */
typedef struct
{
  char *folder;
  GSocket *socket; /* keeps the port, and refuses all who call */
  PalierClock *clock;
  PalierShelf *shelf; /* NULL: none, unless the test sets one before rig_start () */
  PalierJournal *journal;
  PalierConnection *connection;
  PalierJob *job;
} Rig;

void rig_open (Rig *self, const char *model, const char *serial, const char *firmware);
/* The job again, with the same journal: what a person who comes back another day has. */
void rig_reopen (Rig *self, const char *model, const char *serial, const char *firmware);
void rig_close (Rig *self);
/* "identify:begun identify:done …", as the journal has them. */
char *rig_dup_steps (Rig *self);
