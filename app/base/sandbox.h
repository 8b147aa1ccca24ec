/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Inside a Flatpak, most folders that can be written to are the sandbox's own memory: what is put there is gone with
 * its last program. Only what was granted, what the person chose, and the program's own folders outlast it. */
gboolean palier_sandbox_is_around (void);

/* path: a folder, or a file in one, there already or not. FALSE: PALIER_ERROR_PLACE_NOT_KEPT. */
gboolean palier_sandbox_check (const char *path, GError **error);
