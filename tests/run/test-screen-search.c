/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "screen-bench.h"

#include "base/error.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

/* Looks for a way to break a recorder at its screen: any scenario, fault, moment of cancelling, consents, slip of the
 * pen, act that is left undone and hand that interferes, again and again. "skip-default" is never given. */

#define RESOURCES "/io/github/palier/Palier/practice/scenarios/"
#define MEMORY "/dev/shm"
#define ENOUGH (512UL * 1024 * 1024)
#define SEEDS 8
#define WALKS 30 /* by seed */
#define TRIES 4  /* days of one walk */
#define BUDGET_US (16 * G_TIME_SPAN_SECOND)
#define PATIENCE_US (12 * G_TIME_SPAN_SECOND) /* then every third moment only: a busy machine, or sanitizers */

static const char *const scenarios[]
    = { "v3.4.70", "v3.4.92", "v3.4.97", "v4.1.64", "v4.22.005", "old-build", "ids-custom", "v4.50.00" };
static const char *const faults[] = {
  "[]",
  "[{\"fault\":\"default-ignored\",\"at\":\"default:1\"}]",
  "[{\"fault\":\"flash-fails\",\"at\":\"flash:50\"}]",
  "[{\"fault\":\"stays-old-version\"}]",
  "[{\"fault\":\"long-restart\",\"value\":\"3000\"}]",
  "[{\"fault\":\"wrong-serial-after-restart\"}]",
  "[{\"fault\":\"power-cut\",\"at\":\"flash:40\"}]",
};
static const char *const withheld[] = { NULL, NULL, NULL, "terms", "default", "upgrade" };
static const char *const extra[] = { NULL, NULL, "skip-backup", "skip-repair" };
static const char *const versions[] = { "V3.4.70 build 160910",  "V3.4.92 build 170518", "V4.1.64 build 190119",
                                        "V4.50.00 build 210802", "V3.4,92",              "V4.61.030 build 240123" };
static const PalierAct acts[] = { PALIER_ACT_EXPORT,   PALIER_ACT_DEFAULT,     PALIER_ACT_SEE_INACTIVE,
                                  PALIER_ACT_SEE_CLEARED, PALIER_ACT_ACTIVATE, PALIER_ACT_UPGRADE,     PALIER_ACT_SEE_RESTART,
                                  PALIER_ACT_REPAIR,   PALIER_ACT_SEE_REPAIRED };

typedef struct
{
  ScreenBench bench;
  GHashTable *backups; /* path -> hash, as confirmed */
  PalierVersion highest;
  guint hand_at;
  PalierHand hand;
  gboolean power; /* is cut: it may break */
  gboolean mistakes; /* "Restore to Inactive" for the full default */
} Walk;

static guint
pick (GRand *rand, guint n)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) n);
}

/* The shipped scenario with a fault in it, as a file. */
static char *
write_scenario (const char *folder, const char *name, const char *fault)
{
  g_autofree char *resource = g_strdup_printf (RESOURCES "%s.json", name);
  g_autoptr (GBytes) bytes = g_resources_lookup_data (resource, 0, NULL);
  g_autoptr (JsonNode) root = json_from_string (g_bytes_get_data (bytes, NULL), NULL);
  g_autoptr (JsonNode) more = json_from_string (fault, NULL);
  g_autofree char *text = NULL;
  char *path = g_build_filename (folder, "scenario.json", NULL);

  json_object_set_member (json_node_get_object (root), "faults", json_node_copy (more));
  text = json_to_string (root, TRUE);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  return path;
}

static void
follow_backups (Walk *walk, JsonObject *journal)
{
  JsonArray *array = journal ? json_object_get_array_member (journal, "backups") : NULL;
  GHashTableIter iter;
  gpointer path, hash;

  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonObject *backup = json_array_get_object_element (array, i);

      g_hash_table_insert (walk->backups, g_strdup (json_object_get_string_member (backup, "path")),
                           g_strdup (json_object_get_string_member (backup, "sha256")));
    }
  g_hash_table_iter_init (&iter, walk->backups);
  while (g_hash_table_iter_next (&iter, &path, &hash))
    {
      g_autofree char *content = NULL;
      g_autofree char *now = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      now = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, length);
      g_assert_cmpstr (now, ==, hash);
    }
}

static gboolean
has_consent (JsonObject *journal, const char *id)
{
  JsonArray *array = json_object_get_array_member (journal, "consents");

  for (guint i = 0; i < json_array_get_length (array); i++)
    if (g_str_equal (json_object_get_string_member (json_array_get_object_element (array, i), "id"), id))
      return TRUE;
  return FALSE;
}

static void
assert_invariants (Walk *walk)
{
  JsonObject *journal = screen_bench_load_journal (&walk->bench);
  PalierPracticeState state;
  PalierVersion version;
  gboolean begun = screen_bench_count_seen (journal, "sending") + screen_bench_count_seen (journal, "defaulting") > 0;

  palier_practice_get_state (walk->bench.practice, &state);
  g_assert_true (!state.broken || walk->power);
  g_assert_true (palier_version_parse (state.version, &version, NULL));
  g_assert_cmpint (palier_version_compare (&version, &walk->highest), >=, 0);
  walk->highest = version;
  follow_backups (walk, journal);
  if (begun)
    {
      g_assert_true (g_hash_table_size (walk->backups) > 0 || has_consent (journal, "skip-backup"));
      g_assert_true (has_consent (journal, "terms") && has_consent (journal, "upgrade"));
    }
  if (screen_bench_count_seen (journal, "defaulting") > 0)
    g_assert_true (has_consent (journal, "default"));
  g_clear_pointer (&journal, json_object_unref);
}

static void
hook_cb (ScreenBench *bench)
{
  Walk *walk = bench->data;

  if (bench->changes != walk->hand_at)
    return;
  walk->power |= walk->hand == PALIER_HAND_CUT_POWER;
  palier_practice_hand (bench->practice, walk->hand, NULL, NULL);
}

/* Nobody is asked to change anything before a backup, and no version ever goes on the way without one. */
static void
before_answer_cb (ScreenBench *bench, PalierQuestion question, const PalierAsked *asked)
{
  Walk *walk = bench->data;
  gboolean changes = question == PALIER_QUESTION_AT_SCREEN
                     && (asked->act == PALIER_ACT_DEFAULT || asked->act == PALIER_ACT_UPGRADE);
  JsonObject *journal = changes ? screen_bench_load_journal (bench) : NULL;

  if (!changes)
    return;
  follow_backups (walk, journal);
  g_assert_true (g_hash_table_size (walk->backups) > 0 || has_consent (journal, "skip-backup"));
  json_object_unref (journal);
}

/* The other entry of the same page. */
static gboolean
mistake_cb (ScreenBench *bench, const PalierAsked *asked)
{
  Walk *walk = bench->data;

  return walk->mistakes && asked->act == PALIER_ACT_DEFAULT
         && palier_practice_hand (bench->practice, PALIER_HAND_RESTORE_INACTIVE, NULL, NULL);
}

static void
climb (Walk *walk, GRand *rand)
{
  static const PalierHand hands[] = { PALIER_HAND_RESTORE_DEFAULT, PALIER_HAND_RESTORE_INACTIVE,
                                      PALIER_HAND_START_REPAIR, PALIER_HAND_CUT_POWER };
  ScreenBench *bench = &walk->bench;

  bench->withheld = withheld[pick (rand, G_N_ELEMENTS (withheld))];
  bench->extra = extra[pick (rand, G_N_ELEMENTS (extra))];
  bench->cancel_at = pick (rand, 3) == 0 ? 1 + pick (rand, 60) : 0;
  bench->stop_at = pick (rand, 3) == 0 ? acts[pick (rand, G_N_ELEMENTS (acts))] : PALIER_ACT_NONE;
  bench->slip_at = pick (rand, 3) == 0 ? 1 + pick (rand, 6) : 0;
  bench->slip_firmware = pick (rand, 2) == 0 ? versions[pick (rand, G_N_ELEMENTS (versions))] : NULL;
  bench->slip_serial = bench->slip_firmware ? NULL : "DS-7716NI-I41620160905PRACTICE00009999WCVU";
  walk->hand_at = pick (rand, 4) == 0 ? 1 + pick (rand, 60) : 0;
  walk->mistakes = pick (rand, 3) == 0;
  walk->hand = hands[pick (rand, G_N_ELEMENTS (hands))];
  screen_bench_climb (bench);
  g_test_message ("%s %s", palier_run_state_get_nick (bench->state), bench->error ? bench->error->message : "");
  assert_invariants (walk);
  palier_clock_advance (bench->clock, pick (rand, 2) * 900);
}

static void
walk_once (GRand *rand, guint *done)
{
  const char *scenario = scenarios[pick (rand, G_N_ELEMENTS (scenarios))];
  const char *fault = faults[pick (rand, G_N_ELEMENTS (faults))];
  g_autofree char *folder = g_dir_make_tmp ("palier-screen-search-XXXXXX", NULL);
  g_autofree char *path = write_scenario (folder, scenario, fault);
  Walk walk = { .power = strstr (fault, "power-cut") != NULL };
  PalierPracticeState state;

  g_test_message ("%s %s", scenario, fault);
  walk.backups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  screen_bench_open (&walk.bench, path);
  walk.bench.hook = hook_cb;
  walk.bench.before_answer = before_answer_cb;
  walk.bench.instead = mistake_cb;
  walk.bench.data = &walk;
  palier_practice_get_state (walk.bench.practice, &state);
  g_assert_true (palier_version_parse (state.version, &walk.highest, NULL));
  for (guint i = 0; i < TRIES && !state.broken && walk.bench.state != PALIER_RUN_DONE; i++)
    {
      climb (&walk, rand);
      palier_practice_get_state (walk.bench.practice, &state);
    }
  *done += walk.bench.state == PALIER_RUN_DONE;
  screen_bench_close (&walk.bench);
  g_hash_table_unref (walk.backups);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_search (gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  gint64 until = g_get_monotonic_time () + BUDGET_US / SEEDS;
  guint n = 0, done = 0;

  for (; n < WALKS && (n < 2 || g_get_monotonic_time () < until); n++)
    walk_once (rand, &done);
  g_test_message ("%u walks, %u to the end", n, done);
  if (n == WALKS)
    g_assert_cmpuint (done, >, 0);
}

/* Another day, from every moment at which this computer may have stopped. */
static void
test_resume (gconstpointer data)
{
  const char *scenario = data;
  gint64 until = g_get_monotonic_time () + PATIENCE_US;
  guint at = 0;
  gboolean ended = FALSE;

  while (!ended)
    {
      Walk walk = { 0 };
      PalierPracticeState state;

      screen_bench_open (&walk.bench, scenario);
      walk.backups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
      palier_practice_get_state (walk.bench.practice, &state);
      g_assert_true (palier_version_parse (state.version, &walk.highest, NULL));
      walk.bench.data = &walk;
      walk.bench.before_answer = before_answer_cb;
      at += g_get_monotonic_time () < until ? 1 : 3;
      walk.bench.cancel_at = at;
      screen_bench_climb (&walk.bench);
      ended = walk.bench.changes < at;
      assert_invariants (&walk);
      walk.bench.cancel_at = 0;
      for (guint i = 0; i < 2 && walk.bench.state != PALIER_RUN_DONE; i++)
        screen_bench_climb (&walk.bench);
      g_assert_no_error (walk.bench.error);
      g_assert_cmpint (walk.bench.state, ==, PALIER_RUN_DONE);
      assert_invariants (&walk);
      palier_practice_get_state (walk.bench.practice, &state);
      g_assert_cmpstr (state.version, ==, "V4.50.00 build 210802");
      g_hash_table_unref (walk.backups);
      screen_bench_close (&walk.bench);
    }
  g_test_message ("%u moments", at);
  g_assert_cmpuint (at, >, 20);
}

/* Every write is synced: a disk that others use is what takes the time. Where memory has room, more walks are made. */
static void
work_in_memory (void)
{
  struct statvfs room;

  if (statvfs (MEMORY, &room) == 0 && room.f_bavail >= ENOUGH / room.f_frsize && g_access (MEMORY, W_OK | X_OK) == 0)
    g_setenv ("TMPDIR", MEMORY, TRUE);
}

int
main (int argc, char **argv)
{
  work_in_memory ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/screen-search/resume/v3.4.70", "v3.4.70", test_resume);
  g_test_add_data_func ("/screen-search/resume/v4.1.64", "v4.1.64", test_resume);
  for (guint seed = 1; seed <= SEEDS; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/screen-search/seed-%02u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_search);
    }
  return g_test_run ();
}
