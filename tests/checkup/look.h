/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "checkup/checkup.h"

/* One checkup with a journal of its own. */
typedef struct
{
  char *folder;
  PalierJournal *journal;
  PalierClock *clock;
  PalierCheckup *checkup;
  GMainLoop *loop;
} Look;

void look_open (Look *look);
void look_at (Look *look, PalierConnection *connection); /* a new one */
void look_run (Look *look, GCancellable *cancellable);
void look_close (Look *look);
const PalierCheckRow *look_get_row (Look *look, PalierCheck check);
