/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "trace.h"

#include "base/error.h"

#include <glib/gstdio.h>
#include <string.h>

/* What is looked at before the first change. */

static void
spoil (Bench *bench, const char *version)
{
  g_autoptr (GDir) dir = g_dir_open (bench->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".dav") && strstr (name, version))
      {
        g_autofree char *path = g_build_filename (bench->folder, name, NULL);

        g_assert_true (g_file_set_contents (path, "another file", -1, NULL));
      }
}

static void
spoil_last_cb (Bench *bench)
{
  spoil (bench, "V4.50.00");
}

static void
repair_cb (Bench *bench)
{
  g_assert_true (palier_practice_hand (bench->practice, PALIER_HAND_START_REPAIR, NULL, NULL));
}

typedef struct
{
  const char *says;
  const char *scenario;
  void (*ready) (Bench *bench);
  int error;
  const char *version; /* that it stands at in the end */
} Row;

static const Row rows[] = {
  { "a later landing’s file has changed: found before the first change", "v3.4.70", spoil_last_cb,
    PALIER_ERROR_PACKAGE_DAMAGED, "V3.4.70" },
  { "a database that is being repaired", "v4.1.64", repair_cb, PALIER_ERROR_REPAIRING, "V4.1.64" },
};

static void
test_check (gconstpointer data)
{
  const Row *row = data;
  Bench bench = { .ready = row->ready };
  PalierPracticeState state;

  bench_open (&bench, row->scenario);
  bench_climb (&bench);
  g_assert_error (bench.error, PALIER_ERROR, row->error);
  palier_practice_get_state (bench.practice, &state);
  g_assert_true (g_str_has_prefix (state.version, row->version));
  g_assert_cmpuint (state.n_changes, ==, 0);
  bench_close (&bench);
}

/* The landing's numbers with an older build are below it: its file is sent all the same. */
static void
test_older_build (void)
{
  g_autoptr (GBytes) bytes = g_resources_lookup_data ("/io/github/palier/Palier/practice/scenarios/v3.4.70.json",
                                                      G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autoptr (GString) scenario = g_string_new (text);
  g_autofree char *folder = g_dir_make_tmp ("palier-checks-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "older.json", NULL);
  g_autoptr (JsonObject) journal = NULL;
  Bench bench = { 0 };

  g_assert_cmpuint (g_string_replace (scenario, "\"version\": \"V3.4.70\"", "\"version\": \"V3.4.92\"", 1), ==, 1);
  g_assert_cmpuint (g_string_replace (scenario, "\"build\": \"160910\"", "\"build\": \"160901\"", 1), ==, 1);
  g_assert_true (g_file_set_contents (path, scenario->str, -1, NULL));
  bench_open (&bench, path);
  bench_climb (&bench);
  g_assert_no_error (bench.error);
  journal = trace_load (&bench);
  g_assert_cmpuint (trace_count_seen (journal, "sending"), ==, 2);
  bench_close (&bench);
  g_remove (path);
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/checks/%s", rows[i].says);

      g_test_add_data_func (path, &rows[i], test_check);
    }
  g_test_add_func ("/checks/older-build", test_older_build);
  return g_test_run ();
}
