/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "client.h"

#include <string.h>

#define NETWORK "/ISAPI/System/Network/"

/* What a client does with each setting: reads it, changes one word, sends the rest back as it came. */
typedef struct
{
  const char *sentence;
  const char *scenario;
  const char *target;
  const char *old, *fresh; /* of the document */
  const char *also;        /* where the change shows too; NULL: nowhere */
} Row;

static const Row rows[] = {
  { "the clock", NULL, "/ISAPI/System/time", ">NTP<", ">manual<", NULL },
  { "an NTP server", NULL, "/ISAPI/System/time/ntpServers/1", "ntp.shop.example", "ntp.example.net",
    "/ISAPI/System/time/ntpServers" },
  { "every interface", NULL, NETWORK "interfaces", "192.168.10.20", "192.168.10.21", NETWORK "interfaces/1" },
  { "one interface", NULL, NETWORK "interfaces/1", "9.9.9.9", "1.1.1.1", NETWORK "interfaces" },
  { "two ports as one", "v4.61.030", NETWORK "Bond/1", ">false<", ">true<", NETWORK "Bond" },
  { "UPnP", NULL, NETWORK "UPnP", ">true<", ">false<", NULL },
  { "all of its ports", NULL, NETWORK "UPnP/ports", "8080", "8081", NETWORK "UPnP/ports/status" },
  { "one of its ports", NULL, NETWORK "UPnP/ports/2", ">8000<", ">8001<", NETWORK "UPnP/ports" },
  { "the cloud", NULL, NETWORK "EZVIZ", ">true<", ">false<", NULL },
  { "SSH", NULL, NETWORK "ssh", ">true<", ">false<", NULL },
  { "telnet", NULL, NETWORK "telnetd", ">false<", ">true<", NULL },
  { "SNMP", NULL, NETWORK "SNMP", ">false<", ">true<", NULL },
  { "ONVIF and CGI", NULL, NETWORK "Integrate", ">false<", ">true<", NULL },
  { "the services", NULL, "/ISAPI/Security/adminAccesses", ">80<", ">81<", NULL },
  { "the lock", NULL, "/ISAPI/Security/illegalLoginLock", ">true<", ">false<", NULL },
  { "how the web page signs in", "v4.61.030", "/ISAPI/Security/webCertificate", ">digest<", ">digest/basic<", NULL },
};

static char *
replace_once (const char *text, const char *old, const char *fresh)
{
  const char *at = strstr (text, old);
  GString *whole;

  g_assert_nonnull (at);
  whole = g_string_new_len (text, at - text);
  g_string_append (whole, fresh);
  g_string_append (whole, at + strlen (old));
  return g_string_free (whole, FALSE);
}

/* The clock goes on meanwhile. */
static char *
dup_body (Client *client)
{
  g_autoptr (GRegex) time = g_regex_new ("<localTime>[^<]*", 0, 0, NULL);

  return g_regex_replace (time, client->body->str, -1, 0, "<localTime>", 0, NULL);
}

static void
test_round_trip (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *edited = NULL;
  g_autofree char *there = NULL;
  Client client;

  client_open (&client, row->scenario);
  g_assert_cmpuint (client_send (&client, "GET", row->target, NULL), ==, 200);
  edited = dup_body (&client);
  there = replace_once (edited, row->old, row->fresh);
  g_assert_cmpuint (client_send (&client, "PUT", row->target, there), ==, 200);
  g_assert_cmpuint (client_state (&client).n_changes, ==, 1);
  g_assert_cmpuint (client_send (&client, "GET", row->target, NULL), ==, 200);
  g_free (edited);
  edited = dup_body (&client);
  g_assert_cmpstr (edited, ==, there);
  if (row->also)
    {
      g_assert_cmpuint (client_send (&client, "GET", row->also, NULL), ==, 200);
      g_assert_nonnull (strstr (client.body->str, row->fresh));
    }
  /* Only administrators change anything. */
  client_sign_in_as (&client, "guard", "Night-round-4");
  g_assert_cmpuint (client_send (&client, "PUT", row->target, there), ==, 403);
  client_close (&client);
}

typedef struct
{
  const char *sentence;
  const char *scenario;
  const char *method, *target, *body;
  guint status;
  const char *holds;
} Answer;

static const Answer answers[] = {
  { "V3.4 knows no bond", NULL, "GET", NETWORK "Bond", NULL, 403, "notSupport" },
  { "nor one of it", NULL, "PUT", NETWORK "Bond/1", "<Bond><id>1</id></Bond>", 403, "notSupport" },
  { "V4.61 says that it can", "v4.61.030", "GET", "/ISAPI/System/capabilities", NULL, 200,
    "<isSupportBond>true</isSupportBond>" },
  { "no such interface", NULL, "GET", NETWORK "interfaces/7", NULL, 400, "badXmlContent" },
  { "another interface than the path's", NULL, "PUT", NETWORK "interfaces/1",
    "<NetworkInterface><id>2</id></NetworkInterface>", 400, "badXmlContent" },
  { "a network change wants a restart", NULL, "PUT", NETWORK "interfaces/1",
    "<NetworkInterface><id>1</id></NetworkInterface>", 200, "<statusCode>7</statusCode>" },
  { "the address of this connection", NULL, "GET", NETWORK "socketIP", NULL, 200, "127.0.0.1" },
  { "what the router opened", NULL, "GET", NETWORK "UPnP/ports/status", NULL, 200,
    "<portStatus>\n<id>1</id>" },
  { "cameras on the network, with their passwords", NULL, "GET", "/ISAPI/ContentMgmt/InputProxy/search", NULL,
    200, "<password>Yard-and-gate-5</password>" },
  { "and one in its box", NULL, "GET", "/ISAPI/ContentMgmt/InputProxy/search", NULL, 200,
    "<addStatus>notAdded</addStatus>" },
  { "POST is not how", NULL, "POST", "/ISAPI/ContentMgmt/InputProxy/search", "<a/>", 403, "methodNotAllowed" },
  { "channels at work", "v4.61.030", "GET", "/ISAPI/System/workingstatus/chanStatus?format=json", NULL, 200,
    "\"chanNo\":14,\"name\":\"Roof\",\"online\":0,\"signal\":1,\"record\":0,\"recordStatus\":2" },
  { "which V3.4 does not tell", NULL, "GET", "/ISAPI/System/workingstatus/chanStatus?format=json", NULL, 403,
    "notSupport" },
};

static void
test_answer (gconstpointer data)
{
  const Answer *row = data;
  Client client;

  client_open (&client, row->scenario);
  g_assert_cmpuint (client_send (&client, row->method, row->target, row->body), ==, row->status);
  g_assert_nonnull (strstr (client.body->str, row->holds));
  client_close (&client);
}

/* Names of a shop, in the bytes of a sheet. */
static void
test_sheet (void)
{
  Client client;

  client_open (&client, NULL);
  g_assert_cmpuint (client_send (&client, "GET", "/ISAPI/ContentMgmt/InputProxy/ipcConfig", NULL), ==, 200);
  g_assert_cmpuint (client.body->len, >, 1000);
  g_assert_true (memmem (client.body->str, client.body->len, "Caf\xe9 terrace", 12) != NULL);
  g_assert_true (memmem (client.body->str, client.body->len, "192.168.10.116", 14) != NULL);
  client_close (&client);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/practice/settings/%s", rows[i].sentence);

      g_test_add_data_func (path, &rows[i], test_round_trip);
    }
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/practice/answers/%s", answers[i].sentence);

      g_test_add_data_func (path, &answers[i], test_answer);
    }
  g_test_add_func ("/practice/the camera list as a sheet", test_sheet);
  return g_test_run ();
}
