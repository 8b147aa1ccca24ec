/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "trace.h"

#include "base/error.h"
#include "procedure/version.h"

#include <glib/gstdio.h>

/* Looks for a way to break a recorder: any scenario, fault, moment of cancelling, consents and hands at the
 * recorder's screen, again and again. "skip-default" is never given: that is not following the wizard. */

#define SEEDS 10
#define WALKS 16 /* by seed */
#define TRIES 4  /* runs of one walk: what was stopped is begun again */
#define BUDGET_US (60 * G_TIME_SPAN_SECOND)

static const char *const scenarios[] = { "v3.4.70",   "v3.4.92",   "v3.4.97", "v4.1.64", "v4.22.005",
                                         "old-build", "ids-custom", "oem",     "v4.50.00" };
static const char *const faults[] = {
  "[]",
  "[{\"fault\":\"cut-connection\",\"at\":\"upload:30\"}]",
  "[{\"fault\":\"cut-connection\",\"at\":\"upload:99\",\"times\":0}]",
  "[{\"fault\":\"cut-connection\",\"at\":\"path:/ISAPI/System/factoryReset*\"}]",
  "[{\"fault\":\"answer-lost\"}]",
  "[{\"fault\":\"answer-lost\",\"at\":\"path:/ISAPI/System/factoryReset*\"}]",
  "[{\"fault\":\"answer-lost\",\"at\":\"path:/ISAPI/System/activate\"}]",
  "[{\"fault\":\"answer-lost\",\"at\":\"path:/ISAPI/System/reboot\"}]",
  "[{\"fault\":\"refuse-upload\",\"value\":\"badDevType\"}]",
  "[{\"fault\":\"flash-fails\",\"at\":\"flash:50\"}]",
  "[{\"fault\":\"stays-old-version\"}]",
  "[{\"fault\":\"stays-old-version\"},{\"fault\":\"answer-lost\"}]",
  "[{\"fault\":\"long-restart\",\"value\":\"3000\"}]",
  "[{\"fault\":\"wrong-serial-after-restart\"}]",
  "[{\"fault\":\"default-ignored\"}]",
  "[{\"fault\":\"default-ignored\",\"times\":0}]",
  "[{\"fault\":\"address-changes\"}]",
  "[{\"fault\":\"export-refused\",\"value\":\"deviceBusy\"}]",
  "[{\"fault\":\"export-refused\",\"times\":0,\"value\":\"deviceBusy\"}]",
  "[{\"fault\":\"garbage-xml\",\"at\":\"path:/ISAPI/System/deviceInfo\"}]",
  "[{\"fault\":\"no-version\"}]",
  "[{\"fault\":\"no-version\",\"times\":3}]",
  "[{\"fault\":\"stale-nonce\",\"at\":\"every:5\"}]",
  "[{\"fault\":\"restart-during-repair\",\"at\":\"repair:40\"}]",
  "[{\"fault\":\"power-cut\",\"at\":\"flash:40\"}]",
};
static const char *const withheld[] = { NULL, NULL, NULL, NULL, "terms", "default", "upgrade" };
static const char *const extra[] = { NULL, NULL, NULL, "skip-backup", "skip-repair" };
static const PalierHand hands[] = { PALIER_HAND_RESTORE_DEFAULT, PALIER_HAND_RESTORE_INACTIVE, PALIER_HAND_START_REPAIR,
                                    PALIER_HAND_CUT_POWER };

typedef struct
{
  Bench bench;
  GHashTable *backups; /* path -> hash, as confirmed */
  PalierVersion highest;
  char *serial;
  guint hand_at; /* at the n-th change of a step's state, 0: never */
  PalierHand hand;
  gboolean power; /* was cut: the recorder may be broken */
} Walk;

static guint
pick (GRand *rand, guint n)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) n);
}

static PalierVersion
get_version (Walk *walk)
{
  PalierPracticeState state;
  PalierVersion version = { 0 };

  palier_practice_get_state (walk->bench.practice, &state);
  g_assert_true (palier_version_parse (state.version, &version, NULL));
  return version;
}

static void
assert_invariants (Walk *walk)
{
  g_autoptr (JsonObject) journal = trace_load (&walk->bench);
  PalierVersion version = get_version (walk);
  PalierPracticeState state;

  palier_practice_get_state (walk->bench.practice, &state);
  g_assert_true (!state.broken || walk->power);
  /* 1: no lower version. */
  g_assert_cmpint (palier_version_compare (&version, &walk->highest), >=, 0);
  walk->highest = version;
  /* 3: nothing is sent before a backup that reads back, or its waiver. */
  if (trace_count_backups (journal) == 0 && g_hash_table_size (walk->backups) == 0
      && !trace_has_consent (journal, "skip-backup"))
    g_assert_false (trace_has_seen (journal, "sending") || trace_has_seen (journal, "defaulting"));
  /* What is owed before anything is sent. */
  if (trace_has_seen (journal, "sending") || trace_has_seen (journal, "defaulting"))
    g_assert_true (trace_has_consent (journal, "terms") && trace_has_consent (journal, "upgrade"));
  if (trace_has_seen (journal, "defaulting"))
    g_assert_true (trace_has_consent (journal, "default"));
  /* 5: a confirmed backup is for ever. */
  trace_follow_backups (&walk->bench, walk->backups);
}

/* In the main thread, while the worker works. */
static void
hook_cb (Bench *bench)
{
  Walk *walk = bench->hook_data;
  PalierPracticeState state;

  palier_practice_get_state (bench->practice, &state);
  if (bench->changes != walk->hand_at)
    return;
  /* A power cut in a restart or at rest breaks nothing. */
  if (walk->hand == PALIER_HAND_CUT_POWER)
    walk->power = TRUE;
  palier_practice_hand (bench->practice, walk->hand, NULL, NULL);
}

static void
assert_untouched_without_backup (Walk *walk, guint before)
{
  g_autoptr (JsonObject) journal = trace_load (&walk->bench);
  PalierPracticeState state;

  palier_practice_get_state (walk->bench.practice, &state);
  if (g_hash_table_size (walk->backups) == 0 && !trace_has_consent (journal, "skip-backup"))
    g_assert_cmpuint (state.n_changes, ==, before);
}

/* A recorder that was made inactive at its screen is activated on the way in, which is counted as a change and needs no
 * backup (P16). */
static guint
count_changes (Walk *walk)
{
  PalierPracticeState state;

  palier_practice_get_state (walk->bench.practice, &state);
  return state.active ? state.n_changes : state.n_changes + 1;
}

static void
climb (Walk *walk, GRand *rand)
{
  Bench *bench = &walk->bench;
  guint before = count_changes (walk);
  gboolean another;

  bench->withheld = withheld[pick (rand, G_N_ELEMENTS (withheld))];
  bench->extra = extra[pick (rand, G_N_ELEMENTS (extra))];
  bench->cancel_at = pick (rand, 3) == 0 ? 1 + pick (rand, 50) : 0;
  walk->hand_at = pick (rand, 3) == 0 ? 1 + pick (rand, 40) : 0;
  walk->hand = hands[pick (rand, G_N_ELEMENTS (hands))];
  another = g_strcmp0 (palier_practice_get_serial (bench->practice), walk->serial) != 0;
  bench_climb (bench);
  g_test_message ("%s %s", palier_run_state_get_nick (bench->state), bench->error ? bench->error->message : "");
  assert_invariants (walk);
  if (walk->hand_at == 0 || walk->hand_at > bench->changes)
    assert_untouched_without_backup (walk, before);
  /* Another recorder than the run began with: it never ends well. */
  if (!another && g_strcmp0 (palier_practice_get_serial (bench->practice), walk->serial) != 0)
    g_assert_cmpint (bench->state, !=, PALIER_RUN_DONE);
  palier_clock_advance (bench->clock, pick (rand, 2) * 900);
}

static void
walk_once (GRand *rand)
{
  const char *scenario = scenarios[pick (rand, G_N_ELEMENTS (scenarios))];
  const char *fault = faults[pick (rand, G_N_ELEMENTS (faults))];
  g_autofree char *folder = g_dir_make_tmp ("palier-search-XXXXXX", NULL);
  g_autofree char *path = trace_write_scenario (folder, scenario, fault);
  Walk walk = { .power = strstr (fault, "power-cut") != NULL };

  g_test_message ("%s %s", scenario, fault);
  walk.backups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  bench_open (&walk.bench, path);
  walk.bench.hook = hook_cb;
  walk.bench.hook_data = &walk;
  walk.serial = g_strdup (palier_practice_get_serial (walk.bench.practice));
  walk.highest = get_version (&walk);
  for (guint i = 0; i < TRIES; i++)
    {
      PalierPracticeState state;

      climb (&walk, rand);
      palier_practice_get_state (walk.bench.practice, &state);
      if (state.broken || walk.bench.state == PALIER_RUN_DONE)
        break;
    }
  bench_close (&walk.bench);
  g_hash_table_unref (walk.backups);
  g_free (walk.serial);
  g_remove (path);
  g_rmdir (folder);
}

static void
test_search (gconstpointer data)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  gint64 until = g_get_monotonic_time () + BUDGET_US / SEEDS;
  guint n = 0;

  for (; n < WALKS && (n < 2 || g_get_monotonic_time () < until); n++)
    walk_once (rand);
  g_test_message ("%u walks", n);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint seed = 1; seed <= SEEDS; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/search/seed-%02u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_search);
    }
  return g_test_run ();
}
