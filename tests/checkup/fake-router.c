/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fake-router.h"

#include "namespaces.h"

#include <libsoup/soup.h>
#include <string.h>

#define GROUP "239.255.255.250"

static const char description[]
    = "<?xml version=\"1.0\"?><root xmlns=\"urn:schemas-upnp-org:device-1-0\">"
      "<specVersion><major>1</major><minor>0</minor></specVersion>"
      "<device><deviceType>urn:schemas-upnp-org:device:InternetGatewayDevice:1</deviceType>"
      "<friendlyName>Fake</friendlyName><manufacturer>P</manufacturer><modelName>F</modelName>"
      "<UDN>uuid:00000000-0000-4000-8000-000000000001</UDN><deviceList><device>"
      "<deviceType>urn:schemas-upnp-org:device:WANDevice:1</deviceType>"
      "<friendlyName>Fake</friendlyName><manufacturer>P</manufacturer><modelName>F</modelName>"
      "<UDN>uuid:00000000-0000-4000-8000-000000000002</UDN><deviceList><device>"
      "<deviceType>urn:schemas-upnp-org:device:WANConnectionDevice:1</deviceType>"
      "<friendlyName>Fake</friendlyName><manufacturer>P</manufacturer><modelName>F</modelName>"
      "<UDN>uuid:00000000-0000-4000-8000-000000000003</UDN><serviceList><service>"
      "<serviceType>urn:schemas-upnp-org:service:WANIPConnection:1</serviceType>"
      "<serviceId>urn:upnp-org:serviceId:WANIPConn1</serviceId>"
      "<controlURL>%s</controlURL><eventSubURL>/evt</eventSubURL><SCPDURL>/scpd.xml</SCPDURL>"
      "</service></serviceList></device></deviceList></device></deviceList></device></root>";

static const char envelope[]
    = "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\" "
      "s:encodingStyle=\"http://schemas.xmlsoap.org/soap/encoding/\"><s:Body>%s</s:Body></s:Envelope>";

static void
respond (SoupServerMessage *message, guint status, const char *body)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, "text/xml; charset=\"utf-8\"", SOUP_MEMORY_COPY, body,
                                    strlen (body));
}

static void
describe (SoupServerMessage *message, const FakeRouter *router)
{
  g_autofree char *text
      = g_strdup_printf (description, router->control ? router->control : "/ctl");

  if (router->redirect)
    soup_server_message_set_redirect (message, 302, router->redirect);
  else
    respond (message, 200, router->description ? router->description : text);
}

static char *
make_entry (const FakeRouterPlace *place, guint index)
{
  gboolean ours = index + 1 == place->router->named;

  return g_strdup_printf (
      "<u:GetGenericPortMappingEntryResponse "
      "xmlns:u=\"urn:schemas-upnp-org:service:WANIPConnection:1\">"
      "<NewRemoteHost></NewRemoteHost><NewExternalPort>%u</NewExternalPort>"
      "<NewProtocol>TCP</NewProtocol><NewInternalPort>%u</NewInternalPort>"
      "<NewInternalClient>192.168.%u.%u</NewInternalClient><NewEnabled>%d</NewEnabled>"
      "<NewPortMappingDescription>&lt;b&gt;x</NewPortMappingDescription>"
      "<NewLeaseDuration>0</NewLeaseDuration></u:GetGenericPortMappingEntryResponse>",
      8000 + index, 80u, place->net, ours ? 20u : 33u, !(ours && place->router->switched_off));
}

static char *
make_fault (int code)
{
  return g_strdup_printf ("<s:Fault><faultcode>s:Client</faultcode><faultstring>UPnPError"
                          "</faultstring><detail><UPnPError "
                          "xmlns=\"urn:schemas-upnp-org:control-1-0\"><errorCode>%d</errorCode>"
                          "<errorDescription>no</errorDescription></UPnPError></detail></s:Fault>",
                          code);
}

static void
control (SoupServerMessage *message, const FakeRouterPlace *place)
{
  const FakeRouter *router = place->router;
  g_autoptr (GBytes) body
      = soup_message_body_flatten (soup_server_message_get_request_body (message));
  g_autofree char *text = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  const char *at = strstr (text, "<NewPortMappingIndex>");
  guint index = at ? (guint) g_ascii_strtoull (strchr (at, '>') + 1, NULL, 10) : 0;
  gboolean more = index < router->entries;
  g_autofree char *inner = !more            ? make_fault (router->fault)
                           : router->bare ? g_strdup ("<u:GetGenericPortMappingEntryResponse "
                                                      "xmlns:u=\"urn:x\"/>")
                                            : make_entry (place, index);
  g_autofree char *whole = g_strdup_printf (envelope, inner);

  respond (message, more ? 200 : 500, whole);
}

static void
request_cb (SoupServer *server, SoupServerMessage *message, const char *path, GHashTable *query, gpointer data)
{
  const FakeRouterPlace *place = data;

  if (g_str_equal (path, "/desc.xml"))
    describe (message, place->router);
  else if (g_str_equal (path, "/ctl"))
    control (message, place);
  else
    respond (message, 404, "");
}

typedef struct
{
  const FakeRouterPlace *place;
  guint port; /* of its HTTP */
} Ssdp;

static gboolean
searched_cb (GSocket *socket, GIOCondition condition, gpointer data)
{
  const Ssdp *ssdp = data;
  g_autoptr (GSocketAddress) from = NULL;
  g_autofree char *own = g_strdup_printf ("http://192.168.%u.1:%u/desc.xml", ssdp->place->net, ssdp->port);
  const char *location = ssdp->place->router->location;
  g_autofree char *answer = NULL;
  char text[2048] = "";

  if (g_socket_receive_from (socket, &from, text, sizeof text - 1, NULL, NULL) <= 0
      || !g_str_has_prefix (text, "M-SEARCH") || !strstr (text, "InternetGatewayDevice:1"))
    return G_SOURCE_CONTINUE;
  answer = g_strdup_printf (
      "HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=120\r\nEXT:\r\nLOCATION: %s\r\nSERVER: F/1 UPnP/1.0 F/1\r\n"
      "ST: urn:schemas-upnp-org:device:InternetGatewayDevice:1\r\n"
      "USN: uuid:00000000-0000-4000-8000-000000000001::urn:schemas-upnp-org:device:"
      "InternetGatewayDevice:1\r\n\r\n",
      location ? location : own);
  g_socket_send_to (socket, from, answer, strlen (answer), NULL, NULL);
  return G_SOURCE_CONTINUE;
}

static GSocket *
listen_for_searches (void)
{
  g_autoptr (GInetAddress) any = g_inet_address_new_any (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GInetAddress) group = g_inet_address_new_from_string (GROUP);
  g_autoptr (GSocketAddress) place = g_inet_socket_address_new (any, 1900);
  GSocket *socket
      = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_DATAGRAM, G_SOCKET_PROTOCOL_UDP, NULL);

  g_assert_true (g_socket_bind (socket, place, TRUE, NULL));
  g_assert_true (g_socket_join_multicast_group (socket, group, FALSE, "far0", NULL));
  return socket;
}

void
fake_router_run (gconstpointer data)
{
  Ssdp ssdp = { .place = data };
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (SoupServer) server = soup_server_new (NULL, NULL);
  g_autoptr (GSocket) socket = listen_for_searches ();
  g_autoptr (GSource) source = g_socket_create_source (socket, G_IO_IN, NULL);
  GSList *uris;

  soup_server_add_handler (server, NULL, request_cb, (gpointer) data, NULL);
  g_assert_true (soup_server_listen_all (server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, NULL));
  uris = soup_server_get_uris (server);
  ssdp.port = (guint) g_uri_get_port (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  g_source_set_callback (source, G_SOURCE_FUNC (searched_cb), &ssdp, NULL);
  g_source_attach (source, NULL);
  namespace_say_ready ();
  g_main_loop_run (loop);
}
