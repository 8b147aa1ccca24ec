/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The real one, Debian's, as the router of a network namespace: 192.168.60.1, with a mapping for 192.168.60.20 and
 * one for another. */
gboolean miniupnpd_is_there (void);
void miniupnpd_run (gconstpointer data); /* for namespace_add_neighbour () */
