/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* One listening socket on loopback, served in the context of the one who watches. */
typedef struct _PalierListener PalierListener;
typedef void (*PalierAcceptFunc) (GSocketConnection *connection, gpointer data);

/* Listens at once; connections wait until it is watched. port 0: any free one. */
PalierListener *palier_listener_new (guint port, GError **error);
void palier_listener_watch (PalierListener *self, GMainContext *context, PalierAcceptFunc func,
                            gpointer data);
guint palier_listener_get_port (PalierListener *self);
void palier_listener_free (PalierListener *self);
