/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"
#include "client.h"
#include "practice/practice-scenario.h"

#include <glib/gstdio.h>
#include <string.h>

#define DEVICE_INFO "/ISAPI/System/deviceInfo"

static void
test_packages (void)
{
  g_autofree char *folder = g_dir_make_tmp ("palier-practice-XXXXXX", NULL);
  g_autoptr (GHashTable) packages = NULL;
  GHashTableIter iter;
  gpointer path;
  Client client;

  client_open (&client, NULL);
  packages = palier_practice_make_packages (client.practice, folder, NULL);
  g_assert_cmpuint (g_hash_table_size (packages), ==, 2);
  g_assert_true (g_hash_table_contains (packages, "V3.4.92"));
  g_assert_true (g_hash_table_contains (packages, "V4.50.00"));
  g_hash_table_iter_init (&iter, packages);
  while (g_hash_table_iter_next (&iter, NULL, &path))
    g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  client_close (&client);
}

/* Each shipped scenario loads, serves and says its model. */
static void
test_scenarios (void)
{
  const char *const *names = palier_practice_get_scenarios ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *model = NULL;
      g_autofree char *serial = NULL;
      Client client;

      client_open (&client, names[i]);
      g_assert_cmpuint (client_send (&client, "GET", DEVICE_INFO, NULL), ==, 200);
      model = client_dup_element (&client, "model");
      serial = client_dup_element (&client, "serialNumber");
      g_assert_true (g_str_has_prefix (serial, model));
      g_assert_true (g_regex_match_simple ("PRACTICE0000[0-9]{4}WCVU$", serial, 0, 0));
      client_close (&client);
    }
}

static const struct
{
  const char *sentence, *json, *place;
} bad_scenarios[] = {
  { "no JSON", "{", NULL },
  { "no object", "[]", "an object" },
  { "a member missing", "{\"serial\":\"a\",\"version\":\"V3.4.92\"}", "model: missing" },
  { "an unknown member", "{\"model\":\"a\",\"serial\":\"a\",\"version\":\"V3.4.92\",\"colour\":1}",
    "colour: unknown" },
  { "a wrong type", "{\"model\":1,\"serial\":\"a\",\"version\":\"V3.4.92\"}", "model: a text" },
  { "a word that is not one",
    "{\"model\":\"a\",\"serial\":\"a\",\"version\":\"V3.4.92\",\"digest\":\"MD4\"}", "digest:" },
  { "a version that is none", "{\"model\":\"a\",\"serial\":\"a\",\"version\":\"three\"}",
    "version:" },
  { "too many cameras", "{\"model\":\"a\",\"serial\":\"a\",\"version\":\"V3.4.92\",\"cameras\":65}",
    "cameras: out" },
  { "a chance above one",
    "{\"model\":\"a\",\"serial\":\"a\",\"version\":\"V3.4.92\",\"break-chance\":2}",
    "break-chance: out" },
  { "a landing without its build",
    "{\"model\":\"a\",\"serial\":\"a\",\"version\":\"V3.4.92\",\"landings\":[{\"version\":\"V4.50."
    "00\"}]}",
    "landings[0].build: missing" },
  { "a fault that is none",
    "{\"model\":\"a\",\"serial\":\"a\",\"version\":\"V3.4.92\",\"faults\":[{\"fault\":\"slow\"},{"
    "\"fault\":\"fire\"}]}",
    "faults[1].fault: unknown" },
  { "a moment that a fault does not know",
    "{\"model\":\"a\",\"serial\":\"a\",\"version\":\"V3.4.92\",\"faults\":[{\"fault\":\"power-"
    "cut\",\"at\":\"boot:1\"}]}",
    "faults[0].at:" },
  { "a moment that is no number",
    "{\"model\":\"a\",\"serial\":\"a\",\"version\":\"V3.4.92\",\"faults\":[{\"fault\":\"power-"
    "cut\",\"at\":\"flash:x\"}]}",
    "faults[0].at:" },
};

static void
test_bad_scenarios (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bad_scenarios); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", bad_scenarios[i].sentence);
      g_assert_null (palier_scenario_parse (bad_scenarios[i].json, -1, &error));
      g_assert_error (error, PALIER_ERROR, PALIER_ERROR_DATA_FILE);
      if (bad_scenarios[i].place != NULL)
        g_assert_nonnull (strstr (palier_error_get_detail (error), bad_scenarios[i].place));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/scenarios/its packages", test_packages);
  g_test_add_func ("/practice/scenarios/every shipped one", test_scenarios);
  g_test_add_func ("/practice/scenarios/bad ones name the place", test_bad_scenarios);
  return g_test_run ();
}
