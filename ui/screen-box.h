/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session.h"
#include <adwaita.h>

/* What the engine asks on the recorder-side route: what to do at the recorder's screen and where its menu has it, which
 * stick, what its screen shows. Hidden while it asks nothing of the kind. */
#define PALIER_TYPE_SCREEN_BOX (palier_screen_box_get_type ())
G_DECLARE_FINAL_TYPE (PalierScreenBox, palier_screen_box, PALIER, SCREEN_BOX, GtkBox)

void palier_screen_box_set_session (PalierScreenBox *self, PalierSession *session);
