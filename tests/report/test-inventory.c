/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stories.h"

#include "base/error.h"
#include "practice/practice.h"
#include "report/words.h"

#include <glib/gstdio.h>
#include <string.h>

static void
test_round_trip (void)
{
  g_autoptr (PalierInventory) inventory = story_inventory (FALSE);
  g_autofree char *text = palier_inventory_to_text (inventory);
  g_autoptr (PalierInventory) again = palier_inventory_new_from_text (text, NULL);
  g_autofree char *same = palier_inventory_to_text (again);

  g_assert_cmpstr (text, ==, same);
  g_assert_cmpuint (again->cameras->len, ==, 16);
  g_assert_cmpuint (palier_inventory_count_online (again), ==, 16);
  g_assert_cmpuint (palier_inventory_count_sound (again), ==, 2);
  g_assert_true (again->clock_known);
  g_assert_cmpint (again->clock_ahead_s, ==, -14);
}

static void
test_compare (void)
{
  g_autoptr (PalierInventory) before = story_inventory (FALSE);
  g_autoptr (PalierInventory) after = story_inventory (TRUE);
  g_autoptr (PalierInventory) nothing = palier_inventory_new_from_text ("{}", NULL);
  g_autoptr (GPtrArray) none = palier_inventory_compare (before, before);
  g_autoptr (GPtrArray) rows = palier_inventory_compare (before, after);
  g_autoptr (GPtrArray) untold = palier_inventory_compare (nothing, after);
  g_autoptr (GPtrArray) lost = palier_inventory_compare (before, nothing);
  g_autoptr (GPtrArray) all = palier_inventory_list (before);
  const PalierDifference *camera = rows->pdata[0];
  const PalierDifference *user = rows->pdata[1];

  g_assert_cmpuint (none->len, ==, 0);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpint (camera->topic, ==, PALIER_TOPIC_CAMERAS);
  g_assert_cmpstr (camera->what, ==, "3");
  g_assert_cmpstr (camera->before, ==, "Caisse nº 3, 192.168.1.103, HIKVISION");
  g_assert_cmpstr (camera->after, ==, "Camera 3, 192.168.1.103, HIKVISION");
  g_assert_cmpstr (user->what, ==, "gérant");
  g_assert_null (user->after);
  /* What was not told before cannot have changed; what is not told any more is said. */
  g_assert_cmpuint (untold->len, ==, 0);
  g_assert_cmpuint (lost->len, ==, all->len);
}

static void
test_not_an_inventory (void)
{
  static const char *const texts[] = { "", "[]", "7", "{\"cameras\": [1]}", "{\"disks\": [{}, null]}", "{" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (palier_inventory_new_from_text (texts[i], &error));
      g_assert_error (error, PALIER_ERROR, PALIER_ERROR_DATA_FILE);
    }
}

static PalierInventory *
read_practice (PalierPractice *practice)
{
  g_autoptr (PalierConnection) connection = palier_connection_new (palier_practice_get_address (practice), NULL);
  g_autoptr (PalierSecret) password = palier_secret_new (palier_practice_get_password (practice));
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GError) error = NULL;
  PalierInventory *inventory;

  palier_connection_set_credentials (connection, palier_practice_get_user (practice), password);
  inventory = palier_inventory_read (connection, now, NULL, &error);
  g_assert_no_error (error);
  return inventory;
}

/* Over the wire, from the practice recorder, in the way of each firmware. */
static void
test_over_the_wire (void)
{
  static const char *const scenarios[] = { "v3.4.70", "v4.22.005", "v4.61.030" };

  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
    {
      g_autoptr (PalierClock) clock = palier_clock_new (1);
      g_autoptr (PalierPractice) practice = palier_practice_new (scenarios[i], clock, 1, NULL);
      g_autoptr (PalierInventory) inventory = NULL;
      g_autofree char *text = NULL;
      PalierPracticeState state;

      g_assert_true (palier_practice_serve (practice, 0, NULL));
      inventory = read_practice (practice);
      palier_practice_get_state (practice, &state);
      text = palier_inventory_to_text (inventory);
      g_test_message ("%s: %s", scenarios[i], text);
      g_assert_cmpstr (inventory->serial, ==, palier_practice_get_serial (practice));
      g_assert_cmpuint (inventory->cameras->len, ==, state.n_cameras);
      g_assert_cmpuint (inventory->users->len, >, 0);
      g_assert_cmpuint (inventory->disks->len, >, 0);
      g_assert_cmpuint (inventory->ports->len, >, 0);
      g_assert_cmpuint (inventory->network->len, >, 0);
      g_assert_cmpuint (inventory->schedule->len, >, 0);
      g_assert_nonnull (inventory->time_zone);
      g_assert_cmpuint (state.n_changes, ==, 0);
      g_assert_null (strstr (text, palier_practice_get_password (practice)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inventory/round-trip", test_round_trip);
  g_test_add_func ("/inventory/compare", test_compare);
  g_test_add_func ("/inventory/not-an-inventory", test_not_an_inventory);
  g_test_add_func ("/inventory/over-the-wire", test_over_the_wire);
  return g_test_run ();
}
