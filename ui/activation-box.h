/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session-recorder.h"
#include <adwaita.h>

/* What to do with a recorder that has no password yet: a new password, its rules kept or not as it is typed, or the
 * recorder's own screen while Palier looks on. Signals: "changed", what is typed; "entered", Enter in the last
 * field. */
#define PALIER_TYPE_ACTIVATION_BOX (palier_activation_box_get_type ())
G_DECLARE_FINAL_TYPE (PalierActivationBox, palier_activation_box, PALIER, ACTIVATION_BOX, GtkBox)

void palier_activation_box_set_session (PalierActivationBox *self, PalierSession *session);
gboolean palier_activation_box_is_complete (PalierActivationBox *self);
