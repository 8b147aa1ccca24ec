/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stick/stick.h"

/* What can be done here without the person's file manager. */
typedef enum
{
  PALIER_STICKS_LOOKING,    /* not looked yet */
  PALIER_STICKS_READY,
  PALIER_STICKS_NO_SERVICE, /* sticks are listed, but UDisks2 cannot be reached: use the file chooser */
  PALIER_STICKS_NO_BUS,     /* not even the USB bus can be looked at: use the file chooser */
} PalierSticksState;

/* Looks once, blocking, in any thread: of PalierStick, never NULL. state tells what was not possible,
 * and why_not says why; both may be NULL. */
GPtrArray *palier_sticks_look (PalierSticksState *state, GCancellable *cancellable, GError **why_not);

/* The living list: a GListModel of PalierStick that follows what is put in and taken out. It looks in a
 * worker and changes in the thread that made it (the main one). notify::state. */
#define PALIER_TYPE_STICKS (palier_sticks_get_type ())
G_DECLARE_FINAL_TYPE (PalierSticks, palier_sticks, PALIER, STICKS, GObject)

PalierSticks *palier_sticks_new (void);
void palier_sticks_start (PalierSticks *self); /* follows from now on; a second start changes nothing */
void palier_sticks_stop (PalierSticks *self);  /* the list stays as it is */
void palier_sticks_refresh (PalierSticks *self); /* looks soon, by itself done after each event */
PalierSticksState palier_sticks_get_state (PalierSticks *self);
