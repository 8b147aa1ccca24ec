/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixtures.h"
#include "server.h"

#include "base/error.h"
#include "recorder/camera-add.h"
#include "recorder/network.h"
#include "recorder/time-settings.h"
#include "recorder/upnp.h"

#include <string.h>

#define OK                                                                                         \
  "<ResponseStatus><statusCode>1</statusCode><statusString>OK</statusString></ResponseStatus>"
#define REBOOT "<ResponseStatus><statusCode>7</statusCode></ResponseStatus>"

/* What was put last, from its root on. */
static char *
dup_body (Server *server, const char *method, const char *path)
{
  const Seen *seen = server_last (server, method, path);
  g_autofree char *text = NULL;

  if (!seen)
    return NULL;
  text = g_strndup (g_bytes_get_data (seen->body, NULL), g_bytes_get_size (seen->body));
  return g_strstrip (g_strdup (strchr (text, '\n')));
}

#define TIME(mode, local, zone)                                                                    \
  "<Time>" mode local "<timeZone>" zone                                                            \
  "</timeZone><satelliteInterval>60</satelliteInterval></Time>"
#define MODE(mode) "<timeMode>" mode "</timeMode>"
#define LOCAL "<localTime>2026-11-24T08:00:00+01:00</localTime>"
#define ZONE "CST-1:00:00DST01:00:00,M3.5.0/02:00:00,M10.5.0/03:00:00"
#define SERVER(format, name)                                                                       \
  "<NTPServerList><NTPServer><id>1</id><addressingFormatType>" format                              \
  "</addressingFormatType>" name "<portNo>123</portNo></NTPServer></NTPServerList>"

typedef struct
{
  const char *sentence;
  PalierTimeSettings wanted;
  const char *servers; /* the recorder's own; NULL: it has none of these */
  const char *put_time, *put_servers; /* NULL: nothing is put */
  int code; /* -1: done */
} TimeRow;

static const TimeRow time_rows[] = {
  { "nothing wanted, nothing sent",
    { NULL },
    SERVER ("hostname", "<hostName>a.example</hostName>"),
    NULL,
    NULL,
    -1 },
  { "a zone alone: the mode stays, the time is not sent back",
    { .zone = (char *)"CST+5:00:00" },
    SERVER ("hostname", "<hostName>a.example</hostName>"),
    TIME (MODE ("platform"), "", "CST+5:00:00"),
    NULL,
    -1 },
  { "the time by hand",
    { .mode = (char *)"manual", .local_time = (char *)"2026-11-24T09:00:00" },
    NULL,
    TIME (MODE ("manual"), "<localTime>2026-11-24T09:00:00</localTime>", ZONE),
    NULL,
    -1 },
  { "a server by name",
    { .server = (char *)"ntp.example" },
    SERVER ("hostname", "<hostName>a.example</hostName>"),
    TIME (MODE ("NTP"), "", ZONE),
    SERVER ("hostname", "<hostName>ntp.example</hostName>"),
    -1 },
  { "by address where a name was",
    { .server = (char *)"192.0.2.1" },
    SERVER ("hostname", "<hostName>a.example</hostName>"),
    TIME (MODE ("NTP"), "", ZONE),
    SERVER ("ipaddress", "<ipAddress>192.0.2.1</ipAddress>"),
    -1 },
  { "the first server of all",
    { .server = (char *)"ntp.example" },
    "<NTPServerList/>",
    TIME (MODE ("NTP"), "", ZONE),
    "<NTPServerList><NTPServer><id>1</id><addressingFormatType>hostname</addressingFormatType>"
    "<hostName>ntp.example</hostName></NTPServer></NTPServerList>",
    -1 },
  { "no such document: nothing is sent",
    { .server = (char *)"ntp.example" },
    NULL,
    NULL,
    NULL,
    PALIER_ERROR_NOT_SUPPORTED },
};

static void
test_time (gconstpointer data)
{
  const TimeRow *row = data;
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);
  g_auto (PalierTimeSettings) before = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *put_time = NULL;
  g_autofree char *put_servers = NULL;

  server_tell (server, "GET", "/ISAPI/System/time", 200, NULL,
               TIME (MODE ("platform"), LOCAL, "\n" ZONE));
  if (row->servers)
    server_tell (server, "GET", "/ISAPI/System/time/ntpServers", 200, NULL, row->servers);
  server_tell (server, "PUT", "/ISAPI/System/time", 200, NULL, OK);
  server_tell (server, "PUT", "/ISAPI/System/time/ntpServers", 200, NULL, OK);
  g_assert_true (palier_time_settings_read (connection, &before, NULL, NULL));
  g_assert_cmpstr (before.mode, ==, "platform");
  g_assert_cmpstr (before.zone, ==, ZONE);
  g_assert_cmpstr (before.local_time, ==, "2026-11-24T08:00:00+01:00");
  palier_time_settings_write (connection, &row->wanted, NULL, &error);
  if (row->code >= 0)
    g_assert_error (error, PALIER_ERROR, row->code);
  else
    g_assert_no_error (error);
  put_time = dup_body (server, "PUT", "/ISAPI/System/time");
  put_servers = dup_body (server, "PUT", "/ISAPI/System/time/ntpServers");
  if (put_time && row->put_time && strstr (row->put_time, ZONE))
    g_assert_nonnull (strstr (put_time, ZONE)); /* as it was, its line break with it */
  else
    g_assert_cmpstr (put_time, ==, row->put_time);
  if (put_time)
    g_assert_cmpint (strstr (put_time, "localTime") != NULL, ==,
                     strstr (row->put_time, "localTime") != NULL);
  g_assert_cmpstr (put_servers, ==, row->put_servers);
}

#define NIC(id, type, address, gateway)                                                            \
  "<NetworkInterface><id>" id "</id><IPAddress><ipVersion>dual</ipVersion><addressingType>" type   \
  "</addressingType><ipAddress>" address                                                           \
  "</ipAddress><subnetMask>255.255.255.0</subnetMask><DefaultGateway><ipAddress>" gateway          \
  "</ipAddress></DefaultGateway><PrimaryDNS><ipAddress>0.0.0.0</ipAddress></PrimaryDNS></"         \
  "IPAddress><Link><MACAddress>"                                                                   \
  " c0:56:e3:00:11:22</MACAddress></Link></NetworkInterface>"
#define NICS(first, second) "<NetworkInterfaceList>" first second "</NetworkInterfaceList>"
#define FIRST NIC ("1", "static", "192.0.2.10", "192.0.2.1")
#define SECOND NIC ("2", "dynamic", "198.51.100.9", "0.0.0.0")
#define MOVED NIC ("2", "static", "198.51.100.20", "198.51.100.1")
#define INTERFACES "/ISAPI/System/Network/interfaces"

static void
test_network_read (void)
{
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);
  g_autoptr (GPtrArray) nics = NULL;
  const PalierNic *nic;

  server_tell (server, "GET", INTERFACES, 200, NULL, NICS (FIRST, SECOND));
  nics = palier_nics_read (connection, NULL, NULL);
  g_assert_cmpuint (nics->len, ==, 2);
  nic = nics->pdata[0];
  g_assert_cmpstr (nic->id, ==, "1");
  g_assert_cmpstr (nic->mac, ==, "c0:56:e3:00:11:22");
  g_assert_cmpint (nic->dhcp, ==, 0);
  g_assert_cmpstr (nic->address, ==, "192.0.2.10");
  g_assert_cmpstr (nic->gateway, ==, "192.0.2.1");
  g_assert_null (nic->dns_first);
  nic = nics->pdata[1];
  g_assert_cmpint (nic->dhcp, ==, 1);
  g_assert_null (nic->gateway);
}

static void
test_network_write (void)
{
  const PalierNic wanted = { .id = (char *) "2", .dhcp = 0, .address = (char *) "198.51.100.20",
                             .gateway = (char *) "198.51.100.1" };
  const PalierNic more = { .id = (char *) "2", .dhcp = -1, .dns_second = (char *) "192.0.2.53" };
  const PalierNic nobody = { .id = (char *) "3", .dhcp = 0 };
  gboolean alone[] = { TRUE, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    {
      g_autoptr (Server) server = server_new (NULL, NULL);
      g_autoptr (PalierConnection) connection = server_connect (server, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *put = NULL;
      gboolean reboot = FALSE;

      server_tell (server, "GET", INTERFACES, 200, NULL, NICS (FIRST, SECOND));
      server_tell (server, "PUT", INTERFACES, 200, NULL, REBOOT);
      if (alone[i])
        {
          server_tell (server, "GET", INTERFACES "/2", 200, NULL, SECOND);
          server_tell (server, "PUT", INTERFACES "/2", 200, NULL, REBOOT);
        }
      palier_nic_write (connection, &wanted, &reboot, NULL, &error);
      g_assert_no_error (error);
      g_assert_true (reboot);
      put = dup_body (server, "PUT", NULL);
      g_assert_cmpstr (put, ==, alone[i] ? MOVED : NICS (FIRST, MOVED));
      g_assert_cmpuint (server_count (server, "PUT", NULL), ==, 1);
      g_assert_false (
          palier_nic_write (connection, &more, NULL, NULL, NULL)); /* it has no such field */
      g_assert_false (palier_nic_write (connection, &nobody, NULL, NULL, NULL));
      g_assert_cmpuint (server_count (server, "PUT", NULL), ==, 1);
    }
}

#define UPNP "/ISAPI/System/Network/UPnP"

static const struct
{
  const char *sentence;
  const char *before, *after; /* of UPnP; NULL: not told */
  const char *ports;
  guint puts;
  int code; /* -1: closed */
} upnp_rows[] = {
  { "on, then off", "<UPnP><enabled>true</enabled><name>x</name></UPnP>",
    "<UPnP><enabled>false</enabled><name>x</name></UPnP>",
    "<ports><enabled>false</enabled></ports>", 1, -1 },
  { "off already", "<UPnP><enabled>false</enabled></UPnP>", NULL,
    "<ports><enabled>false</enabled></ports>", 0, -1 },
  { "it says yes and stays on", "<UPnP><enabled>true</enabled></UPnP>", NULL,
    "<ports><enabled>false</enabled></ports>", 1, PALIER_ERROR_NOT_DONE },
  { "not told", NULL, NULL, NULL, 0, PALIER_ERROR_NOT_SUPPORTED },
};

static void
test_upnp (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (upnp_rows); i++)
    {
      g_autoptr (Server) server = server_new (NULL, NULL);
      g_autoptr (PalierConnection) connection = server_connect (server, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", upnp_rows[i].sentence);
      if (upnp_rows[i].before)
        server_tell (server, "GET", UPNP, 200, NULL, upnp_rows[i].before);
      if (upnp_rows[i].after)
        server_tell (server, "GET", UPNP, 200, NULL, upnp_rows[i].after);
      if (upnp_rows[i].ports)
        server_tell (server, "GET", UPNP "/ports", 200, NULL, upnp_rows[i].ports);
      server_tell (server, "PUT", UPNP, 200, NULL, OK);
      palier_upnp_close (connection, NULL, &error);
      if (upnp_rows[i].code >= 0)
        g_assert_error (error, PALIER_ERROR, upnp_rows[i].code);
      else
        g_assert_no_error (error);
      g_assert_cmpuint (server_count (server, "PUT", NULL), ==, upnp_rows[i].puts);
    }
}

static void
test_upnp_ports (void)
{
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);
  PalierUpnp upnp;

  server_tell (
      server, "GET", UPNP "/ports", 200, NULL,
      "<ports><enabled>TRUE</enabled><mapmode>auto</mapmode><portList><port><id>1</"
      "id><enabled>true</enabled></port>"
      "<port><id>2</id><enabled>false</enabled></port><port><id>3</id></port></portList></ports>");
  g_assert_true (palier_upnp_read (connection, &upnp, NULL, NULL));
  g_assert_cmpint (upnp.enabled, ==, -1);
  g_assert_cmpint (upnp.ports_enabled, ==, 1);
  g_assert_cmpuint (upnp.ports, ==, 2);
}

#define CHANNELS "/ISAPI/ContentMgmt/InputProxy/channels"

static void
test_camera (void)
{
  static const struct
  {
    const char *list;
    const char *address;
    const char *expected;
  } rows[] = {
    { "<InputProxyChannelList/>", "192.0.2.21",
      "<proxyProtocol>ONVIF</proxyProtocol><addressingFormatType>ipaddress</addressingFormatType>"
      "<ipAddress>192.0.2.21</ipAddress>" },
    { "<InputProxyChannelList><InputProxyChannel><sourceInputPortDescriptor><adminProtocol>ONVIF</"
      "adminProtocol>"
      "</sourceInputPortDescriptor></InputProxyChannel></InputProxyChannelList>",
      "cam.local",
      "<adminProtocol>ONVIF</adminProtocol><addressingFormatType>hostname</"
      "addressingFormatType><hostName>cam.local</hostName>" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Server) server = server_new (NULL, NULL);
      g_autoptr (PalierConnection) connection = server_connect (server, NULL);
      g_autoptr (PalierSecret) password = palier_secret_new ("a<&>b\"");
      const PalierCameraAdd camera
          = { 4, "Till & gate", rows[i].address, "ONVIF", 80, "admin", password };
      g_autofree char *expected
          = g_strconcat ("<InputProxyChannel version=\"1.0\"><id>4</id><name>Till &amp; gate</name>"
                         "<sourceInputPortDescriptor>",
                         rows[i].expected,
                         "<managePortNo>80</managePortNo>"
                         "<srcInputPort>1</srcInputPort><userName>admin</userName>"
                         "<password>a&lt;&amp;&gt;b\"</password><streamType>auto</streamType>"
                         "</sourceInputPortDescriptor></InputProxyChannel>",
                         NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *post = NULL;
      guint channel = 0;

      server_tell (server, "GET", CHANNELS, 200, NULL, rows[i].list);
      server_tell (server, "POST", CHANNELS, 200, NULL,
                   "<ResponseStatus><statusCode>1</statusCode><id>4</id></ResponseStatus>");
      palier_camera_add (connection, &camera, &channel, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (channel, ==, 4);
      post = dup_body (server, "POST", NULL);
      g_assert_cmpstr (post, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (time_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/settings/time/%s", time_rows[i].sentence);

      g_test_add_data_func (path, &time_rows[i], test_time);
    }
  g_test_add_func ("/settings/network/read", test_network_read);
  g_test_add_func ("/settings/network/write", test_network_write);
  g_test_add_func ("/settings/upnp/close", test_upnp);
  g_test_add_func ("/settings/upnp/ports", test_upnp_ports);
  g_test_add_func ("/settings/camera", test_camera);
  return g_test_run ();
}
