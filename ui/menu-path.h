/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/menu.h"
#include <gtk/gtk.h>

/* Where the recorder's own menu has an act: the words large, in the program's language; small, those of the other
 * language and how sure they are. Hidden where no menu is known. */
#define PALIER_TYPE_MENU_PATH_VIEW (palier_menu_path_view_get_type ())
G_DECLARE_FINAL_TYPE (PalierMenuPathView, palier_menu_path_view, PALIER, MENU_PATH_VIEW, GtkBox)

/* title NULL: none, else above the words. firmware: as read last; NULL or unreadable: hidden. */
void palier_menu_path_view_show (PalierMenuPathView *self, const char *title, const char *firmware, PalierAct act);
