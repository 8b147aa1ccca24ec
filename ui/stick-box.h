/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session.h"
#include <adwaita.h>

/* The sticks as they come and go, one to be chosen; what is being done with it, and what went wrong. Where sticks
 * cannot be reached, the file chooser takes its place. */
#define PALIER_TYPE_STICK_BOX (palier_stick_box_get_type ())
G_DECLARE_FINAL_TYPE (PalierStickBox, palier_stick_box, PALIER, STICK_BOX, GtkBox)

void palier_stick_box_set_session (PalierStickBox *self, PalierSession *session);
/* What a problem leaves untouched, said beside it; NULL: nothing to say. */
void palier_stick_box_set_comfort (PalierStickBox *self, const char *comfort);
