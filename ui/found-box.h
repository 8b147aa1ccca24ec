/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session-recorder.h"
#include <adwaita.h>

/* The recorders that can be chosen, as they come, and why there are none. It searches while it is shown. Rows are
 * made a few a frame: hundreds of recorders that answer at once do not hold the window up. Signal "chosen": by the
 * person, from the list. */
#define PALIER_TYPE_FOUND_BOX (palier_found_box_get_type ())
G_DECLARE_FINAL_TYPE (PalierFoundBox, palier_found_box, PALIER, FOUND_BOX, AdwBin)

#define PALIER_FOUND_BOX_ROWS_A_FRAME 2

void palier_found_box_set_session (PalierFoundBox *self, PalierSession *session);
/* FALSE: there is nothing to choose from. */
gboolean palier_found_box_grab_first (PalierFoundBox *self);
