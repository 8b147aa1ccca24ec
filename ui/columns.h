/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* Its children stand side by side where there is room for all, and one below the other where there is not. */
#define PALIER_TYPE_COLUMNS (palier_columns_get_type ())
G_DECLARE_FINAL_TYPE (PalierColumns, palier_columns, PALIER, COLUMNS, GtkWidget)

PalierColumns *palier_columns_new (int column_width);
