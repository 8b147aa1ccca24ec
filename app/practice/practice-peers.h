/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* The connections that are open, so that one can be closed under a request as a cable would. */
typedef struct _PalierPeers PalierPeers;

PalierPeers *palier_peers_new (void);
void palier_peers_free (PalierPeers *self);
/* boots: how often the recorder had started when it came. */
void palier_peers_add (PalierPeers *self, GSocketAddress *remote, GSocket *socket, guint boots);
/* FALSE for a connection from before that start: it died in the restart. */
gboolean palier_peers_came_since (PalierPeers *self, GSocketAddress *remote, guint boots);
void palier_peers_hang_up (PalierPeers *self, GSocketAddress *remote);
