/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/screen.h"
#include "session.h"

/* The recorder-side route: a recorder without a network, read and handled by the person at its own screen. Session
 * properties: boolean "at-screen"; strings "screen-model", "screen-serial", "screen-version", as typed. */
gboolean palier_session_is_at_screen (PalierSession *self);

/* The plan of what was typed; "survey" and "job" are notified. FALSE: the problem says why. */
gboolean palier_session_declare (PalierSession *self);

/* What the practice recorder's own screen and hands do for the person. BUSY: its screen is dark, ask again later. */
gboolean palier_session_read_practice_screen (PalierSession *self, char **model, char **serial, char **firmware,
                                              GError **error);
/* answer: what the person would say to the question then. stick NULL: the one that is in its port. */
gboolean palier_session_act_at_practice (PalierSession *self, PalierAct act, const char *stick,
                                         PalierAnswerKind *answer, GError **error);
char *palier_session_dup_practice_stick (PalierSession *self); /* a folder that stands for a stick */
