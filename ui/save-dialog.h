/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* Asks where to save, by the system's own chooser (the portal's in a sandbox). chosen is called with the path, and
 * owner, which stays alive so long; never when the person thinks better of it. patterns: name, pattern … NULL. */
typedef void (*PalierSaveFunc) (GtkWidget *owner, const char *path);
void palier_save_dialog_run (GtkWidget *owner, const char *title, const char *name, const char *const *patterns,
                             PalierSaveFunc chosen);
