/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session-run.h"
#include <adwaita.h>

/* One landing's file: choose it, what it shows, whether it may be sent, and the consent for one that nothing knows. */
#define PALIER_TYPE_PACKAGE_ROW (palier_package_row_get_type ())
G_DECLARE_FINAL_TYPE (PalierPackageRow, palier_package_row, PALIER, PACKAGE_ROW, AdwPreferencesGroup)

GtkWidget *palier_package_row_new (PalierSession *session, guint landing);
