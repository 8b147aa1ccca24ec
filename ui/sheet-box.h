/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session.h"
#include <adwaita.h>

/* The settings as they were before the first change, beside those of now: what can be put back has a button, what
 * cannot has the recorder's menu words. Hidden where no list was made. */
#define PALIER_TYPE_SHEET_BOX (palier_sheet_box_get_type ())
G_DECLARE_FINAL_TYPE (PalierSheetBox, palier_sheet_box, PALIER, SHEET_BOX, GtkBox)

/* Looks at the recorder at once; call again to look again. */
void palier_sheet_box_bind (PalierSheetBox *self, PalierSession *session);
/* The button that puts all back, shown when there is more than one. Borrowed. */
GtkWidget *palier_sheet_box_get_all (PalierSheetBox *self);
