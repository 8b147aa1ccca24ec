/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "client.h"

#include <string.h>

#define DEVICE_INFO "/ISAPI/System/deviceInfo"
#define UPDATE "/ISAPI/System/updateFirmware"
#define EXPORT "/ISAPI/System/configurationData"
#define V4 "V4.50.00 build 210802"
#define OLD "V4.1.64 build 190119"

/* Each fault fires at its moment, and at no other. */
static void
open_with (Client *client, const char *faults)
{
  g_autofree char *scenario = g_strdup_printf (
      "{\"model\":\"DS-7716NI-I4\",\"serial\":\"DS-7716NI-I4PRACTICE00001234WCVU\","
      "\"version\":\"V4.1.64\",\"build\":\"190119\",\"faults\":[%s]}",
      faults);

  client_open (client, scenario);
}

static guint
upload (Client *client)
{
  g_autoptr (GBytes) package = client_make_package (client, V4, FALSE);

  /* Signed in on a small request, so that the package goes out once. */
  g_assert_cmpuint (client_send (client, "GET", DEVICE_INFO, NULL), ==, 200);
  return client_send_bytes (client, "PUT", UPDATE, "application/octet-stream", package);
}

static void
start_repair (Client *client)
{
  client_climb (client, V4, FALSE);
  g_assert_true (palier_practice_hand (client->practice, PALIER_HAND_START_REPAIR, NULL, NULL));
}

static guint
count_disks (Client *client, const char *status)
{
  g_assert_cmpuint (client_send (client, "GET", "/ISAPI/ContentMgmt/Storage", NULL), ==, 200);
  return client_count (client, status);
}

static void
test_cut_connection (void)
{
  Client client;
  guint64 taken;

  open_with (&client, "{\"fault\":\"cut-connection\",\"at\":\"upload:40\"}");
  g_assert_cmpuint (upload (&client), ==, 0);
  taken = client_state (&client).bytes_taken;
  g_assert_cmpuint (taken, >, 150000);
  g_assert_cmpuint (taken, <, 400000);
  g_assert_false (client_state (&client).flashing);
  g_assert_cmpuint (upload (&client), ==, 200);
  client_close (&client);
  open_with (&client, "{\"fault\":\"cut-connection\",\"at\":\"path:/ISAPI/System/st*\"}");
  g_assert_cmpuint (client_send (&client, "GET", DEVICE_INFO, NULL), ==, 200);
  g_assert_cmpuint (client_send (&client, "GET", "/ISAPI/System/status", NULL), ==, 0);
  g_assert_cmpuint (client_send (&client, "GET", "/ISAPI/System/status", NULL), ==, 200);
  client_close (&client);
}

static void
test_answer_lost (void)
{
  Client client;

  open_with (&client, "{\"fault\":\"answer-lost\"}");
  g_assert_cmpuint (upload (&client), ==, 0);
  g_assert_true (client_state (&client).flashing);
  g_assert_cmpuint (client_state (&client).n_changes, ==, 1);
  client_close (&client);
}

static void
test_refusals (void)
{
  Client client;

  open_with (
      &client,
      "{\"fault\":\"refuse-upload\",\"value\":\"errorUpgradeVersion\"},"
      "{\"fault\":\"refuse\",\"at\":\"path:/ISAPI/System/factoryReset\",\"value\":\"deviceBusy\"},"
      "{\"fault\":\"export-refused\"},{\"fault\":\"export-truncated\"}");
  g_assert_cmpuint (upload (&client), ==, 403);
  g_assert_nonnull (strstr (client.body->str, "errorUpgradeVersion"));
  g_assert_cmpuint (client_send (&client, "PUT", "/ISAPI/System/factoryReset?mode=full", NULL), ==,
                    503);
  g_assert_cmpuint (client_send (&client, "GET", EXPORT, NULL), ==, 503);
  g_assert_cmpuint (client_send (&client, "GET", EXPORT, NULL), ==, 200);
  g_assert_cmpuint (client.body->len, <, 128 * 1024);
  g_assert_cmpuint (client_send (&client, "GET", EXPORT, NULL), ==, 200);
  g_assert_cmpuint (client.body->len, >, 128 * 1024);
  g_assert_cmpuint (client_state (&client).n_changes, ==, 0);
  client_close (&client);
}

static void
test_flash_faults (void)
{
  Client client;

  open_with (&client, "{\"fault\":\"power-cut\",\"at\":\"flash:40\"}");
  g_assert_cmpuint (upload (&client), ==, 200);
  palier_clock_advance (client.clock, 90);
  g_assert_false (client_state (&client).broken);
  palier_clock_advance (client.clock, 10);
  g_assert_true (client_state (&client).broken);
  g_assert_cmpuint (client_send_once (&client, "GET", DEVICE_INFO, NULL, NULL, NULL), ==, 0);
  client_close (&client);
  open_with (&client, "{\"fault\":\"flash-fails\",\"at\":\"flash:70\"}");
  client_climb (&client, V4, FALSE);
  g_assert_cmpstr (client_state (&client).version, ==, OLD);
  g_assert_cmpuint (client_send (&client, "GET", "/ISAPI/System/upgradeStatus", NULL), ==, 200);
  g_assert_nonnull (strstr (client.body->str, "<upgrading>false</upgrading>"));
  client_climb (&client, V4, FALSE);
  g_assert_cmpstr (client_state (&client).version, ==, V4);
  client_close (&client);
  open_with (&client, "{\"fault\":\"stays-old-version\"}");
  client_climb (&client, V4, FALSE);
  g_assert_cmpstr (client_state (&client).version, ==, OLD);
  client_climb (&client, V4, FALSE);
  g_assert_cmpstr (client_state (&client).version, ==, V4);
  client_close (&client);
}

static void
test_restart_faults (void)
{
  g_autofree char *serial = NULL;
  Client client;

  open_with (&client,
             "{\"fault\":\"long-restart\",\"at\":\"boot:2\",\"value\":\"5000\"},"
             "{\"fault\":\"wrong-serial-after-restart\",\"at\":\"boot:2\",\"value\":\"OTHER\"}");
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpuint (client_send (&client, "PUT", "/ISAPI/System/reboot", NULL), ==, 200);
      palier_clock_advance (client.clock, 1000);
      g_assert_cmpuint (client_send (&client, "GET", DEVICE_INFO, NULL), ==, i == 0 ? 200 : 0);
    }
  palier_clock_advance (client.clock, 5000);
  g_assert_cmpuint (client_send (&client, "GET", DEVICE_INFO, NULL), ==, 200);
  serial = client_dup_element (&client, "serialNumber");
  g_assert_cmpstr (serial, ==, "OTHER");
  client_close (&client);
}

static void
test_default_faults (void)
{
  Client client;
  const char *before;

  open_with (
      &client,
      "{\"fault\":\"default-ignored\"},{\"fault\":\"address-changes\",\"at\":\"default:2\"}");
  before = palier_practice_get_address (client.practice);
  g_assert_cmpuint (client_send (&client, "PUT", "/ISAPI/System/factoryReset?mode=full", NULL), ==,
                    200);
  palier_clock_advance (client.clock, 300);
  g_assert_true (client_state (&client).active);
  g_assert_cmpuint (client_state (&client).n_cameras, ==, 16);
  g_assert_cmpuint (client_send (&client, "PUT", "/ISAPI/System/factoryReset?mode=full", NULL), ==,
                    200);
  palier_clock_advance (client.clock, 300);
  g_assert_false (client_state (&client).active);
  g_assert_cmpstr (palier_practice_get_address (client.practice), !=, before);
  g_assert_true (client_wait_back (&client, 60));
  client_close (&client);
}

static void
test_repair_faults (void)
{
  Client client;

  open_with (&client, "{\"fault\":\"disk-error\",\"at\":\"repair:30\",\"value\":\"2\"}");
  start_repair (&client);
  g_assert_cmpuint (count_disks (&client, "reparing"), ==, 2);
  palier_clock_advance (client.clock, 600);
  g_assert_cmpuint (count_disks (&client, "<status>error"), ==, 1);
  palier_clock_advance (client.clock, 2000);
  g_assert_cmpuint (count_disks (&client, "<status>ok"), ==, 1);
  g_assert_true (client_state (&client).repair_wanted);
  client_close (&client);
  open_with (&client, "{\"fault\":\"repair-stops\",\"at\":\"repair:20\"},"
                      "{\"fault\":\"restart-during-repair\",\"at\":\"repair:60\"}");
  start_repair (&client);
  palier_clock_advance (client.clock, 400);
  g_assert_false (client_state (&client).repairing);
  g_assert_true (client_state (&client).repair_wanted);
  g_assert_true (palier_practice_hand (client.practice, PALIER_HAND_START_REPAIR, NULL, NULL));
  palier_clock_advance (client.clock, 1100);
  g_assert_cmpuint (client_send (&client, "GET", DEVICE_INFO, NULL), ==, 0);
  palier_clock_advance (client.clock, 200);
  g_assert_false (client_state (&client).repairing);
  g_assert_true (client_state (&client).repair_wanted);
  client_close (&client);
}

static void
test_answers (void)
{
  double before;
  Client client;

  open_with (&client, "{\"fault\":\"garbage-xml\",\"at\":\"path:/ISAPI/System/status\"},"
                      "{\"fault\":\"slow\",\"at\":\"path:/ISAPI/System/time\",\"value\":\"500\"},"
                      "{\"fault\":\"no-version\"}");
  g_assert_cmpuint (client_send (&client, "GET", "/ISAPI/System/status", NULL), ==, 200);
  g_assert_null (strstr (client.body->str, "DeviceStatus"));
  g_assert_cmpuint (client_send (&client, "GET", "/ISAPI/System/status", NULL), ==, 200);
  g_assert_nonnull (strstr (client.body->str, "</DeviceStatus>"));
  before = palier_clock_now (client.clock);
  g_assert_cmpuint (client_send (&client, "GET", "/ISAPI/System/time", NULL), ==, 200);
  g_assert_cmpfloat (palier_clock_now (client.clock), >, before + 500);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpuint (client_send (&client, "GET", DEVICE_INFO, NULL), ==, 200);
      g_assert_null (strstr (client.body->str, "firmwareVersion"));
    }
  client_close (&client);
}

static void
test_sign_in_faults (void)
{
  guint stale = 0;
  Client client;

  open_with (&client, "{\"fault\":\"stale-nonce\",\"at\":\"every:3\"}");
  g_assert_cmpuint (client_send (&client, "GET", DEVICE_INFO, NULL), ==, 200);
  for (guint i = 0; i < 9; i++)
    {
      g_autofree char *before = g_strdup (client.nonce);

      g_assert_cmpuint (client_send (&client, "GET", DEVICE_INFO, NULL), ==, 200);
      stale += !g_str_equal (before, client.nonce);
    }
  g_assert_cmpuint (stale, ==, 4);
  client_close (&client);
  open_with (&client, "{\"fault\":\"locked\",\"at\":\"start\",\"value\":\"600\"}");
  g_assert_cmpuint (client_send (&client, "GET", "/ISAPI/Security/userCheck", NULL), ==, 401);
  g_assert_nonnull (strstr (client.body->str, "<lockStatus>lock</lockStatus>"));
  palier_clock_advance (client.clock, 700);
  g_assert_cmpuint (client_send (&client, "GET", "/ISAPI/Security/userCheck", NULL), ==, 200);
  client_close (&client);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/faults/the connection goes", test_cut_connection);
  g_test_add_func ("/practice/faults/the answer goes", test_answer_lost);
  g_test_add_func ("/practice/faults/it refuses", test_refusals);
  g_test_add_func ("/practice/faults/flashing", test_flash_faults);
  g_test_add_func ("/practice/faults/restarting", test_restart_faults);
  g_test_add_func ("/practice/faults/defaulting", test_default_faults);
  g_test_add_func ("/practice/faults/repairing", test_repair_faults);
  g_test_add_func ("/practice/faults/answers", test_answers);
  g_test_add_func ("/practice/faults/signing in", test_sign_in_faults);
  return g_test_run ();
}
