/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"

#include "base/error.h"

/* The climb, end to end, on the practice recorder. */

typedef struct
{
  const char *says;
  const char *scenario;
  const char *withheld;
  const char *extra;
  PalierRunState state;
  const char *version; /* where the recorder stands afterwards */
  const char *error;   /* nick or rule, NULL: none */
  gboolean untouched;  /* nothing that changes it was sent */
  gboolean repair_wanted;
} ClimbRow;

static const ClimbRow rows[] = {
  { "two landings, a default and a repair", "v3.4.70", NULL, NULL, PALIER_RUN_DONE, "V4.50.00", NULL, FALSE, FALSE },
  { "from the landing itself: a default first", "v3.4.92", NULL, NULL, PALIER_RUN_DONE, "V4.50.00", NULL, FALSE, FALSE },
  { "from the gap: as from the landing", "v3.4.97", NULL, NULL, PALIER_RUN_DONE, "V4.50.00", NULL, FALSE, FALSE },
  { "from any V4 directly", "v4.1.64", NULL, NULL, PALIER_RUN_DONE, "V4.50.00", NULL, FALSE, FALSE },
  { "from V4.22.005 without a repair", "v4.22.005", NULL, NULL, PALIER_RUN_DONE, "V4.50.00", NULL, FALSE, FALSE },
  { "a repair put off is skipped and still wanted", "v4.1.64", NULL, "skip-repair", PALIER_RUN_DONE, "V4.50.00", NULL, FALSE, TRUE },
  { "a custom-only machine climbs to its custom version", "ids-custom", NULL, NULL, PALIER_RUN_DONE, "V4.1.25", NULL, FALSE, FALSE },
  { "without the terms nothing is sent", "v3.4.70", "terms", NULL, PALIER_RUN_STOPPED, "V3.4.70", "consent-missing", TRUE, FALSE },
  { "without the default's consent nothing is sent", "v3.4.70", "default", NULL, PALIER_RUN_STOPPED, "V3.4.70", "consent-missing", TRUE, FALSE },
  { "without the start's consent nothing is sent", "v4.1.64", "upgrade", NULL, PALIER_RUN_STOPPED, "V4.1.64", "consent-missing", TRUE, FALSE },
};

static void
assert_outcome (Bench *bench, const ClimbRow *row)
{
  PalierPracticeState state;

  palier_practice_get_state (bench->practice, &state);
  if (!row->error)
    g_assert_no_error (bench->error);
  else
    g_assert_cmpstr (palier_error_get_rule (bench->error) ? palier_error_get_rule (bench->error)
                                                          : palier_error_get_nick (bench->error),
                     ==, row->error);
  g_assert_cmpint (bench->state, ==, row->state);
  g_assert_true (g_str_has_prefix (state.version, row->version));
  g_assert_false (state.broken);
  g_assert_true (state.active);
  g_assert_false (state.repairing);
  g_assert_cmpint (state.repair_wanted, ==, row->repair_wanted);
  if (row->untouched)
    g_assert_cmpuint (state.n_changes, ==, 0);
}

static void
test_climb (gconstpointer data)
{
  const ClimbRow *row = data;
  Bench bench = { .withheld = row->withheld, .extra = row->extra };

  bench_open (&bench, row->scenario);
  bench_climb (&bench);
  assert_outcome (&bench, row);
  bench_close (&bench);
}

static void
test_backup_is_there (void)
{
  Bench bench = { 0 };
  g_autofree char *folder = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;

  bench_open (&bench, "v4.22.005");
  bench_climb (&bench);
  g_assert_cmpint (bench.state, ==, PALIER_RUN_DONE);
  folder = g_build_filename (bench.folder, "backups", NULL);
  dir = g_dir_open (folder, 0, NULL);
  name = g_dir_read_name (dir);
  g_assert_nonnull (name);
  g_assert_true (g_str_has_prefix (name, "devCfg_"));
  g_assert_null (g_dir_read_name (dir));
  bench_close (&bench);
}

/* The file goes out once: what the recorder took in is the package and little more. */
static void
test_package_goes_out_once (void)
{
  Bench bench = { 0 };
  PalierPracticeState state;
  g_autoptr (GHashTable) made = NULL;
  g_autoptr (GMappedFile) file = NULL;

  bench_open (&bench, "v4.22.005");
  bench_climb (&bench);
  palier_practice_get_state (bench.practice, &state);
  made = palier_practice_make_packages (bench.practice, bench.folder, NULL);
  file = g_mapped_file_new (g_hash_table_lookup (made, "V4.50.00"), FALSE, NULL);
  g_assert_cmpuint (state.bytes_taken, >=, g_mapped_file_get_length (file));
  g_assert_cmpuint (state.bytes_taken, <, g_mapped_file_get_length (file) * 101 / 100 + 65536);
  bench_close (&bench);
}

static void
test_skip_default_is_no_safe_way (void)
{
  Bench bench = { .withheld = "default", .extra = "skip-default" };
  PalierPracticeState state;

  bench_open (&bench, "v3.4.92");
  bench_climb (&bench);
  palier_practice_get_state (bench.practice, &state);
  g_assert_true (state.broken);
  g_assert_cmpint (bench.state, ==, PALIER_RUN_FAILED);
  bench_close (&bench);
}

static void
test_nothing_to_climb (void)
{
  static const char *const scenarios[] = { "v4.50.00", "v4.61.030" };

  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
    {
      Bench bench = { 0 };
      PalierPracticeState state;

      bench_open (&bench, scenarios[i]);
      bench_climb (&bench);
      palier_practice_get_state (bench.practice, &state);
      g_assert_cmpuint (state.n_changes, ==, 0);
      bench_close (&bench);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/climb/%s", rows[i].says);

      g_test_add_data_func (path, &rows[i], test_climb);
    }
  g_test_add_func ("/climb/backup-is-there", test_backup_is_there);
  g_test_add_func ("/climb/package-goes-out-once", test_package_goes_out_once);
  g_test_add_func ("/climb/skip-default-is-no-safe-way", test_skip_default_is_no_safe_way);
  g_test_add_func ("/climb/nothing-to-climb", test_nothing_to_climb);
  return g_test_run ();
}
