/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/screen.h"
#include "terminal/upgrade-private.h"

/* palier upgrade --at-screen: a recorder without a network. */

/* Is what was given enough, and is somebody there to act? FALSE: wrong usage, in why (may be freed by the caller). */
gboolean palier_upgrade_check_screen (Upgrade *self, int argc, const char **why);
/* Opens what a recorder is opened with: no connection. Practice keeps its home, and a stick in it unless one is named. */
gboolean palier_upgrade_open_screen (Upgrade *self, GError **error);
/* The options' three, or what the practice recorder's screen shows. */
PalierSurvey *palier_upgrade_declare (Upgrade *self, GError **error);
/* TRUE: it was a question of this route, and is being answered. */
gboolean palier_upgrade_answer_screen (Upgrade *self, PalierQuestion question);
/* A line that a person typed for such a question. */
gboolean palier_upgrade_take_screen_line (Upgrade *self, PalierQuestion question, const char *line);

/* upgrade-screen-words.c: what it asks, with the menu's own words in both languages. */
void palier_upgrade_say_screen (Upgrade *self, PalierQuestion question);
/* upgrade-screen-hands.c: the practice recorder's own hands. */
void palier_upgrade_use_hands (Upgrade *self, PalierQuestion question);
