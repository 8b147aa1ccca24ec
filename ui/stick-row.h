/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stick-use.h"
#include <gtk/gtk.h>

/* One stick of the list, to be chosen: which it is, its room and its file system, and what can be done with it. anchor
 * is the check button whose group it joins. */
typedef void (*PalierStickFunc) (GtkWidget *owner, PalierStick *stick);

GtkWidget *palier_stick_row_new (PalierStickUse *use, PalierStick *stick, GtkCheckButton *anchor, GtkWidget *owner,
                                 PalierStickFunc eject, PalierStickFunc format);
/* "BACKUP · 12.3 GB free of 16 GB · FAT32 · USB port 1-2" */
char *palier_stick_dup_words (PalierStick *stick);

/* "on the USB stick “BACKUP”", where the path says so, also inside a sandbox; NULL: it does not. */
char *palier_place_dup_words (const char *path);
