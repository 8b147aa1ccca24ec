/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "screen-bench.h"

#include "base/error.h"
#include "run/journal-file.h"

/* A run that P16 stops for good is set aside, by the person's own word alone: the next one begins anew. */

typedef struct
{
  const char *says;
  const char *scenario;
  PalierAct stop_at;         /* what the person does not do in the first run */
  gboolean others;           /* somebody else does it meanwhile */
  guint slip_at;             /* or a version is typed that it does not run */
  gboolean aside;            /* set aside after it was stopped */
  const char *rule;          /* that stops the run after it; NULL: it goes on to the end */
  guint exports, defaults;   /* that this run asks for */
} Row;

static const Row rows[] = {
  { "somebody else upgraded it: stopped, again and again", "v3.4.92", PALIER_ACT_ACTIVATE, TRUE, 0, FALSE, "P16", 0, 0 },
  { "somebody else upgraded it, and set aside: planned anew from where it stands", "v3.4.92", PALIER_ACT_ACTIVATE, TRUE,
    0, TRUE, NULL, 0, 0 },
  { "a slip before the upgrade: what was seen still counts", "v3.4.92", PALIER_ACT_NONE, FALSE, 3, FALSE, NULL, 0, 0 },
  { "a slip before the upgrade, and set aside: the default has to be seen again", "v3.4.92", PALIER_ACT_NONE, FALSE, 3,
    TRUE, NULL, 1, 1 },
};

static void
assert_stopped (ScreenBench *bench)
{
  g_assert_cmpint (bench->state, ==, PALIER_RUN_STOPPED);
  g_assert_cmpstr (palier_error_get_rule (bench->error), ==, "P16");
}

/* To the next landing, with a file and a stick of their own. */
static void
upgrade_as_another (ScreenBench *bench)
{
  g_autoptr (GHashTable) packages = palier_practice_make_packages (bench->practice, bench->folder, NULL);
  g_autofree char *content = NULL;
  g_autofree char *path = g_build_filename (bench->other_stick, "digicap.dav", NULL);
  g_autoptr (GError) error = NULL;
  gsize length = 0;

  g_assert_error (bench->error, PALIER_ERROR, PALIER_ERROR_CONSENT_MISSING);
  g_assert_true (g_file_get_contents (g_hash_table_lookup (packages, "V4.50.00"), &content, &length, NULL));
  g_assert_true (g_file_set_contents (path, content, (gssize) length, NULL));
  g_assert_true (palier_practice_hand (bench->practice, PALIER_HAND_ACTIVATE,
                                       palier_practice_get_new_password (bench->practice), &error)
                 && palier_practice_hand (bench->practice, PALIER_HAND_UPGRADE, bench->other_stick, &error));
  g_assert_no_error (error);
  palier_clock_advance (bench->clock, 3600);
  palier_practice_hand (bench->practice, PALIER_HAND_RESTART, NULL, NULL);
  bench->stop_at = PALIER_ACT_NONE;
  screen_bench_climb (bench);
}

/* Each copy of the settings, by its path. */
static GHashTable *
read_copies (ScreenBench *bench)
{
  g_autofree char *folder = g_build_filename (bench->folder, "backups", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GHashTable *copies = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *content = NULL;
      gsize length = 0;

      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_hash_table_insert (copies, g_steal_pointer (&path), g_compute_checksum_for_data (G_CHECKSUM_SHA256,
                                                                                         (guchar *) content, length));
      g_free (content);
    }
  return copies;
}

static void
assert_kept (ScreenBench *bench, GHashTable *before)
{
  g_autoptr (GHashTable) now = read_copies (bench);
  GHashTableIter iter;
  gpointer path, sha256;

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, &path, &sha256))
    g_assert_cmpstr (g_hash_table_lookup (now, path), ==, sha256);
}

static void
set_aside (ScreenBench *bench)
{
  g_autofree char *path = palier_journal_file_dup_path (bench->folder, palier_practice_get_serial (bench->practice));
  g_autoptr (GError) error = NULL;

  g_assert_true (palier_journal_set_aside (path, &error));
  g_assert_no_error (error);
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  ScreenBench bench = { .stop_at = row->stop_at, .slip_at = row->slip_at, .slip_firmware = "V3.4.70 build 160910" };
  g_autoptr (GHashTable) copies = NULL;
  PalierPracticeState state;

  screen_bench_open (&bench, row->scenario);
  screen_bench_climb (&bench);
  if (row->others)
    upgrade_as_another (&bench);
  assert_stopped (&bench);
  copies = read_copies (&bench);
  g_assert_cmpuint (g_hash_table_size (copies), >, 0);
  if (row->aside)
    set_aside (&bench);
  bench.slip_at = 0;
  screen_bench_climb (&bench);
  g_assert_cmpuint (bench.acts[PALIER_ACT_EXPORT], ==, row->exports);
  g_assert_cmpuint (bench.acts[PALIER_ACT_DEFAULT], ==, row->defaults);
  assert_kept (&bench, copies);
  palier_practice_get_state (bench.practice, &state);
  g_assert_false (state.broken);
  if (row->rule)
    assert_stopped (&bench);
  else
    {
      g_assert_no_error (bench.error);
      g_assert_cmpstr (state.version, ==, "V4.50.00 build 210802");
    }
  screen_bench_close (&bench);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/screen/aside/%s", rows[i].says);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
