/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "raw-server.h"

#include <string.h>

struct _RawServer
{
  GThread *thread;
  GSocket *socket;
  GCancellable *ending;
  guint16 port;
  RawFunc func;
  gpointer data;
};

typedef struct
{
  RawServer *server;
  GSocketConnection *connection;
} Talk;

static gpointer
talk (gpointer data)
{
  Talk *one = data;

  one->server->func (one->connection, one->server->data);
  g_io_stream_close (G_IO_STREAM (one->connection), NULL, NULL);
  g_object_unref (one->connection);
  g_free (one);
  return NULL;
}

static void
join (gpointer thread)
{
  g_thread_join (thread);
}

static gpointer
run (gpointer data)
{
  RawServer *self = data;
  g_autoptr (GPtrArray) threads = g_ptr_array_new_with_free_func (join);

  while (TRUE)
    {
      g_autoptr (GSocket) socket = g_socket_accept (self->socket, self->ending, NULL);
      Talk *one;

      if (!socket)
        return NULL;
      one = g_new0 (Talk, 1);
      one->server = self;
      one->connection = g_socket_connection_factory_create_connection (socket);
      g_ptr_array_add (threads, g_thread_new ("talk", talk, one));
    }
}

RawServer *
raw_server_new (RawFunc func, gpointer data)
{
  RawServer *self = g_new0 (RawServer, 1);
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;

  self->func = func;
  self->data = data;
  self->ending = g_cancellable_new ();
  self->socket
      = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  g_assert_true (g_socket_bind (self->socket, any, TRUE, NULL));
  g_assert_true (g_socket_listen (self->socket, NULL));
  bound = g_socket_get_local_address (self->socket, NULL);
  self->port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
  self->thread = g_thread_new ("accept", run, self);
  return self;
}

void
raw_server_free (RawServer *self)
{
  g_cancellable_cancel (self->ending);
  g_thread_join (self->thread);
  g_object_unref (self->socket);
  g_object_unref (self->ending);
  g_free (self);
}

PalierConnection *
raw_server_connect (RawServer *self)
{
  g_autofree char *address = g_strdup_printf ("127.0.0.1:%u", self->port);

  return palier_connection_new (address, NULL);
}

char *
raw_read_head (GSocketConnection *connection)
{
  GInputStream *stream = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  g_autoptr (GString) head = g_string_new (NULL);

  while (!strstr (head->str, "\r\n\r\n"))
    {
      char c;

      if (g_input_stream_read (stream, &c, 1, NULL, NULL) != 1)
        return NULL;
      g_string_append_c (head, c);
    }
  return g_string_free (g_steal_pointer (&head), FALSE);
}

void
raw_write (GSocketConnection *connection, const char *text)
{
  GOutputStream *stream = g_io_stream_get_output_stream (G_IO_STREAM (connection));

  g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, NULL);
}
