/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice-model.h"

/* The HTTP and HTTPS face: a SoupServer in a thread of its own, on loopback. While the recorder restarts each
 * connection is closed as it comes; once it is broken nobody listens any more. */
typedef struct _PalierServer PalierServer;

/* The model and its lock belong to the caller, and outlive the server. */
PalierServer *palier_server_new (GMutex *lock, PalierModel **model, guint port, GError **error);
void palier_server_free (PalierServer *self);

/* Follows the model to another port, or into silence. Called with the lock held. */
void palier_server_follow (PalierServer *self);
guint palier_server_get_port (PalierServer *self, gboolean secure); /* with the lock held; 0: none */
char *palier_server_dup_fingerprint (PalierServer *self);           /* of its certificate; NULL: none */
