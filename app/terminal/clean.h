/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The line that shows progress is written over: the one order to a terminal that is ours. */
#define PALIER_TERMINAL_AGAIN "\r\033[K"

/* From now on, whatever g_print () and g_printerr () are given reaches the terminal as text: what a recorder, a file
 * or a datagram is called cannot move the cursor or turn a line around. Such a character is shown as \u009b, which
 * in JSON means the same. */
void palier_terminal_print_clean (void);
char *palier_terminal_dup_clean (const char *text);
