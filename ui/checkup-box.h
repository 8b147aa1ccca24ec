/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session.h"
#include <adwaita.h>

/* The security hand-over: a look at the recorder and its surroundings that changes nothing. */
#define PALIER_TYPE_CHECKUP_BOX (palier_checkup_box_get_type ())
G_DECLARE_FINAL_TYPE (PalierCheckupBox, palier_checkup_box, PALIER, CHECKUP_BOX, GtkBox)

void palier_checkup_box_bind (PalierCheckupBox *self, PalierSession *session);
