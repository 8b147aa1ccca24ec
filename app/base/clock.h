/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* The only sleep in Palier, and the only clock that decides anything, so that practice and tests
 * run on fast time. Reference counted, safe in every thread. */
typedef struct _PalierClock PalierClock;

/* speed 1: real time; X: X times as fast; 0: as fast as it can (waiting moves the clock at once). */
PalierClock *palier_clock_new (double speed);
PalierClock *palier_clock_ref (PalierClock *self);
void palier_clock_unref (PalierClock *self);

double palier_clock_get_speed (PalierClock *self);
double palier_clock_now (PalierClock *self);            /* seconds since it was made, never backwards */
GDateTime *palier_clock_date (PalierClock *self);       /* the same moment as a local date */
void palier_clock_advance (PalierClock *self, double seconds); /* moves it forward by hand */

/* FALSE with G_IO_ERROR_CANCELLED when cancelled meanwhile. */
gboolean palier_clock_wait (PalierClock *self, double seconds, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierClock, palier_clock_unref)
