/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-listener.h"

#include "base/error.h"

struct _PalierListener
{
  GSocket *socket;
  GSource *source;
  guint port;
  PalierAcceptFunc func;
  gpointer data;
};

static GSocket *
listen_on (guint port, GError **error)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, (guint16) port);
  g_autoptr (GSocket) socket
      = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, error);

  if (socket == NULL || !g_socket_bind (socket, address, TRUE, error)
      || !g_socket_listen (socket, error))
    return NULL;
  g_socket_set_blocking (socket, FALSE);
  return g_steal_pointer (&socket);
}

PalierListener *
palier_listener_new (guint port, GError **error)
{
  PalierListener *self = NULL;
  g_autoptr (GError) broken = NULL;
  g_autoptr (GSocket) socket = listen_on (port, &broken);
  g_autoptr (GSocketAddress) address
      = socket != NULL ? g_socket_get_local_address (socket, &broken) : NULL;

  if (address == NULL)
    {
      palier_error_set (error, PALIER_ERROR_COMPUTER, "port %u: %s", port, broken->message);
      return NULL;
    }
  self = g_new0 (PalierListener, 1);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (address));
  self->socket = g_steal_pointer (&socket);
  return self;
}

static gboolean
incoming_cb (GSocket *socket, GIOCondition condition, gpointer data)
{
  PalierListener *self = data;
  g_autoptr (GSocket) accepted = g_socket_accept (socket, NULL, NULL);
  g_autoptr (GSocketConnection) connection = NULL;

  if (accepted != NULL)
    {
      connection = g_socket_connection_factory_create_connection (accepted);
      self->func (connection, self->data);
    }
  return G_SOURCE_CONTINUE;
}

void
palier_listener_watch (PalierListener *self, GMainContext *context, PalierAcceptFunc func,
                       gpointer data)
{
  self->func = func;
  self->data = data;
  self->source = g_socket_create_source (self->socket, G_IO_IN, NULL);
  g_source_set_callback (self->source, G_SOURCE_FUNC (incoming_cb), self, NULL);
  g_source_attach (self->source, context);
}

guint
palier_listener_get_port (PalierListener *self)
{
  return self->port;
}

void
palier_listener_free (PalierListener *self)
{
  if (self->source != NULL)
    {
      g_source_destroy (self->source);
      g_source_unref (self->source);
    }
  g_socket_close (self->socket, NULL);
  g_object_unref (self->socket);
  g_free (self);
}
