/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "checkup/check-item-private.h"
#include "checkup/judge.h"

/* The checkup's own fields, for the checkup-*.c files only. */
struct _PalierCheckup
{
  GObject parent_instance;

  PalierCheckupReader reader;
  PalierJournal *journal; /* NULL: none */
  PalierSecret *password; /* NULL: none */
  PalierDeclared declared[PALIER_N_DECLARATIONS];
  GPtrArray *items; /* of PalierCheckItem, by PalierCheck */

  GMainContext *context;
  GThread *thread; /* NULL: not running */
  PalierCheckupFacts *facts;
  guint sources; /* bits of those that were read */
  gboolean whole; /* all were, in the last run */
  GError *error;
};

/* In the main thread. */
void palier_checkup_note_password (PalierCheckup *self); /* once the serial number is known */
void palier_checkup_note_journal (PalierCheckup *self);
void palier_checkup_judge (PalierCheckup *self, PalierCheck check);
void palier_checkup_finish (PalierCheckup *self); /* the thread is through */

void palier_checkup_work (PalierCheckup *self); /* starts it */
