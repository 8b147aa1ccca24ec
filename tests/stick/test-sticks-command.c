/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "mock-udisks.h"
#include "terminal/command.h"
#include "tree.h"

static GString *printed, *said;

/* Remarks of the test itself (what umockdev does) come this way too. */
static void
print_cb (const char *text)
{
  if (*text != '#')
    g_string_append (printed, text);
}

static void
say_cb (const char *text)
{
  g_string_append (said, text);
}

static int
run (const char *argument)
{
  char *words[] = { (char *) "sticks", (char *) argument, NULL };
  GPrintFunc print = g_set_print_handler (print_cb); /* TAP is printed too, hence only meanwhile */
  GPrintFunc say = g_set_printerr_handler (say_cb);
  int status;

  g_string_truncate (printed, 0);
  g_string_truncate (said, 0);
  status = palier_command_sticks.run (argument ? 2 : 1, words);
  g_set_print_handler (print);
  g_set_printerr_handler (say);
  return status;
}

/* As one line, members in their order. */
static char *
as_json (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (printed->str, &error);

  g_assert_no_error (error);
  return json_to_string (node, FALSE);
}

static void
test_two_sticks (gconstpointer data)
{
  static const TreeDevice devices[] = {
    { "1", 1, TREE_ROOT, NULL, NULL, NULL },
    { "1-2", 5, TREE_STICK, "SanDisk", "Ultra", "4C530001" },
    { "1-3", 6, TREE_STICK, NULL, NULL, NULL },
  };
  static const MockBlock blocks[] = {
    { "sdb1", "BACKUP", "vfat", "FAT32", 16000000000, NULL, 0 },
    { "sdb2", NULL, NULL, NULL, 1000, NULL, MOCK_READ_ONLY },
    { "sda1", "SYSTEM", "ext4", "1.0", 500000000000, "/", MOCK_SYSTEM },
  };
  g_autoptr (UMockdevTestbed) bed = umockdev_testbed_new ();
  g_autoptr (MockUdisks) udisks = mock_udisks_new ((GTestDBus *) data);
  g_autofree char *json = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (devices); i++)
    tree_add (bed, &devices[i]);
  tree_add_disk (bed, "1-2", "sdb");
  tree_add_disk (bed, NULL, "sda");
  mock_udisks_set (udisks, blocks, G_N_ELEMENTS (blocks));
  mock_udisks_appear (udisks);

  g_assert_cmpint (run ("--format=json"), ==, 0);
  json = as_json ();
  g_assert_cmpstr (
      json, ==,
      "{\"sticks\":["
      "{\"bus\":1,\"port\":\"1-2\",\"vendor\":\"SanDisk\",\"product\":\"Ultra\","
      "\"serial\":\"4C530001\",\"volumes\":["
      "{\"label\":\"BACKUP\",\"filesystem\":\"vfat\",\"size\":16000000000,\"free\":null,"
      "\"mount\":null,\"read_only\":false},"
      "{\"label\":null,\"filesystem\":null,\"size\":1000,\"free\":null,\"mount\":null,"
      "\"read_only\":true}]},"
      "{\"bus\":1,\"port\":\"1-3\",\"vendor\":null,\"product\":null,\"serial\":null,"
      "\"volumes\":[]}]}");
  g_assert_cmpstr (said->str, ==, "");
  g_assert_cmpint (run (NULL), ==, 0);
  g_assert_nonnull (strstr (
      printed->str, "SanDisk Ultra, port 1-2, serial number 4C530001\n  BACKUP · vfat · 16.0"));
  g_assert_null (strstr (printed->str, "SYSTEM"));
}

static void
test_no_service (gconstpointer data)
{
  static const TreeDevice root = { "1", 1, TREE_ROOT, NULL, NULL, NULL };
  g_autoptr (UMockdevTestbed) bed = umockdev_testbed_new ();
  g_autofree char *json = NULL;

  tree_add (bed, &root);
  g_assert_cmpint (run ("--format=json"), ==, 0);
  json = as_json ();
  g_assert_cmpstr (json, ==, "{\"sticks\":[]}");
  g_assert_nonnull (strstr (said->str, "does not let Palier open sticks by itself"));
  g_assert_cmpint (run (NULL), ==, 0);
  g_assert_cmpstr (printed->str, ==, "No USB stick is plugged in.\n");
  g_assert_cmpint (run ("word"), ==, 2);
  g_assert_cmpint (run ("--nonsense"), ==, 2);
}

int
main (int argc, char **argv)
{
  GTestDBus *bus;
  int status;

  g_test_init (&argc, &argv, NULL);
  printed = g_string_new (NULL);
  said = g_string_new (NULL);
  bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (bus);
  g_setenv ("DBUS_SYSTEM_BUS_ADDRESS", g_test_dbus_get_bus_address (bus), TRUE);
  g_test_add_data_func ("/sticks/command/no service", bus, test_no_service);
  g_test_add_data_func ("/sticks/command/two sticks", bus, test_two_sticks);
  status = g_test_run ();
  g_test_dbus_stop (bus);
  g_object_unref (bus);
  g_string_free (printed, TRUE);
  g_string_free (said, TRUE);
  return status;
}
