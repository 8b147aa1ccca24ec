/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#define MIB (1024 * 1024)

/* A temporary folder with something already in it. */
char *folder_new (void);
void folder_remove (char *folder); /* with all that is in it; frees folder */
void folder_put (const char *folder, const char *name, const char *text);
gboolean folder_holds (const char *folder, const char *name, const char *text);
gboolean folder_holds_bytes (const char *folder, const char *name, GBytes *content);
/* Names in it, sorted, with a comma between. */
char *folder_list (const char *folder);

/* Bytes without a pattern that a shifted or repeated block would hide. */
GBytes *folder_bytes (gsize size);

