/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice-model.h"
#include <gio/gio.h>

/* Where it is called: over HTTP, HTTPS, or both, as its scenario says. A full default may give it other ports, or
 * another certificate; once it is broken there are none. */
typedef struct _PalierPorts PalierPorts;
/* In the context of the watcher. */
typedef void (*PalierPortFunc) (GSocketConnection *connection, gboolean secure, gpointer data);

/* Listens at once; calls wait until they are watched. port: of the plain one, of the other where there is none; 0:
 * any free one. */
PalierPorts *palier_ports_new (PalierModel *model, guint port, GError **error);
/* Both with the model's lock held. */
void palier_ports_watch (PalierPorts *self, GMainContext *context, PalierPortFunc func, gpointer data);
void palier_ports_follow (PalierPorts *self, PalierModel *model);
void palier_ports_close (PalierPorts *self);                      /* in the context of the watcher */
void palier_ports_free (PalierPorts *self);                       /* closed, and the context at rest */

guint palier_ports_get (PalierPorts *self, gboolean secure); /* 0: none */
/* What is spoken on such a connection: TLS with the certificate of the moment. */
GIOStream *palier_ports_secure (PalierPorts *self, GSocketConnection *connection);
char *palier_ports_dup_fingerprint (PalierPorts *self);      /* NULL: none */
