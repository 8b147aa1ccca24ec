/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The lists that WWW-Authenticate and its sisters hold: parted by commas, values quoted or not. */

/* Reads a token and, where "=" follows, its value (else NULL: it begins a scheme), and moves *at on. FALSE at
 * the end; *name and *value are set in every case. */
gboolean palier_auth_list_next (const char **at, char **name, char **value);

/* The value of one parameter, its name in any case; NULL when absent. */
char *palier_auth_list_dup (const char *list, const char *name);
