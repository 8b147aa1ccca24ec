/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "footage/footage.h"
#include "practice/practice.h"

#include <glib/gstdio.h>

/* The practice recorder in another zone than UTC, by its wall clock and by UTC. */
typedef struct
{
  const char *says;
  const char *zone; /* of this process, and so of the recorder */
  gboolean utc;
  PalierFootageZone expected;
} Row;

static const Row rows[] = {
  { "digits of the wall clock", "<+05>-5", FALSE, PALIER_FOOTAGE_ZONE_LOCAL },
  { "digits of UTC", "<+05>-5", TRUE, PALIER_FOOTAGE_ZONE_UTC },
  { "west of UTC", "<-05>5", TRUE, PALIER_FOOTAGE_ZONE_UTC },
};

static char *
write_scenario (const char *folder, gboolean utc)
{
  char *path = g_build_filename (folder, "zone.json", NULL);
  g_autofree char *text = g_strdup_printf (
    "{\"model\":\"DS-7716NI-I4\",\"serial\":\"DS-7716NI-I41620170601PRACTICE00007350WCVU\",\"version\":\"V4.22.005\","
    "\"build\":\"191208\",\"landings\":[],\"cameras\":2,\"utc-footage\":%s}",
    utc ? "true" : "false");

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
progress_cb (double fraction, gpointer data)
{
  g_assert_cmpfloat (fraction, <=, 1);
}

static PalierConnection *
connect_to (PalierPractice *practice)
{
  PalierConnection *connection = palier_connection_new (palier_practice_get_address (practice), NULL);
  g_autoptr (PalierSecret) password = palier_secret_new (palier_practice_get_password (practice));

  palier_connection_set_credentials (connection, "admin", password);
  return connection;
}

/* Run in a process of its own: a zone is the process's. */
static void
look (const Row *row)
{
  g_autofree char *folder = g_dir_make_tmp ("palier-zone-XXXXXX", NULL);
  g_autofree char *path = write_scenario (folder, row->utc);
  g_autoptr (PalierClock) clock = palier_clock_new (0);
  g_autoptr (PalierPractice) practice = palier_practice_new (path, clock, 1, NULL);
  g_autoptr (PalierConnection) connection = NULL;
  g_autoptr (PalierFootage) footage = NULL;
  PalierFootageFinding finding;

  g_assert_true (palier_practice_serve (practice, 0, NULL));
  connection = connect_to (practice);
  footage = palier_footage_take (connection, clock, G_MAXDOUBLE, progress_cb, NULL, NULL, NULL);
  g_assert_cmpint (footage->zone, ==, row->expected);
  g_assert_cmpuint (footage->samples->len, ==, 14);
  g_assert_cmpstr (footage->tag, ==, "trackIDList");
  g_assert_true (palier_footage_search_again (footage, connection, PALIER_FOOTAGE_UPGRADED, progress_cb, NULL, NULL,
                                              NULL));
  palier_footage_count (footage, &finding);
  g_assert_cmpint (finding.found_after_upgrade, ==, 14);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_zone (gconstpointer data)
{
  const Row *row = data;

  if (g_test_subprocess ())
    {
      look (row);
      return;
    }
  g_setenv ("TZ", row->zone, TRUE);
  g_test_trap_subprocess (NULL, 60 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_DEFAULT);
  g_unsetenv ("TZ");
  g_test_trap_assert_passed ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/footage/zones/%s", rows[i].says);

      g_test_add_data_func (path, &rows[i], test_zone);
    }
  return g_test_run ();
}
