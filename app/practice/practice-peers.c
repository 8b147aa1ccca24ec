/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-peers.h"

struct _PalierPeers
{
  GHashTable *by_port; /* of the other side, all are on loopback */
};

typedef struct
{
  GWeakRef socket;
  guint boots;
} Peer;

static void
peer_free (Peer *peer)
{
  g_weak_ref_clear (&peer->socket);
  g_free (peer);
}

static gpointer
make_key (GSocketAddress *remote)
{
  return GUINT_TO_POINTER ((guint) g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (remote)));
}

static gboolean
is_gone_cb (gpointer key, gpointer value, gpointer data)
{
  Peer *peer = value;
  g_autoptr (GSocket) socket = g_weak_ref_get (&peer->socket);

  return socket == NULL || g_socket_is_closed (socket);
}

PalierPeers *
palier_peers_new (void)
{
  PalierPeers *self = g_new0 (PalierPeers, 1);

  self->by_port = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) peer_free);
  return self;
}

void
palier_peers_free (PalierPeers *self)
{
  g_hash_table_unref (self->by_port);
  g_free (self);
}

void
palier_peers_add (PalierPeers *self, GSocketAddress *remote, GSocket *socket, guint boots)
{
  Peer *peer = g_new0 (Peer, 1);

  g_hash_table_foreach_remove (self->by_port, is_gone_cb, NULL);
  g_weak_ref_init (&peer->socket, socket);
  peer->boots = boots;
  g_hash_table_replace (self->by_port, make_key (remote), peer);
}

gboolean
palier_peers_came_since (PalierPeers *self, GSocketAddress *remote, guint boots)
{
  Peer *peer = g_hash_table_lookup (self->by_port, make_key (remote));

  return peer != NULL && peer->boots >= boots;
}

void
palier_peers_hang_up (PalierPeers *self, GSocketAddress *remote)
{
  Peer *peer = g_hash_table_lookup (self->by_port, make_key (remote));
  g_autoptr (GSocket) socket = peer != NULL ? g_weak_ref_get (&peer->socket) : NULL;

  if (socket != NULL)
    g_socket_shutdown (socket, TRUE, TRUE, NULL);
}
