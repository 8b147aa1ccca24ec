/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#define PALIER_TYPE_APPLICATION (palier_application_get_type ())
G_DECLARE_FINAL_TYPE (PalierApplication, palier_application, PALIER, APPLICATION, AdwApplication)

PalierApplication *palier_application_new (void);
