/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "client.h"

#include <string.h>

#define DEVICE_INFO "/ISAPI/System/deviceInfo"

/* isapi.md §7, to the letter. */
static void
test_unauthorised (void)
{
  Client client;
  g_autofree char *challenge = NULL;
  g_autofree char *type = NULL;
  g_autofree char *server = NULL;
  g_autofree char *length = NULL;

  client_open (&client, NULL);
  g_assert_cmpuint (client_send_once (&client, "GET", DEVICE_INFO, NULL, NULL, NULL), ==, 401);
  g_assert_cmpuint (client.body->len, ==, 138);
  g_assert_cmpstr (
      client.body->str, ==,
      "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<userCheck>\n<statusValue>401</statusValue>\n"
      "<statusString>Unauthorized</statusString>\n</userCheck>\n");
  challenge = client_dup_header (&client, "WWW-Authenticate");
  g_assert_true (
      g_regex_match_simple ("^Digest realm=\"DVRNVRDVS\", domain=\"::\", qop=\"auth\", "
                            "nonce=\"[0-9a-f]{32}:[0-9]+\", opaque=\"\", algorithm=\"MD5\", "
                            "stale=\"FALSE\"$",
                            challenge, 0, 0));
  type = client_dup_header (&client, "Content-Type");
  g_assert_cmpstr (type, ==, "application/xml; charset=\"UTF-8\"");
  server = client_dup_header (&client, "Server");
  g_assert_cmpstr (server, ==, "DNVRS-Webs");
  length = client_dup_header (&client, "Content-Length");
  g_assert_cmpstr (length, ==, "138");
  client_close (&client);
}

static void
try_wrong (Client *client, const char *left)
{
  g_autofree char *told = NULL;

  client_sign_in_as (client, client->user, "Wrong-1234");
  g_assert_cmpuint (client_send (client, "GET", "/ISAPI/Security/userCheck", NULL), ==, 401);
  told = client_dup_element (client, "retryLoginTime");
  g_assert_cmpstr (told, ==, left);
}

static void
test_lock (void)
{
  g_autofree char *status = NULL;
  g_autofree char *wait = NULL;
  Client client;

  client_open (&client, NULL);
  try_wrong (&client, "4");
  try_wrong (&client, "3");
  client_sign_in_as (&client, "admin", "Stairs-2016");
  g_assert_cmpuint (client_send (&client, "GET", DEVICE_INFO, NULL), ==, 200);
  for (guint left = 4; left > 0; left--)
    {
      char text[2] = { (char) ('0' + left), '\0' };

      try_wrong (&client, text);
    }
  try_wrong (&client, "0");
  status = client_dup_element (&client, "lockStatus");
  g_assert_cmpstr (status, ==, "lock");
  wait = client_dup_element (&client, "unlockTime");
  g_assert_cmpuint (g_ascii_strtoull (wait, NULL, 10), >, 1700);
  client_sign_in_as (&client, "admin", "Stairs-2016");
  g_assert_cmpuint (client_send (&client, "GET", DEVICE_INFO, NULL), ==, 401);
  palier_clock_advance (client.clock, 1801);
  client_sign_in_as (&client, "admin", "Stairs-2016");
  g_assert_cmpuint (client_send (&client, "GET", DEVICE_INFO, NULL), ==, 200);
  client_close (&client);
}

static void
test_stale_nonce (void)
{
  g_autofree char *authorization = NULL;
  g_autofree char *challenge = NULL;
  Client client;

  client_open (&client, NULL);
  g_assert_cmpuint (client_send (&client, "GET", DEVICE_INFO, NULL), ==, 200);
  palier_clock_advance (client.clock, 400);
  authorization = client_authorise (&client, "GET", DEVICE_INFO);
  g_assert_cmpuint (client_send_once (&client, "GET", DEVICE_INFO, NULL, NULL, authorization), ==,
                    401);
  challenge = client_dup_header (&client, "WWW-Authenticate");
  g_assert_nonnull (strstr (challenge, "stale=\"TRUE\""));
  g_assert_cmpuint (client_send (&client, "GET", DEVICE_INFO, NULL), ==, 200);
  /* A signature is for one method and one target. */
  g_clear_pointer (&authorization, g_free);
  authorization = client_authorise (&client, "GET", DEVICE_INFO);
  g_assert_cmpuint (
      client_send_once (&client, "PUT", "/ISAPI/System/reboot", NULL, NULL, authorization), ==,
      401);
  g_assert_cmpuint (client_state (&client).n_changes, ==, 0);
  client_close (&client);
}

static void
test_privileges (void)
{
  Client client;

  client_open (&client, NULL);
  client_sign_in_as (&client, "guard", "Night-round-4");
  g_assert_cmpuint (client_send (&client, "GET", DEVICE_INFO, NULL), ==, 200);
  g_assert_cmpuint (client_send (&client, "PUT", "/ISAPI/System/factoryReset?mode=full", NULL), ==,
                    403);
  g_assert_nonnull (strstr (client.body->str, "lowPrivilege"));
  g_assert_cmpuint (client_send (&client, "GET", "/ISAPI/System/configurationData", NULL), ==, 403);
  g_assert_cmpuint (client_state (&client).n_changes, ==, 0);
  client_close (&client);
}

static void
test_documents_round_trip (void)
{
  g_autofree char *sent = NULL;
  Client client;

  client_open (&client, NULL);
  g_assert_cmpuint (client_send (&client, "GET", "/ISAPI/System/Network/UPnP/ports", NULL), ==,
                    200);
  sent = g_strdup (client.body->str);
  g_assert_cmpuint (client_send (&client, "PUT", "/ISAPI/System/Network/UPnP/ports", sent), ==,
                    200);
  g_assert_cmpuint (client_send (&client, "GET", "/ISAPI/System/Network/UPnP/ports", NULL), ==,
                    200);
  g_assert_cmpstr (client.body->str, ==, sent);
  client_close (&client);
}

static void
test_hostile (void)
{
  static const char *const requests[] = {
    "\r\n\r\n",
    "GET\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nAuthorization: Digest \r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nAuthorization: Digest username=\"\r\n\r\n",
    "GET / HTTP/1.1\r\nHost: a\r\nAuthorization: Digest username=admin, uri, response=, "
    "nonce\r\n\r\n",
    "PUT /ISAPI/System/updateFirmware HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n"
    "Content-Type: multipart/form-data\r\n\r\n",
    "POST /ISAPI/Security/challenge HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\n\xff\xfe\0<",
    "GET /ISAPI/System/deviceInfo?a=b&&=&%zz HTTP/1.1\r\nHost: a\r\n\r\n",
  };
  g_autofree guint8 *zeros = g_malloc0 (8 * 1024 * 1024);
  g_autoptr (GBytes) large = g_bytes_new_static (zeros, 8 * 1024 * 1024);
  Client client;

  client_open (&client, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (requests); i++)
    g_assert_cmpuint (client_send_raw (&client, requests[i], -1), !=, 200);
  g_assert_cmpuint (
      client_send_bytes (&client, "PUT", "/ISAPI/System/updateFirmware", "x/y", large), ==, 400);
  g_assert_cmpuint (
      client_send_bytes (&client, "PUT", "/ISAPI/System/time", "application/xml", large), ==, 400);
  g_assert_cmpuint (client_send (&client, "GET", DEVICE_INFO, NULL), ==, 200);
  g_assert_cmpuint (client_state (&client).n_changes, ==, 0);
  client_close (&client);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/door/401 to the letter", test_unauthorised);
  g_test_add_func ("/practice/door/five wrong passwords lock it", test_lock);
  g_test_add_func ("/practice/door/a nonce goes stale", test_stale_nonce);
  g_test_add_func ("/practice/door/who may what", test_privileges);
  g_test_add_func ("/practice/door/a document comes back as it was sent",
                   test_documents_round_trip);
  g_test_add_func ("/practice/door/hostile requests", test_hostile);
  return g_test_run ();
}
