/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/screen-private.h"
#include "steps/steps.h"

/* As a recorder expects it: in the root of the stick, under this name. */
#define PALIER_SCREEN_PACKAGE "digicap.dav"

/* The recorder-side forms of the steps: the person acts at the recorder's screen, and what they say is journalled as
 * declared. Those that need no recorder (package, confirm, reprogram) are the network's own. */
extern const PalierStep palier_step_screen_identify;
extern const PalierStep palier_step_screen_backup;
extern const PalierStep palier_step_carry;
extern const PalierStep palier_step_screen_default;
extern const PalierStep palier_step_screen_activate;
extern const PalierStep palier_step_menu_upgrade;
extern const PalierStep palier_step_screen_restart;
extern const PalierStep palier_step_screen_repair;
extern const PalierStep palier_step_screen_prove;

/* screen-help.c: one act, or one look, at the recorder's screen. */
gboolean palier_screen_ask (PalierJob *job, PalierAct act, const GError *problem, PalierAnswerKind *answer,
                            GCancellable *cancellable, GError **error);
/* The same where there is no way on without it: NO stops the run. */
gboolean palier_screen_do (PalierJob *job, PalierAct act, GCancellable *cancellable, GError **error);
gboolean palier_screen_not_done (GError **error);
/* screen-stick.c: the folder where a stick is mounted that a recorder would read; asks for one as often as it takes.
 * problem (may be NULL): what is wrong with the one at hand. */
char *palier_screen_need_stick (PalierJob *job, const GError *problem, GCancellable *cancellable, GError **error);
/* Unmounted and switched off, where that can be done from here; the job's stick is not known any more then. */
void palier_screen_release_stick (PalierJob *job, GCancellable *cancellable);
/* Something that another stick, or another try, would mend. */
gboolean palier_screen_is_stick_trouble (const GError *error);

/* screen-way.c: takes away what a landing before left in the folder, and renames, with consent, any other firmware
 * there: only the right file can be chosen at the recorder. sha256: of what is to be there. */
gboolean palier_screen_clear_way (PalierJob *job, const char *folder, const char *sha256, GCancellable *cancellable,
                                  GError **error);
/* Is anything but that in the way? */
gboolean palier_screen_way_is_clear (const char *folder, const char *sha256);
