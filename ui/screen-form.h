/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

/* What the recorder's own screen shows, typed from it: model, serial number, version with its build. Signal "changed",
 * and "activated" when Enter is pressed in the last field. */
#define PALIER_TYPE_SCREEN_FORM (palier_screen_form_get_type ())
G_DECLARE_FINAL_TYPE (PalierScreenForm, palier_screen_form, PALIER, SCREEN_FORM, AdwPreferencesGroup)

void palier_screen_form_fill (PalierScreenForm *self, const char *model, const char *serial, const char *firmware);
const char *palier_screen_form_get_model (PalierScreenForm *self); /* "" as long as nothing is chosen or typed */
const char *palier_screen_form_get_serial (PalierScreenForm *self);
const char *palier_screen_form_get_firmware (PalierScreenForm *self);
gboolean palier_screen_form_is_complete (PalierScreenForm *self);
