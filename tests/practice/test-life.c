/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "client.h"

#include <glib/gstdio.h>
#include <string.h>

#define DEVICE_INFO "/ISAPI/System/deviceInfo"
#define V4 "V4.50.00 build 210802"

/* How many pieces of footage a track has, over all its pages. */
static guint
count_footage (Client *client, guint track)
{
  guint n = 0, page = 1;

  while (page > 0)
    {
      g_autofree char *body = g_strdup_printf (
          "<CMSearchDescription><searchID>812F04E0-4089-11A3-9A0C-0305E82C2906</"
          "searchID><trackIDList><trackID>%u"
          "</trackID></trackIDList><timeSpanList><timeSpan><startTime>2000-01-01T00:00:00Z</"
          "startTime>"
          "<endTime>2100-01-01T00:00:00Z</endTime></timeSpan></timeSpanList><maxResults>40</"
          "maxResults>"
          "<searchResultPostion>%u</searchResultPostion></CMSearchDescription>",
          track, n);

      g_assert_cmpuint (client_send (client, "POST", "/ISAPI/ContentMgmt/search", body), ==, 200);
      page = client_count (client, "<searchMatchItem>");
      n += page;
    }
  return n;
}

static guint
count_log (Client *client, const char *text)
{
  guint n = 0, found = 0, page = 1;

  while (page > 0)
    {
      g_autofree char *body = g_strdup_printf (
          "<CMSearchDescription><searchID>812F04E0-4089-11A3-9A0C-0305E82C2906</"
          "searchID><metaId>log.std-cgi.com"
          "</metaId><timeSpanList><timeSpan><startTime>2000-01-01T00:00:00Z</startTime>"
          "<endTime>2100-01-01T00:00:00Z</endTime></timeSpan></timeSpanList><maxResults>64</"
          "maxResults>"
          "<searchResultPostion>%u</searchResultPostion></CMSearchDescription>",
          n);

      g_assert_cmpuint (client_send (client, "POST", "/ISAPI/ContentMgmt/logSearch", body), ==,
                        200);
      page = client_count (client, "<searchMatchItem>");
      found += client_count (client, text);
      n += page;
    }
  return found;
}

static guint
count_disks (Client *client, const char *status)
{
  g_autofree char *element = g_strdup_printf ("<status>%s</status>", status);

  g_assert_cmpuint (client_send (client, "GET", "/ISAPI/ContentMgmt/Storage", NULL), ==, 200);
  return client_count (client, element);
}

static guint64
get_up_time (Client *client)
{
  g_autofree char *text = NULL;

  g_assert_cmpuint (client_send (client, "GET", "/ISAPI/System/status", NULL), ==, 200);
  text = client_dup_element (client, "deviceUpTime");
  return g_ascii_strtoull (text, NULL, 10);
}

static void
test_restart (void)
{
  Client client;
  guint64 before;

  client_open (&client, NULL);
  before = get_up_time (&client);
  g_assert_cmpuint (client_send (&client, "PUT", "/ISAPI/System/reboot", NULL), ==, 200);
  g_assert_cmpuint (client_send_once (&client, "GET", DEVICE_INFO, NULL, NULL, NULL), ==, 0);
  palier_clock_advance (client.clock, 60);
  g_assert_cmpuint (client_send_once (&client, "GET", DEVICE_INFO, NULL, NULL, NULL), ==, 0);
  palier_clock_advance (client.clock, 60);
  g_assert_cmpuint (get_up_time (&client), <, 100);
  g_assert_cmpuint (before, >, 86400);
  client_close (&client);
}

/* While it flashes it answers, tells how far it is, and takes neither another package nor a
 * default. */
static void
test_flash (void)
{
  g_autoptr (GBytes) package = NULL;
  g_autofree char *percent = NULL;
  Client client;

  client_open (&client, "v4.22.005");
  package = client_make_package (&client, V4, FALSE);
  g_assert_cmpuint (
      client_send_bytes (&client, "PUT", "/ISAPI/System/updateFirmware", "a/b", package), ==, 200);
  palier_clock_advance (client.clock, 120);
  g_assert_cmpuint (client_send (&client, "GET", "/ISAPI/System/upgradeStatus", NULL), ==, 200);
  percent = client_dup_element (&client, "percent");
  g_assert_cmpuint (g_ascii_strtoull (percent, NULL, 10), >=, 50);
  g_assert_cmpuint (g_ascii_strtoull (percent, NULL, 10), <, 60);
  g_assert_cmpuint (
      client_send_bytes (&client, "PUT", "/ISAPI/System/updateFirmware", "a/b", package), ==, 503);
  g_assert_cmpuint (client_send (&client, "PUT", "/ISAPI/System/factoryReset?mode=full", NULL), ==,
                    503);
  palier_clock_advance (client.clock, 200);
  /* This one waits to be told. */
  g_assert_cmpuint (client_send (&client, "GET", "/ISAPI/System/upgradeStatus", NULL), ==, 200);
  g_assert_nonnull (strstr (client.body->str, "<reboot>true</reboot>"));
  g_assert_cmpstr (client_state (&client).version, ==, "V4.22.005 build 191208");
  g_assert_cmpuint (client_send (&client, "PUT", "/ISAPI/System/reboot", NULL), ==, 200);
  palier_clock_advance (client.clock, 200);
  g_assert_cmpstr (client_state (&client).version, ==, V4);
  client_close (&client);
}

static void
test_cut_package (void)
{
  g_autoptr (GBytes) package = NULL;
  g_autoptr (GBytes) half = NULL;
  g_autofree guint8 *spoiled = NULL;
  g_autoptr (GBytes) bad = NULL;
  Client client;

  client_open (&client, NULL);
  package = client_make_package (&client, "V3.4.92 build 170518", FALSE);
  half = g_bytes_new_from_bytes (package, 0, g_bytes_get_size (package) / 2);
  g_assert_cmpuint (client_send_bytes (&client, "PUT", "/ISAPI/System/updateFirmware", "a/b", half),
                    ==, 400);
  spoiled = g_memdup2 (g_bytes_get_data (package, NULL), g_bytes_get_size (package));
  spoiled[g_bytes_get_size (package) - 9] ^= 1;
  bad = g_bytes_new (spoiled, g_bytes_get_size (package));
  g_assert_cmpuint (client_send_bytes (&client, "PUT", "/ISAPI/System/updateFirmware", "a/b", bad),
                    ==, 400);
  g_assert_false (client_state (&client).flashing);
  g_assert_cmpuint (client_state (&client).n_changes, ==, 0);
  client_close (&client);
}

static void
test_default (void)
{
  Client client;

  client_open (&client, "v3.4.92");
  g_assert_cmpuint (count_footage (&client, 101), >, 100);
  g_assert_cmpuint (client_send (&client, "PUT", "/ISAPI/System/factoryReset?mode=full", NULL), ==,
                    200);
  palier_clock_advance (client.clock, 200);
  g_assert_false (client_state (&client).active);
  g_assert_cmpuint (client_state (&client).n_cameras, ==, 0);
  client_sign_in_as (&client, "admin", "Stairs-2016");
  g_assert_cmpuint (client_send (&client, "GET", DEVICE_INFO, NULL), ==, 403);
  g_assert_nonnull (strstr (client.body->str, "notActivated"));
  g_assert_cmpuint (client_send_once (&client, "GET", "/SDK/activateStatus", NULL, NULL, NULL), ==,
                    200);
  g_assert_nonnull (strstr (client.body->str, "<Activated>false</Activated>"));
  g_assert_false (palier_practice_hand (client.practice, PALIER_HAND_ACTIVATE, "short", NULL));
  g_assert_true (
      palier_practice_hand (client.practice, PALIER_HAND_ACTIVATE, "Landing-2021", NULL));
  g_assert_cmpstr (palier_practice_get_password (client.practice), ==, "Landing-2021");
  client_sign_in_as (&client, "admin", "Landing-2021");
  g_assert_cmpuint (client_send (&client, "GET", "/ISAPI/System/Network/interfaces", NULL), ==,
                    200);
  g_assert_nonnull (strstr (client.body->str, "192.168.1.64"));
  g_assert_cmpuint (client_send (&client, "GET", "/ISAPI/Security/users", NULL), ==, 200);
  g_assert_cmpuint (client_count (&client, "<userName>"), ==, 1);
  g_assert_cmpuint (count_log (&client, "remoteFactoryDefault"), ==, 1);
  g_assert_true (palier_practice_hand (client.practice, PALIER_HAND_REPROGRAM, NULL, NULL));
  g_assert_cmpuint (client_state (&client).n_cameras, ==, 16);
  client_close (&client);
}

static void
test_basic_default (void)
{
  Client client;

  client_open (&client, "v3.4.92");
  g_assert_cmpuint (client_send (&client, "PUT", "/ISAPI/System/factoryReset?mode=basic", NULL), ==,
                    200);
  palier_clock_advance (client.clock, 200);
  g_assert_true (client_state (&client).active);
  g_assert_cmpuint (client_state (&client).n_cameras, ==, 0);
  g_assert_cmpuint (client_send (&client, "GET", "/ISAPI/System/Network/interfaces", NULL), ==,
                    200);
  g_assert_nonnull (strstr (client.body->str, "192.168.10.20"));
  client_close (&client);
}

static void
test_repair (void)
{
  guint before, missing;
  Client client;

  client_open (&client, "v4.1.64");
  before = count_footage (&client, 101);
  client_climb (&client, V4, FALSE);
  missing = count_footage (&client, 101);
  g_assert_cmpuint (missing, <, before);
  g_assert_cmpuint (missing, >, before / 2);
  g_assert_true (client_state (&client).repair_wanted);
  g_assert_true (palier_practice_hand (client.practice, PALIER_HAND_START_REPAIR, NULL, NULL));
  g_assert_false (palier_practice_hand (client.practice, PALIER_HAND_START_REPAIR, NULL, NULL));
  g_assert_cmpuint (count_disks (&client, "reparing"), ==, 2);
  g_assert_cmpuint (
      client_send (&client, "GET", "/ISAPI/System/workingstatus/hdStatus?format=json", NULL), ==,
      200);
  g_assert_cmpuint (client_count (&client, "\"status\":10"), ==, 2);
  palier_clock_advance (client.clock, 1000);
  g_assert_cmpuint (count_disks (&client, "reparing"), ==, 1);
  palier_clock_advance (client.clock, 1000);
  g_assert_cmpuint (count_disks (&client, "ok"), ==, 2);
  g_assert_false (client_state (&client).repair_wanted);
  g_assert_cmpuint (count_log (&client, "Database repair started"), ==, 1);
  g_assert_cmpuint (count_log (&client, "Database repair stopped"), ==, 1);
  g_assert_cmpuint (count_footage (&client, 101), >=, before);
  client_close (&client);
}

static void
test_no_repair_on_v3 (void)
{
  Client client;

  client_open (&client, NULL);
  g_assert_false (palier_practice_hand (client.practice, PALIER_HAND_START_REPAIR, NULL, NULL));
  g_assert_cmpuint (count_disks (&client, "ok"), ==, 2);
  client_close (&client);
}

/* Its whole state goes into a file and comes back, in the middle of anything. */
static void
test_save (void)
{
  g_autofree char *folder = g_dir_make_tmp ("palier-practice-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "state.json", NULL);
  g_autofree char *again = g_build_filename (folder, "again.json", NULL);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;
  guint footage;
  Client client;

  client_open (&client, "v4.1.64");
  client_climb (&client, V4, FALSE);
  g_assert_true (palier_practice_hand (client.practice, PALIER_HAND_START_REPAIR, NULL, NULL));
  palier_clock_advance (client.clock, 1000);
  footage = count_footage (&client, 201);
  g_assert_true (palier_practice_save (client.practice, path, &error));
  client_close (&client);

  client_open (&client, "v4.1.64");
  g_assert_true (palier_practice_restore (client.practice, path, &error));
  g_assert_no_error (error);
  g_assert_true (palier_practice_save (client.practice, again, &error));
  g_assert_true (g_file_get_contents (path, &first, NULL, NULL)
                 && g_file_get_contents (again, &second, NULL, NULL));
  g_assert_cmpstr (first, ==, second);
  g_assert_null (strstr (first, "Stairs-2016"));
  g_assert_true (client_state (&client).repairing);
  g_assert_cmpstr (client_state (&client).version, ==, V4);
  g_assert_cmpuint (count_footage (&client, 201), ==, footage);
  palier_clock_advance (client.clock, 1000);
  g_assert_cmpuint (count_disks (&client, "ok"), ==, 2);
  client_close (&client);

  client_open (&client, "v4.1.64");
  g_assert_true (g_file_set_contents (path, "{\"now\": 1}", -1, NULL));
  g_assert_false (palier_practice_restore (client.practice, path, &error));
  g_assert_cmpuint (client_send (&client, "GET", DEVICE_INFO, NULL), ==, 200);
  client_close (&client);
  g_unlink (path);
  g_unlink (again);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/life/it goes away while it restarts", test_restart);
  g_test_add_func ("/practice/life/it flashes over time", test_flash);
  g_test_add_func ("/practice/life/a cut or spoiled package is refused", test_cut_package);
  g_test_add_func ("/practice/life/a full default", test_default);
  g_test_add_func ("/practice/life/a basic default", test_basic_default);
  g_test_add_func ("/practice/life/the database and its repair", test_repair);
  g_test_add_func ("/practice/life/V3 has no repair", test_no_repair_on_v3);
  g_test_add_func ("/practice/life/its state is kept", test_save);
  return g_test_run ();
}
