/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "trace.h"

#include "base/error.h"

#include <string.h>

/* What is looked at before the first change, and once more before each landing. */

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
spoil_after_copy_cb (Bench *bench)
{
  g_autoptr (JsonObject) journal = trace_load (bench);

  if (trace_count_backups (journal) > 0)
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
  void (*hook) (Bench *bench);
  int error;
  const char *version; /* that it stands at in the end */
  gboolean untouched;
} Row;

static const Row rows[] = {
  { "a later landing’s file has changed: found before the first change", "v3.4.70", spoil_last_cb, NULL,
    PALIER_ERROR_PACKAGE_DAMAGED, "V3.4.70", TRUE },
  { "a later landing’s file changes on the way: found before its landing", "v3.4.70", NULL, spoil_after_copy_cb,
    PALIER_ERROR_PACKAGE_DAMAGED, "V3.4.92", FALSE },
  { "a database that is being repaired", "v4.1.64", repair_cb, NULL, PALIER_ERROR_REPAIRING, "V4.1.64", TRUE },
};

static void
test_check (gconstpointer data)
{
  const Row *row = data;
  Bench bench = { .ready = row->ready, .hook = row->hook };
  PalierPracticeState state;

  bench_open (&bench, row->scenario);
  bench_climb (&bench);
  g_assert_error (bench.error, PALIER_ERROR, row->error);
  palier_practice_get_state (bench.practice, &state);
  g_assert_true (g_str_has_prefix (state.version, row->version));
  g_assert_cmpint (state.n_changes == 0, ==, row->untouched);
  bench_close (&bench);
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
  return g_test_run ();
}
