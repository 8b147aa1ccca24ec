/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"

#include "base/error.h"
#include "recorder/camera-add.h"
#include "recorder/network.h"
#include "recorder/time-settings.h"
#include "reprogram/reprogram.h"

#include <string.h>

/* What a default took, put back over the wire of the practice recorder. */

typedef struct
{
  Bench bench;
  PalierConnection *connection;
  PalierInventory *before;
  PalierDeviceInfo *info;
  PalierReprogram *reprogram; /* NULL until one is made */
} Site;

static PalierInventory *
read_inventory (Site *site)
{
  g_autoptr (GDateTime) now = palier_clock_date (site->bench.clock);
  g_autoptr (GError) error = NULL;
  PalierInventory *inventory = palier_inventory_read (site->connection, now, NULL, &error);

  g_assert_no_error (error);
  return inventory;
}

static void
sign_in (Site *site)
{
  g_autoptr (PalierSecret) secret
      = palier_secret_new (palier_practice_get_password (site->bench.practice));

  palier_connection_set_credentials (site->connection,
                                     palier_practice_get_user (site->bench.practice), secret);
}

static void
site_open (Site *site, const char *scenario)
{
  g_autoptr (GError) error = NULL;

  bench_open (&site->bench, scenario);
  site->connection
      = palier_connection_new (palier_practice_get_address (site->bench.practice), &error);
  g_assert_no_error (error);
  sign_in (site);
  site->before = read_inventory (site);
  site->info = palier_device_info_read (site->connection, NULL, &error);
  g_assert_no_error (error);
}

static void
site_close (Site *site)
{
  g_clear_object (&site->reprogram);
  g_clear_pointer (&site->before, palier_inventory_free);
  g_clear_pointer (&site->info, palier_device_info_free);
  g_clear_object (&site->connection);
  bench_close (&site->bench);
}

/* Takes site->before over. */
static void
make_reprogram (Site *site)
{
  g_autoptr (PalierSecret) secret = palier_secret_new ("camera-pass-1");

  site->reprogram = palier_reprogram_new (site->connection, palier_catalogue_get_shipped (),
                                          site->bench.clock, site->info,
                                          g_steal_pointer (&site->before), NULL);
  palier_reprogram_set_camera_sign_in (site->reprogram, 0, NULL, secret);
  g_signal_connect_swapped (site->reprogram, "finished", G_CALLBACK (g_main_loop_quit),
                            site->bench.loop);
}

static void
look (Site *site)
{
  palier_reprogram_look (site->reprogram, NULL);
  g_main_loop_run (site->bench.loop);
}

static void
put_all (Site *site)
{
  palier_reprogram_put_all (site->reprogram, NULL);
  g_main_loop_run (site->bench.loop);
}

static PalierReprogramItem *
find_item (Site *site, const char *id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (site->reprogram)); i++)
    {
      g_autoptr (PalierReprogramItem) item
          = g_list_model_get_item (G_LIST_MODEL (site->reprogram), i);

      if (g_str_equal (palier_reprogram_item_get_id (item), id))
        return item; /* the list keeps it */
    }
  g_assert_not_reached ();
}

#define assert_state(site, id, expected)                                                           \
  g_assert_cmpstr (                                                                                \
      palier_reprogram_state_get_nick (palier_reprogram_item_get_state (find_item (site, id))),    \
      ==, expected)

/* Every difference that is left is of a topic that is named as by hand. */
static void
assert_only_by_hand (Site *site)
{
  g_autoptr (GPtrArray) left = palier_reprogram_get_differences (site->reprogram);

  for (guint i = 0; i < left->len; i++)
    {
      const PalierDifference *row = left->pdata[i];

      if (row->topic < PALIER_TOPIC_USERS)
        g_test_message ("%s %s: %s | %s", palier_topic_get_nick (row->topic), row->what, row->before,
                        row->after);
      g_assert_cmpint (row->topic, >=, PALIER_TOPIC_USERS);
    }
}

static void
test_whole_route (void)
{
  Site site = { .bench = { .idle_hands = TRUE } };

  site_open (&site, "v3.4.92");
  bench_climb (&site.bench);
  g_assert_no_error (site.bench.error);
  sign_in (&site);
  make_reprogram (&site);
  look (&site);
  g_assert_no_error (palier_reprogram_get_error (site.reprogram));
  assert_state (&site, "name", "differs");
  assert_state (&site, "network-1", "differs");
  assert_state (&site, "camera-1", "differs");
  assert_state (&site, "user-admin", "same");
  assert_state (&site, "user-manager", "by-hand");
  g_assert_nonnull (palier_reprogram_item_get_where (find_item (&site, "user-manager")));
  put_all (&site);
  g_assert_no_error (palier_reprogram_get_error (site.reprogram));
  g_assert_cmpuint (palier_reprogram_count (site.reprogram, PALIER_REPROGRAM_FAILED), ==, 0);
  g_assert_cmpuint (palier_reprogram_count (site.reprogram, PALIER_REPROGRAM_DIFFERS), ==, 0);
  assert_state (&site, "name", "done");
  assert_state (&site, "time", "done");
  assert_state (&site, "time-ntp", "done");
  assert_state (&site, "camera-15", "done");
  assert_state (&site, "network-1", "done");
  assert_only_by_hand (&site);
  site_close (&site);
}

/* Another day, another object: the recorder tells what is done, nothing else does. */
static void
test_resumed (void)
{
  Site site = { 0 };
  g_autoptr (GError) error = NULL;

  site_open (&site, "v4.50.00");
  g_assert_true (palier_device_info_set_name (site.connection, "Other", NULL, &error));
  make_reprogram (&site);
  look (&site);
  assert_state (&site, "name", "differs");
  assert_state (&site, "camera-1", "same");
  palier_reprogram_put (site.reprogram, find_item (&site, "name"), NULL);
  g_main_loop_run (site.bench.loop);
  assert_state (&site, "name", "done");
  g_clear_object (&site.reprogram);
  site.before = read_inventory (&site);
  make_reprogram (&site);
  look (&site);
  assert_state (&site, "name", "same");
  g_assert_cmpuint (palier_reprogram_count (site.reprogram, PALIER_REPROGRAM_SAME), ==,
                    g_list_model_get_n_items (G_LIST_MODEL (site.reprogram)));
  site_close (&site);
}

static guint
count_changes (Site *site)
{
  PalierPracticeState state;

  palier_practice_get_state (site->bench.practice, &state);
  return state.n_changes;
}

/* At V3.4.92, before or after its default: a landing is ahead. */
static void
test_gate (void)
{
  Site site = { 0 };
  g_autoptr (GError) error = NULL;
  guint before;

  site_open (&site, "v3.4.92");
  g_assert_true (palier_device_info_set_name (site.connection, "Other", NULL, &error));
  before = count_changes (&site);
  make_reprogram (&site);
  look (&site);
  assert_state (&site, "name", "differs");
  put_all (&site);
  g_assert_cmpstr (palier_error_get_rule (palier_reprogram_get_error (site.reprogram)), ==, "P2");
  assert_state (&site, "name", "failed");
  g_assert_cmpuint (count_changes (&site), ==, before);
  site_close (&site);
}

/* P16: another recorder answers at that address. */
static void
test_other_recorder (void)
{
  Site site = { 0 };
  g_autoptr (GError) error = NULL;
  guint before;

  site_open (&site, "v4.50.00");
  g_assert_true (palier_device_info_set_name (site.connection, "Other", NULL, &error));
  before = count_changes (&site);
  g_free (site.info->serial);
  site.info->serial = g_strdup ("DS-7716NI-I41620160910AARR000001111WCVU");
  make_reprogram (&site);
  look (&site);
  put_all (&site);
  g_assert_cmpstr (palier_error_get_rule (palier_reprogram_get_error (site.reprogram)), ==, "P16");
  g_assert_cmpuint (count_changes (&site), ==, before);
  site_close (&site);
}

static void
remove_camera (Site *site, guint channel)
{
  g_autofree char *path
      = g_strdup_printf ("/ISAPI/ContentMgmt/InputProxy/channels/%u", channel);
  const PalierRequest request = { .method = "DELETE", .path = path };
  PalierAnswer answer = { 0 };
  g_autoptr (GError) error = NULL;

  palier_connection_send (site->connection, &request, &answer, NULL, &error);
  g_assert_no_error (error);
  palier_answer_clear (&answer);
}

/* A camera without a password fails alone, a channel that another camera took is a person's, and a camera that was
 * only named otherwise is named again without any password. */
static void
test_cameras (void)
{
  Site site = { 0 };
  g_autoptr (PalierSecret) secret = palier_secret_new ("camera-pass-1");
  const PalierCameraAdd stranger
      = { .channel = 2, .name = "Stranger", .address = "192.168.10.250", .user = "admin", .password = secret };
  g_autoptr (GError) error = NULL;

  site_open (&site, "v4.50.00");
  remove_camera (&site, 1);
  remove_camera (&site, 2);
  g_assert_true (palier_camera_add (site.connection, &stranger, NULL, NULL, &error));
  g_assert_true (palier_camera_rename (site.connection, 3, "Renamed", NULL, &error));
  site.reprogram = palier_reprogram_new (site.connection, palier_catalogue_get_shipped (),
                                         site.bench.clock, site.info,
                                         g_steal_pointer (&site.before), NULL);
  g_signal_connect_swapped (site.reprogram, "finished", G_CALLBACK (g_main_loop_quit), site.bench.loop);
  look (&site);
  assert_state (&site, "camera-2", "by-hand");
  g_assert_cmpuint (palier_reprogram_count_cameras_without_password (site.reprogram), ==, 1);
  put_all (&site);
  assert_state (&site, "camera-1", "failed");
  assert_state (&site, "camera-2", "by-hand");
  assert_state (&site, "camera-3", "done");
  palier_reprogram_set_camera_sign_in (site.reprogram, 1, "admin", secret);
  put_all (&site);
  assert_state (&site, "camera-1", "done");
  site_close (&site);
}

static void
test_cancelled (void)
{
  Site site = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  site_open (&site, "v4.50.00");
  make_reprogram (&site);
  g_cancellable_cancel (cancellable);
  palier_reprogram_look (site.reprogram, cancellable);
  g_assert_true (palier_reprogram_get_busy (site.reprogram));
  g_main_loop_run (site.bench.loop);
  g_assert_false (palier_reprogram_get_busy (site.reprogram));
  g_assert_error (palier_reprogram_get_error (site.reprogram), G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (palier_reprogram_get_differences (site.reprogram));
  site_close (&site);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reprogram/what a default took is put back over the wire", test_whole_route);
  g_test_add_func ("/reprogram/another day, the recorder tells what is done", test_resumed);
  g_test_add_func ("/reprogram/nothing is put back while a landing is ahead", test_gate);
  g_test_add_func ("/reprogram/nothing is put into another recorder", test_other_recorder);
  g_test_add_func ("/reprogram/cameras added, renamed, and left to a person", test_cameras);
  g_test_add_func ("/reprogram/cancelled before it began", test_cancelled);
  return g_test_run ();
}
