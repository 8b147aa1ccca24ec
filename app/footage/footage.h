/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "footage/zone.h"
#include "report/findings.h"

/* Samples of the recordings that a recorder found before it was changed, so that the same ones can be searched again
 * afterwards. Changes nothing on it. Source: footage-and-settings.md §1, §2. */
typedef enum
{
  PALIER_FOOTAGE_UPGRADED, /* after the upgrade, before a repair */
  PALIER_FOOTAGE_REPAIRED,
  PALIER_N_FOOTAGE_ROUNDS
} PalierFootageRound;

typedef struct
{
  guint track;
  char *start, *end; /* the recorder's digits, without a zone: ten minutes at most, inside one recording */
  int found[PALIER_N_FOOTAGE_ROUNDS]; /* 1, 0, -1: not searched */
} PalierFootageSample;

typedef struct
{
  GPtrArray *samples; /* of PalierFootageSample */
  guint cameras;      /* that have at least one */
  PalierFootageZone zone;
  int offset_s;       /* of the recorder's clock from UTC; PALIER_NO_OFFSET */
  char *tag, *paging; /* as PalierFootageDialect; NULL: not seen */
  guint cap;
  char *untold;       /* nick of the error that stands for "this firmware does not tell"; NULL: it tells */
} PalierFootage;

#define PALIER_FOOTAGE_MAX_SAMPLES 112 /* sixteen cameras, a week */

typedef void (*PalierFootageProgressFunc) (double fraction, gpointer data);

/* Blocking, for the worker; one search at a time. FALSE or NULL only when cancelled: what this firmware does not
 * tell, or a recorder that is silent, leaves untold set or a round at -1. until: moment of the clock at which it is
 * enough (the samples taken so far stand). */
PalierFootage *palier_footage_take (PalierConnection *connection, PalierClock *clock, double until,
                                    PalierFootageProgressFunc progress, gpointer data, GCancellable *cancellable,
                                    GError **error);
gboolean palier_footage_search_again (PalierFootage *self, PalierConnection *connection, PalierFootageRound round,
                                      PalierFootageProgressFunc progress, gpointer data, GCancellable *cancellable,
                                      GError **error);

PalierFootage *palier_footage_new (void);
void palier_footage_count (const PalierFootage *self, PalierFootageFinding *finding);
char *palier_footage_to_text (const PalierFootage *self);
PalierFootage *palier_footage_new_from_text (const char *text, GError **error);
void palier_footage_free (PalierFootage *self);
PalierFootageSample *palier_footage_add (PalierFootage *self, guint track, const char *start, const char *end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierFootage, palier_footage_free)
