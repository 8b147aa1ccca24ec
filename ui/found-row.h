/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session-recorder.h"
#include <adwaita.h>

/* One recorder of the list; activated: it is chosen. */
#define PALIER_TYPE_FOUND_ROW (palier_found_row_get_type ())
G_DECLARE_FINAL_TYPE (PalierFoundRow, palier_found_row, PALIER, FOUND_ROW, AdwActionRow)

GtkWidget *palier_found_row_new (PalierSession *session, PalierFound *found);
PalierFound *palier_found_row_get_found (PalierFoundRow *self); /* borrowed */
