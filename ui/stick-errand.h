/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/journal.h"
#include "stick/stick.h"

#define PALIER_STICK_COPIES "Palier" /* the folder of the copies on a stick */

/* One piece of work on one stick, for the worker. Texts and objects are its own. */
typedef struct
{
  PalierStick *stick;   /* NULL: folder stands for it */
  PalierVolume *volume; /* of the stick */
  char *folder;         /* in: the person's own; out: where it is mounted */
  char *source;         /* the file to copy */
  char *typed;          /* the word that agrees to erasing */
  PalierJournal *journal;
  gboolean written;   /* out: a copy was verified */
  gboolean let_go;    /* out: it may be taken out */
  int permille;       /* of writing; atomic */
} PalierStickErrand;

void palier_stick_errand_free (PalierStickErrand *self);
gboolean palier_stick_errand_mount (PalierStickErrand *self, GCancellable *cancellable, GError **error);
/* Mounts, copies, reads back, adds to the journal and lets go. A copy that was verified stays so (written) even where
 * letting go then fails. */
gboolean palier_stick_errand_copy (PalierStickErrand *self, GCancellable *cancellable, GError **error);
/* Its copies are noted as carried away: they were read back, and no longer have to be found. */
gboolean palier_stick_errand_let_go (PalierStickErrand *self, GCancellable *cancellable, GError **error);
/* Refuses a stick that holds a copy of a configuration (PALIER_ERROR_FILE_IN_THE_WAY). */
gboolean palier_stick_errand_format (PalierStickErrand *self, GCancellable *cancellable, GError **error);

/* The volume that formatting would erase: the first that is not locked; NULL: none. */
PalierVolume *palier_stick_find_to_format (PalierStick *stick);
char *palier_stick_dup_identity (PalierStick *stick); /* by which it is known again when it comes back */
