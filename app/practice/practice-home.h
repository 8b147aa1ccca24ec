/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice.h"

/* The practice recorder that a front end serves to itself, and what is kept of it between two starts:
 * $XDG_DATA_HOME/palier/practice/SCENARIO holds its state, its journal and its packages. The window and the terminal
 * share it. */
typedef struct _PalierPracticeHome PalierPracticeHome;

#define PALIER_PRACTICE_SPEED 60.0 /* a climb of hours in minutes, and it can still be watched */

/* scenario NULL: the default one. fresh: begins anew, its journal too. seed decides every chance. */
PalierPracticeHome *palier_practice_home_new (const char *scenario, double speed, gboolean fresh, guint32 seed,
                                              GError **error);
void palier_practice_home_keep (PalierPracticeHome *self); /* saves its state; says on standard error why it cannot */
void palier_practice_home_free (PalierPracticeHome *self);
PalierPractice *palier_practice_home_get (PalierPracticeHome *self);      /* self NULL: NULL */
PalierClock *palier_practice_home_get_clock (PalierPracticeHome *self);   /* self NULL: NULL */
const char *palier_practice_home_get_folder (PalierPracticeHome *self);   /* self NULL: NULL */
