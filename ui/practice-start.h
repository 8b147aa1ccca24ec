/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice.h"

/* The practice recorder that this program serves to itself, and what is kept of it between two starts. */
typedef struct _PalierPracticeStart PalierPracticeStart;

#define PALIER_PRACTICE_SPEED 60.0 /* a climb of hours in minutes, and it can still be watched */

/* scenario NULL: the default one. fresh: begins anew, its journal too. */
PalierPracticeStart *palier_practice_start_new (const char *scenario, double speed, gboolean fresh, GError **error);
void palier_practice_start_free (PalierPracticeStart *self); /* keeps the recorder's state */
PalierPractice *palier_practice_start_get (PalierPracticeStart *self);    /* self NULL: NULL */
PalierClock *palier_practice_start_get_clock (PalierPracticeStart *self); /* self NULL: NULL */
const char *palier_practice_start_get_folder (PalierPracticeStart *self);  /* the same as the terminal's */
