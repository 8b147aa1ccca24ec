/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "spawn.h"

#include <gio/gio.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What a recorder answered, kept: shown first and written after a yes where somebody is there, and not otherwise. */

#define SERIAL "PRACTICE00003508" /* of the recorder itself: a stand-in takes its place */

typedef struct
{
  const char *says;
  const char *typed;
  gboolean written;
} Row;

static const Row rows[] = {
  { "a yes", "yes\n", TRUE },
  { "its first letter", "Y\n", TRUE },
  { "a no", "no\n", FALSE },
  { "Enter alone", "\n", FALSE },
  { "something that only begins like a yes", "yesterday\n", FALSE },
};

static int
open_terminal (int *person)
{
  int end = posix_openpt (O_RDWR | O_NOCTTY);
  int seat;

  g_assert_cmpint (end, >=, 0);
  g_assert_cmpint (grantpt (end), ==, 0);
  g_assert_cmpint (unlockpt (end), ==, 0);
  seat = open (ptsname (end), O_RDWR | O_NOCTTY);
  g_assert_cmpint (seat, >=, 0);
  *person = end;
  return seat;
}

static void
test_asked (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *path = spawn_path ("asked.txt");
  const char *const words[]
      = { "inspect", "--practice=v4.22.005", "--speed", "0", "--fresh", "--record", path, NULL };
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  int person;
  int seat = open_terminal (&person);

  g_assert_cmpint (write (person, row->typed, strlen (row->typed)), ==, (gssize) strlen (row->typed));
  process = spawn_start_at (seat, words);
  g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &shown, &error);
  g_assert_no_error (error);
  close (person);
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  g_assert_nonnull (strstr (shown, "palier-recording 1\n"));
  g_assert_nonnull (strstr (shown, "Write it? Type yes or no:"));
  g_assert_true ((strstr (shown, "Nothing was written.") != NULL) == !row->written);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL) == row->written);
  g_assert_true (!kept || strstr (shown, kept));
  unlink (path);
}

static void
test_standard_output (void)
{
  g_autoptr (Ran) ran
      = spawn ("inspect", "--practice=v4.22.005", "--speed", "0", "--fresh", "--record", "-", NULL);

  g_assert_cmpint (ran->status, ==, 0);
  g_assert_true (g_str_has_prefix (ran->out, "palier-recording 1\n"));
  g_assert_true (g_str_has_suffix (ran->out, "\nend\n"));
  g_assert_null (strstr (ran->out, SERIAL));
  g_assert_null (strstr (ran->out, "02:00:00:00:35:08"));
  g_assert_cmpstr (ran->err, !=, "");
}

/* What was kept is a scenario: another Palier reads the same recorder, under its stand-in names. */
static void
test_read_again (void)
{
  g_autofree char *path = spawn_path ("again.txt");
  g_autofree char *practice = g_strconcat ("--practice=", path, NULL);
  g_autoptr (Ran) kept
      = spawn ("inspect", "--practice=v4.22.005", "--speed", "0", "--fresh", "--record", path, NULL);
  g_autoptr (Ran) ran = spawn ("inspect", practice, "--speed", "0", "--format", "json", NULL);
  g_autoptr (JsonNode) node = NULL;

  g_assert_cmpint (kept->status, ==, 0);
  g_assert_cmpint (ran->status, ==, 0);
  node = ran_get_json (ran);
  assert_json_at (node, "recorder.model", "\"DS-7608NI-I2/8P\"");
  assert_json_at (node, "recorder.version", "\"V4.22.005\"");
  unlink (path);
}

int
main (int argc, char **argv)
{
  spawn_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/terminal/record/asked: %s", rows[i].says);

      g_test_add_data_func (path, &rows[i], test_asked);
    }
  g_test_add_func ("/terminal/record/standard output", test_standard_output);
  g_test_add_func ("/terminal/record/read again", test_read_again);
  return spawn_run_tests ();
}
