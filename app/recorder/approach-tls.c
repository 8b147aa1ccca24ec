/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/approach-private.h"

#include "recorder/wire-private.h"

/* Long enough for a slow recorder on its own network, short enough to wait for behind a firewall that says nothing. */
#define PATIENCE_S 3

static GSocketConnection *
connect_to (const char *host, guint port, GCancellable *cancellable, GError **error)
{
  g_autoptr (GSocketConnectable) place = g_network_address_new (host, (guint16) port);
  g_autoptr (GSocketClient) client = g_socket_client_new ();

  g_socket_client_set_enable_proxy (client, FALSE);
  g_socket_client_set_timeout (client, PATIENCE_S);
  return g_socket_client_connect (client, place, cancellable, error);
}

gboolean
palier_approach_listens (const char *host, guint port, GCancellable *cancellable, GError **error)
{
  g_autoptr (GSocketConnection) connection = connect_to (host, port, cancellable, error);

  return connection != NULL;
}

/* It is only looked at here: whether it is right is decided before anything is sent. */
static gboolean
look_cb (GTlsConnection *connection, GTlsCertificate *certificate, GTlsCertificateFlags flaws, gpointer data)
{
  g_set_object ((GTlsCertificate **) data, certificate);
  return TRUE;
}

char *
palier_approach_look (const char *host,
                      guint port,
                      gboolean *vouched,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (GSocketConnection) connection = connect_to (host, port, cancellable, error);
  g_autoptr (GTlsCertificate) certificate = NULL;
  g_autoptr (GIOStream) secure = NULL;
  gboolean shaken;

  if (!connection)
    return NULL;
  secure = g_tls_client_connection_new (G_IO_STREAM (connection), NULL, error);
  if (!secure)
    return NULL;
  g_tls_connection_set_database (G_TLS_CONNECTION (secure), NULL);
  g_signal_connect (secure, "accept-certificate", G_CALLBACK (look_cb), &certificate);
  shaken = g_tls_connection_handshake (G_TLS_CONNECTION (secure), cancellable, error);
  g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
  if (!shaken || !certificate)
    return NULL;
  *vouched = palier_certificate_is_vouched_for (certificate, host);
  return palier_certificate_dup_fingerprint (certificate);
}
