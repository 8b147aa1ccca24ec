/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fault-rows.h"
#include "trace.h"

#include "base/error.h"

#include <glib/gstdio.h>

/* Every fault of the practice recorder, and what a person is told of it. */

typedef struct
{
  Bench bench;
  char *folder; /* of the scenario that was written for this test */
  char *scenario;
  GHashTable *backups;
} Fixture;

static void
fixture_open (Fixture *self, const char *scenario, const char *faults)
{
  self->folder = g_dir_make_tmp ("palier-faults-XXXXXX", NULL);
  self->scenario = faults ? trace_write_scenario (self->folder, scenario, faults) : g_strdup (scenario);
  self->backups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  bench_open (&self->bench, self->scenario);
}

static void
fixture_close (Fixture *self)
{
  bench_close (&self->bench);
  g_remove (self->scenario);
  g_rmdir (self->folder);
  g_free (self->folder);
  g_free (self->scenario);
  g_hash_table_unref (self->backups);
}

static const char *
get_name (const GError *error)
{
  const char *rule = error && error->domain == PALIER_ERROR ? palier_error_get_rule (error) : NULL;

  if (rule || !error)
    return rule;
  return palier_error_get_nick (error);
}

static void
assert_row (Fixture *self, const FaultRow *row)
{
  g_autoptr (JsonObject) journal = trace_load (&self->bench);
  PalierPracticeState state;

  palier_practice_get_state (self->bench.practice, &state);
  if (self->bench.error && journal)
    {
      JsonArray *steps = json_object_get_array_member (journal, "steps");
      guint n = json_array_get_length (steps);

      g_test_message ("%s, in the step %s", self->bench.error->message,
                      n > 0 ? json_object_get_string_member (json_array_get_object_element (steps, n - 1), "id") : "–");
    }
  g_assert_cmpstr (get_name (self->bench.error), ==, row->error);
  g_assert_cmpint (self->bench.state, ==, row->state);
  g_assert_cmpint (state.broken, ==, row->broken);
  if (!row->broken)
    g_assert_true (g_str_has_prefix (state.version, row->version));
  if (row->untouched)
    g_assert_cmpuint (state.n_changes, ==, 0);
  g_assert_cmpuint (trace_count_seen (journal, "sending"), ==, row->sendings);
  g_assert_cmpuint (trace_count_backups (journal), ==, row->backups);
}

static void
test_fault (gconstpointer data)
{
  const FaultRow *row = data;
  Fixture self = { 0 };

  fixture_open (&self, row->scenario, row->faults);
  bench_climb (&self.bench);
  trace_follow_backups (&self.bench, self.backups);
  assert_row (&self, row);
  fixture_close (&self);
}

/* What the person reads: a sentence and a remedy. */
static void
test_words_of_failures (void)
{
  for (guint i = 0; i < n_fault_rows; i += 5)
    {
      const FaultRow *row = &fault_rows[i];
      Fixture self = { 0 };

      if (!row->error)
        continue;
      fixture_open (&self, row->scenario, row->faults);
      bench_climb (&self.bench);
      g_assert_nonnull (self.bench.error);
      g_assert_cmpuint (strlen (palier_error_get_sentence (self.bench.error)), >, 20);
      g_assert_cmpuint (strlen (palier_error_get_remedy (self.bench.error)), >, 20);
      fixture_close (&self);
    }
}

/* What failed once must not stand in the way of the next try, and the first backup stays what it was. */
typedef struct
{
  const char *says;
  const char *scenario;
  const char *faults;
} AgainRow;

static const AgainRow again_rows[] = {
  { "after a refused package", "v4.22.005",
    "[{\"fault\":\"refuse-upload\",\"value\":\"transferUpgradePackageFailed\"}]" },
  { "after the old version stayed", "v4.22.005", "[{\"fault\":\"stays-old-version\"}]" },
  { "after the old version stayed on the way to V3.4.92", "v3.4.70", "[{\"fault\":\"stays-old-version\"}]" },
  { "after a flash that failed", "v4.1.64", "[{\"fault\":\"flash-fails\",\"at\":\"flash:30\"}]" },
  { "after a refused export", "v3.4.92", "[{\"fault\":\"export-refused\",\"value\":\"deviceBusy\"}]" },
  { "after three cut uploads", "v4.1.64",
    "[{\"fault\":\"cut-connection\",\"at\":\"upload:60\",\"times\":3}]" },
  { "after a default that was not done", "v3.4.92", "[{\"fault\":\"default-ignored\"}]" },
};

static void
test_again (gconstpointer data)
{
  const AgainRow *row = data;
  Fixture self = { 0 };
  PalierPracticeState state;

  fixture_open (&self, row->scenario, row->faults);
  bench_climb (&self.bench);
  g_assert_cmpint (self.bench.state, ==, PALIER_RUN_FAILED);
  trace_follow_backups (&self.bench, self.backups);
  for (guint i = 0; i < 4 && self.bench.state != PALIER_RUN_DONE; i++)
    {
      palier_clock_advance (self.bench.clock, 600);
      bench_climb (&self.bench);
      trace_follow_backups (&self.bench, self.backups);
    }
  g_assert_no_error (self.bench.error);
  g_assert_cmpint (self.bench.state, ==, PALIER_RUN_DONE);
  palier_practice_get_state (self.bench.practice, &state);
  g_assert_false (state.broken);
  g_assert_false (state.repair_wanted);
  g_assert_true (g_str_has_prefix (state.version, "V4.50.00"));
  fixture_close (&self);
}

/* A version that is not told stops everything that changes the recorder (P15). */
static void
test_no_version (void)
{
  Fixture self = { 0 };
  PalierPracticeState state;

  fixture_open (&self, "v3.4.70", "[{\"fault\":\"no-version\"}]");
  bench_climb (&self.bench);
  palier_practice_get_state (self.bench.practice, &state);
  g_assert_cmpuint (state.n_changes, ==, 0);
  g_assert_cmpint (self.bench.state, !=, PALIER_RUN_FAILED);
  g_assert_true (g_str_has_prefix (state.version, "V3.4.70"));
  fixture_close (&self);
}

/* Which of several exports is kept: the shorter one never, and none where no two are alike. */
typedef struct
{
  const char *says;
  const char *faults;
  const char *error;
  guint backups;
  gboolean not_compared;
} CopyRow;

#define WHOLE (128 * 1024) /* what the practice recorder never goes below */

static const CopyRow copy_rows[] = {
  { "a whole one", "[]", NULL, 1, FALSE },
  { "the first one cut short", "[{\"fault\":\"export-truncated\"}]", NULL, 1, FALSE },
  { "the second one cut short", "[{\"fault\":\"export-truncated\",\"after\":1}]", NULL, 1, FALSE },
  { "no two alike", "[{\"fault\":\"export-truncated\"},{\"fault\":\"export-truncated\",\"after\":1}]",
    "bad-answer", 0, FALSE },
  { "busy after the first one", "[{\"fault\":\"export-refused\",\"after\":1,\"value\":\"deviceBusy\"}]", NULL, 1,
    FALSE },
  { "never a second one",
    "[{\"fault\":\"export-refused\",\"after\":1,\"times\":0,\"value\":\"deviceBusy\"}]", NULL, 1, TRUE },
};

static void
test_copy (gconstpointer data)
{
  const CopyRow *row = data;
  Fixture self = { 0 };
  g_autoptr (JsonObject) trace = NULL;

  fixture_open (&self, "v4.22.005", row->faults);
  bench_climb (&self.bench);
  trace = trace_load (&self.bench);
  g_assert_cmpstr (get_name (self.bench.error), ==, row->error);
  g_assert_cmpuint (trace_count_backups (trace), ==, row->backups);
  g_assert_cmpint (trace_has_seen (trace, "copy-not-compared"), ==, row->not_compared);
  if (row->backups > 0)
    g_assert_cmpuint (trace_get_copy_size (trace), >=, WHOLE);
  fixture_close (&self);
}

/* What the catalogue refuses is read, and nothing more. */
static void
test_refused_models (void)
{
  static const char *const scenarios[] = { "ids-b", "k2", "unreadable", "no-build" };

  for (guint i = 0; i < G_N_ELEMENTS (scenarios); i++)
    {
      Fixture self = { 0 };
      PalierPracticeState state;

      fixture_open (&self, scenarios[i], NULL);
      bench_climb (&self.bench);
      palier_practice_get_state (self.bench.practice, &state);
      g_test_message ("%s: %s", scenarios[i], self.bench.error ? self.bench.error->message : "no error");
      g_assert_cmpuint (state.n_changes, ==, 0);
      g_assert_false (state.broken);
      fixture_close (&self);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < n_fault_rows; i++)
    {
      g_autofree char *path = g_strdup_printf ("/faults/%s", fault_rows[i].says);

      g_test_add_data_func (path, &fault_rows[i], test_fault);
    }
  for (guint i = 0; i < G_N_ELEMENTS (again_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/again/%s", again_rows[i].says);

      g_test_add_data_func (path, &again_rows[i], test_again);
    }
  for (guint i = 0; i < G_N_ELEMENTS (copy_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/copy/%s", copy_rows[i].says);

      g_test_add_data_func (path, &copy_rows[i], test_copy);
    }
  g_test_add_func ("/faults/words-of-failures", test_words_of_failures);
  g_test_add_func ("/faults/no-version", test_no_version);
  g_test_add_func ("/faults/refused-models", test_refused_models);
  return g_test_run ();
}
