/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/journal.h"
#include "stick/sticks.h"

/* What the window does with a USB stick, one thing at a time: chosen from the living list, mounted, written to, let go
 * of, erased. Where sticks cannot be reached, a folder that the person chose stands for the stick. The work is done in
 * a worker; signal "changed" tells, in the main thread, that anything below reads otherwise now. */
#define PALIER_TYPE_STICK_USE (palier_stick_use_get_type ())
G_DECLARE_FINAL_TYPE (PalierStickUse, palier_stick_use, PALIER, STICK_USE, GObject)

typedef enum
{
  PALIER_STICK_IDLE,
  PALIER_STICK_MOUNTING,
  PALIER_STICK_MOUNTED, /* its folder is known */
  PALIER_STICK_WRITING,
  PALIER_STICK_LETTING_GO,
  PALIER_STICK_OUT, /* unmounted and switched off: it may be taken out */
  PALIER_STICK_FORMATTING,
  PALIER_STICK_FAILED, /* the problem says why; the next thing may be tried */
} PalierStickState;

/* sticks NULL: the computer's own. Follows them from now on. */
PalierStickUse *palier_stick_use_new (PalierSticks *sticks);
PalierSticks *palier_stick_use_get_sticks (PalierStickUse *self);
gboolean palier_stick_use_needs_folder (PalierStickUse *self); /* sticks cannot be reached: the person opens the folder */

PalierStickState palier_stick_use_get_state (PalierStickUse *self);
gboolean palier_stick_use_is_busy (PalierStickUse *self);
double palier_stick_use_get_fraction (PalierStickUse *self);       /* of writing, 0…1 */
const GError *palier_stick_use_get_problem (PalierStickUse *self); /* NULL unless it failed */
const char *palier_stick_use_get_name (PalierStickUse *self);      /* of the stick last worked on; NULL: none yet */
const char *palier_stick_use_get_folder (PalierStickUse *self);    /* where it is mounted or was chosen; NULL: nowhere */
gboolean palier_stick_use_has_written (PalierStickUse *self);      /* a copy was verified on it */

void palier_stick_use_choose (PalierStickUse *self, PalierStick *stick);
void palier_stick_use_choose_folder (PalierStickUse *self, const char *folder);
/* The one that was chosen, as long as it is there; else the first that can be used; NULL: none. */
PalierStick *palier_stick_use_get_chosen (PalierStickUse *self); /* borrowed from the list */
gboolean palier_stick_use_is_ready (PalierStickUse *self);       /* is there a stick, or a folder, to write to? */

/* Is it worth formatting for a recorder, and is nothing known that it holds a copy? */
gboolean palier_stick_use_may_format (PalierStickUse *self, PalierStick *stick);

/* Each starts its work and returns; nothing happens while another is under way. */
void palier_stick_use_mount (PalierStickUse *self);
/* Copies source to the stick's folder "Palier", reads it back, adds it to the journal, and lets go of the stick. */
void palier_stick_use_copy (PalierStickUse *self, const char *source, PalierJournal *journal);
/* Lets go of the chosen stick; its copies in the journal stay good. journal may be NULL. */
void palier_stick_use_eject (PalierStickUse *self, PalierStick *stick, PalierJournal *journal);
/* Erases the stick: typed is its format word. A stick that holds a copy of a configuration is refused. */
void palier_stick_use_format (PalierStickUse *self, PalierStick *stick, const char *typed);
void palier_stick_use_cancel (PalierStickUse *self);
void palier_stick_use_forget (PalierStickUse *self); /* another recorder: what was written and said goes */
