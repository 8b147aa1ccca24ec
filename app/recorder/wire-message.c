/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/wire-private.h"

#include <netinet/in.h>
#include <netinet/tcp.h>

/* A recorder that restarts does not always close what was open: without this, a request without a
 * time limit would never learn that the other side is gone. */
static void
network_event_cb (SoupMessage *message, GSocketClientEvent event, GIOStream *stream, gpointer data)
{
  GSocket *socket;

  if (event != G_SOCKET_CLIENT_CONNECTED || !G_IS_SOCKET_CONNECTION (stream))
    return;
  socket = g_socket_connection_get_socket (G_SOCKET_CONNECTION (stream));
  g_socket_set_keepalive (socket, TRUE);
  g_socket_set_option (socket, IPPROTO_TCP, TCP_KEEPIDLE, 30, NULL);
  g_socket_set_option (socket, IPPROTO_TCP, TCP_KEEPINTVL, 10, NULL);
  g_socket_set_option (socket, IPPROTO_TCP, TCP_KEEPCNT, 6, NULL);
  g_socket_set_option (socket, IPPROTO_TCP, TCP_USER_TIMEOUT, 90 * 1000, NULL);
}

static void
set_body (SoupMessage *message, const PalierRequest *request)
{
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);

  if (request->body)
    soup_message_set_request_body_from_bytes (message, request->content_type, request->body);
  else if (!g_str_equal (request->method, "GET"))
    soup_message_set_request_body_from_bytes (message, NULL, empty);
}

static void
starting_cb (SoupMessage *message, gpointer data)
{
  PalierTransfer *transfer = data;

  transfer->started = TRUE;
}

static void
wrote_body_data_cb (SoupMessage *message, guint chunk, gpointer data)
{
  PalierTransfer *transfer = data;
  const PalierRequest *request = transfer->request;

  transfer->sent += chunk;
  if (request->progress)
    request->progress (transfer->sent, g_bytes_get_size (request->body), request->progress_data);
}

/* libsoup sends again by itself what it takes for harmless, PUT among it. Only reading is. */
static void
restarted_cb (SoupMessage *message, gpointer data)
{
  PalierTransfer *transfer = data;

  if (!g_str_equal (transfer->request->method, "GET"))
    {
      transfer->repeated = TRUE;
      g_cancellable_cancel (transfer->cancellable);
    }
  transfer->sent = 0;
  set_body (message, transfer->request);
}

SoupMessage *
palier_wire_create_message (PalierTransfer *transfer, const char *base, const char *authorization)
{
  const PalierRequest *request = transfer->request;
  g_autofree char *uri = g_strconcat (base, request->path, NULL);
  SoupMessage *message = soup_message_new (request->method, uri);
  SoupMessageFlags flags = SOUP_MESSAGE_NO_REDIRECT;

  if (!message)
    return NULL;
  /* What changes a recorder goes out on a connection of its own: on a reused one, libsoup answers a
   * close without words by sending it once more. */
  if (!g_str_equal (request->method, "GET"))
    flags |= SOUP_MESSAGE_NEW_CONNECTION;
  soup_message_add_flags (message, flags);
  if (authorization)
    soup_message_headers_replace (soup_message_get_request_headers (message), "Authorization",
                                  authorization);
  set_body (message, request);
  g_signal_connect (message, "accept-certificate", G_CALLBACK (palier_wire_accept_certificate_cb),
                    transfer);
  g_signal_connect (message, "network-event", G_CALLBACK (network_event_cb), transfer);
  g_signal_connect (message, "starting", G_CALLBACK (starting_cb), transfer);
  g_signal_connect (message, "wrote-body-data", G_CALLBACK (wrote_body_data_cb), transfer);
  g_signal_connect (message, "restarted", G_CALLBACK (restarted_cb), transfer);
  return message;
}
