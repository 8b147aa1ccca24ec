/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "screen-bench.h"

#include "base/error.h"
#include "report/report.h"
#include "run/journal-file.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  const char *sentence;
  const char *scenario;
  const char *reached;
  guint landings, defaults;
  guint readings; /* before every change, after every default and landing, and at the end where time has passed */
  gboolean repairs;
} Climb;

static const Climb climbs[] = {
  { "two landings and a default between", "v3.4.70", "V4.50.00 build 210802", 2, 1, 7, TRUE },
  { "at the landing already: a default first", "v3.4.92", "V4.50.00 build 210802", 1, 1, 5, TRUE },
  { "the gap above the landing is defaulted too", "v3.4.97", "V4.50.00 build 210802", 1, 1, 5, TRUE },
  { "an early build of the landing counts as below it", "old-build", "V4.50.00 build 210802", 2, 1, 7, TRUE },
  { "from V4 directly", "v4.1.64", "V4.50.00 build 210802", 1, 0, 3, TRUE },
  { "from V4.22.005 without a repair", "v4.22.005", "V4.50.00 build 210802", 1, 0, 2, FALSE },
  { "the custom model climbs to its own", "ids-custom", "V4.1.25 build 181028", 1, 0, 2, FALSE },
};

/* What a person said is told apart from what this computer's own files show. */
static void
assert_rows (JsonObject *report)
{
  JsonArray *steps = json_object_get_array_member (report, "steps");
  guint declared = 0, here = 0;

  for (guint i = 0; i < json_array_get_length (steps); i++)
    {
      JsonObject *step = json_array_get_object_element (steps, i);
      const char *id = json_object_get_string_member (step, "id");
      const char *state = json_object_get_string_member (step, "state");

      if (g_str_equal (id, "carry") || g_str_equal (id, "backup") || g_str_equal (id, "package"))
        here += g_str_equal (state, "done");
      if (g_str_equal (id, "menu-upgrade") || g_str_equal (id, "confirm") || g_str_equal (id, "prove"))
        declared += g_str_equal (state, "declared");
    }
  g_assert_cmpuint (declared, >=, 3);
  g_assert_cmpuint (here, >=, 3);
}

static char *
dup_report_outcome (ScreenBench *bench)
{
  g_autofree char *path
      = palier_journal_file_dup_path (bench->folder, palier_practice_get_serial (bench->practice));
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierReport) report = palier_report_new (path, palier_catalogue_get_shipped (), &error);
  g_autofree char *json = NULL;
  g_autoptr (JsonNode) root = NULL;

  g_assert_no_error (error);
  json = palier_report_to_json (report, "en");
  root = json_from_string (json, NULL);
  assert_rows (json_node_get_object (root));
  return g_strdup (json_object_get_string_member (json_node_get_object (root), "outcome"));
}

/* The one copy is the file that the recorder exported, byte for byte. */
static void
assert_backup (ScreenBench *bench, JsonObject *journal)
{
  JsonArray *backups = json_object_get_array_member (journal, "backups");
  const char *path = json_object_get_string_member (json_array_get_object_element (backups, 0), "path");
  g_autoptr (GDir) dir = g_dir_open (bench->stick, 0, NULL);
  const char *name;
  gboolean same = FALSE;

  g_assert_cmpuint (json_array_get_length (backups), ==, 1);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *exported = g_build_filename (bench->stick, name, NULL);
      g_autofree char *one = NULL;
      g_autofree char *other = NULL;
      gsize length, other_length;

      if (!g_str_has_prefix (name, "devCfg_"))
        continue;
      g_assert_true (g_file_get_contents (exported, &one, &length, NULL));
      g_assert_true (g_file_get_contents (path, &other, &other_length, NULL));
      same = length == other_length && memcmp (one, other, length) == 0;
    }
  g_assert_true (same);
}

static void
test_climb (gconstpointer data)
{
  const Climb *row = data;
  ScreenBench bench = { 0 };
  PalierPracticeState state;
  JsonObject *journal;
  g_autofree char *outcome = NULL;

  screen_bench_open (&bench, row->scenario);
  screen_bench_climb (&bench);
  g_assert_no_error (bench.error);
  g_assert_cmpint (bench.state, ==, PALIER_RUN_DONE);
  palier_practice_get_state (bench.practice, &state);
  g_assert_cmpstr (state.version, ==, row->reached);
  g_assert_false (state.broken || state.repair_wanted);
  g_assert_cmpuint (bench.acts[PALIER_ACT_UPGRADE], ==, row->landings);
  g_assert_cmpuint (bench.acts[PALIER_ACT_DEFAULT], ==, row->defaults);
  g_assert_cmpuint (bench.acts[PALIER_ACT_ACTIVATE], ==, row->defaults);
  g_assert_cmpuint (bench.acts[PALIER_ACT_REPAIR], ==, row->repairs ? 1 : 0);
  g_assert_cmpuint (bench.readings, ==, row->readings);
  /* Known from the first question on: it is not asked for again. */
  g_assert_cmpuint (bench.asked[PALIER_QUESTION_STICK], ==, 1);
  g_assert_cmpuint (bench.asked[PALIER_QUESTION_STICK_IN_THE_WAY] + bench.problems, ==, 0);
  journal = screen_bench_load_journal (&bench);
  g_assert_cmpuint (screen_bench_count_seen (journal, "read"), ==, 0);
  g_assert_cmpuint (screen_bench_count_seen (journal, "default-declared"), ==, row->defaults);
  assert_backup (&bench, journal);
  outcome = dup_report_outcome (&bench);
  g_assert_cmpstr (outcome, ==, "declared");
  json_object_unref (journal);
  screen_bench_close (&bench);
}

typedef struct
{
  const char *sentence;
  const char *model, *serial, *firmware;
  PalierVerdict verdict;
  const char *rule; /* that refuses */
} Typed;

#define SERIAL "DS-7716NI-I41620160905PRACTICE00003077WCVU"

static const Typed typed[] = {
  { "as its screen shows it", "DS-7716NI-I4", SERIAL, "V3.4.92 build 170518", PALIER_VERDICT_CLIMB, NULL },
  { "capitals and blanks do not matter", " ds-7716ni-i4 ", "ds-7716ni-i4 16 20160905 practice00003077 wcvu",
    "v3.4.92, Build 170518", PALIER_VERDICT_CLIMB, NULL },
  { "an iDS keeps its small letter", "IDS-9632NXI-I8/16S", "IDS-9632NXI-I8/16S1620180901PRACTICE00001251WCVU",
    "V4.1.20 build 180901", PALIER_VERDICT_CLIMB, NULL },
  { "its sister is another product", "iDS-9632NXI-I8/16S(B)", SERIAL, "V4.1.31 build 181028", PALIER_VERDICT_REFUSED,
    "P11" },
  { "a model that is not listed", "DS-7616NI-K2", SERIAL, "V3.4.101 build 180904", PALIER_VERDICT_REFUSED, "P11" },
  { "a version that cannot be read", "DS-7716NI-I4", SERIAL, "V?.4 build", PALIER_VERDICT_REFUSED, "P15" },
  { "a build that decides and is not shown", "DS-7716NI-I4", SERIAL, "V3.4.92", PALIER_VERDICT_REFUSED, "P15" },
  { "above the last landing", "DS-7716NI-I4", SERIAL, "V4.61.030 build 240123", PALIER_VERDICT_NOTHING, NULL },
};

static void
test_typed (gconstpointer data)
{
  const Typed *row = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierSurvey) survey
      = palier_survey_declare (palier_catalogue_get_shipped (), row->model, row->serial, row->firmware, &error);
  const PalierPlanGate *refusal;

  g_assert_no_error (error);
  g_assert_true (survey->declared);
  g_assert_cmpint (survey->plan->verdict, ==, row->verdict);
  refusal = palier_plan_get_refusal (survey->plan);
  g_assert_cmpstr (refusal ? refusal->rule->id : NULL, ==, row->rule);
  if (row->verdict == PALIER_VERDICT_CLIMB)
    g_assert_true (g_str_has_prefix (survey->info->serial, survey->info->model));
}

static const char *const nonsense[][3] = {
  { "", SERIAL, "V3.4.92 build 170518" },
  { "DS-7716NI-I4", "", "V3.4.92 build 170518" },
  { "DS-7716NI-I4", SERIAL, "" },
  { "DS-7716NI-I4", "3077", "V3.4.92 build 170518" },
  { "DS-7716NI-I4", "PRACTICEWCVU", "V3.4.92 build 170518" },
  { "DS-7716NI-I4", "12345678901\xc3\xa9", "V3.4.92 build 170518" },
};

static void
test_nonsense (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (nonsense); i++)
    {
      g_autoptr (GError) error = NULL;
      PalierSurvey *survey = palier_survey_declare (palier_catalogue_get_shipped (), nonsense[i][0], nonsense[i][1],
                                                    nonsense[i][2], &error);

      g_assert_null (survey);
      g_assert_error (error, PALIER_ERROR, PALIER_ERROR_USAGE);
    }
}

typedef struct
{
  const char *sentence;
  const char *scenario;
  guint slip_at;
  const char *model, *serial, *firmware;
  const char *rule; /* that stops the run; NULL: asked again, and it goes on */
} Slip;

/* On v3.4.92 the readings are: before the default, after it, before the upgrade, after it. */
static const Slip slips[] = {
  { "another serial number before the default", "v3.4.92", 1, NULL, SERIAL "X", NULL, "P16" },
  { "another serial number before the upgrade", "v3.4.92", 3, NULL, "DS-7716NI-I41620160905PRACTICE00003078WCVU", NULL,
    "P16" },
  { "another serial number when the landing is read", "v3.4.92", 4, NULL,
    "DS-7716NI-I41620160905PRACTICE00003078WCVU", NULL, "P16" },
  { "another model", "v3.4.92", 1, "DS-7732NI-I4", NULL, NULL, "P16" },
  { "a version that leaves out the default", "v3.4.92", 1, NULL, NULL, "V4.1.64 build 190119", "P16" },
  { "a version that was not sent yet", "v3.4.92", 1, NULL, NULL, "V4.50.00 build 210802", "P16" },
  { "an older version", "v3.4.92", 3, NULL, NULL, "V3.4.70 build 160910", "P16" },
  { "another build", "v3.4.92", 1, NULL, NULL, "V3.4.92 build 160901", "P16" },
  { "a landing that was never on its way, after the upgrade", "v3.4.70", 2, NULL, NULL, "V4.50.00 build 210802",
    "P16" },
  { "a version that cannot be read is asked again", "v3.4.92", 1, NULL, NULL, "V3.4,92", NULL },
  { "so is a serial number cut short", "v3.4.92", 3, NULL, "3077", NULL, NULL },
};

static void
test_slip (gconstpointer data)
{
  const Slip *row = data;
  ScreenBench bench = { .slip_at = row->slip_at, .slip_model = row->model, .slip_serial = row->serial,
                        .slip_firmware = row->firmware };
  PalierPracticeState before, state;

  screen_bench_open (&bench, row->scenario);
  palier_practice_get_state (bench.practice, &before);
  screen_bench_climb (&bench);
  if (row->rule)
    {
      g_assert_cmpint (bench.state, ==, PALIER_RUN_STOPPED);
      g_assert_cmpstr (palier_error_get_rule (bench.error), ==, row->rule);
      palier_practice_get_state (bench.practice, &state);
      if (row->slip_at == 1)
        g_assert_cmpstr (state.version, ==, before.version);
      g_assert_cmpuint (bench.acts[PALIER_ACT_UPGRADE], <=, row->slip_at - 1);
    }
  /* And another day, with a steadier hand, it ends well. */
  bench.slip_at = 0;
  if (bench.state != PALIER_RUN_DONE)
    screen_bench_climb (&bench);
  else
    g_assert_cmpuint (bench.problems, ==, 1);
  g_assert_no_error (bench.error);
  g_assert_cmpint (bench.state, ==, PALIER_RUN_DONE);
  palier_practice_get_state (bench.practice, &state);
  g_assert_false (state.broken);
  screen_bench_close (&bench);
}

/* What a person may leave undone. */
typedef struct
{
  const char *sentence;
  const char *scenario;
  PalierAct act;
  PalierErrorCode code;
  PalierRunState state;
} Stop;

static const Stop stops[] = {
  { "not exported: nothing is changed", "v3.4.92", PALIER_ACT_EXPORT, PALIER_ERROR_CONSENT_MISSING, PALIER_RUN_STOPPED },
  { "not defaulted", "v3.4.92", PALIER_ACT_DEFAULT, PALIER_ERROR_CONSENT_MISSING, PALIER_RUN_STOPPED },
  { "defaulted, and it asks for no password: not a full one", "v3.4.92", PALIER_ACT_SEE_INACTIVE,
    PALIER_ERROR_DEFAULT_NOT_SEEN, PALIER_RUN_FAILED },
  { "its settings are still there: not a full one", "v3.4.92", PALIER_ACT_SEE_CLEARED,
    PALIER_ERROR_DEFAULT_NOT_SEEN, PALIER_RUN_FAILED },
  { "not activated", "v3.4.92", PALIER_ACT_ACTIVATE, PALIER_ERROR_CONSENT_MISSING, PALIER_RUN_STOPPED },
  { "not upgraded", "v4.1.64", PALIER_ACT_UPGRADE, PALIER_ERROR_CONSENT_MISSING, PALIER_RUN_STOPPED },
  { "not come back", "v4.1.64", PALIER_ACT_SEE_RESTART, PALIER_ERROR_NOT_BACK, PALIER_RUN_FAILED },
  { "the repair has not ended", "v4.1.64", PALIER_ACT_SEE_REPAIRED, PALIER_ERROR_CONSENT_MISSING, PALIER_RUN_STOPPED },
};

static void
test_stop (gconstpointer data)
{
  const Stop *row = data;
  ScreenBench bench = { .stop_at = row->act };
  PalierPracticeState state;

  screen_bench_open (&bench, row->scenario);
  screen_bench_climb (&bench);
  g_assert_error (bench.error, PALIER_ERROR, (int) row->code);
  g_assert_cmpint (bench.state, ==, row->state);
  bench.stop_at = PALIER_ACT_NONE;
  screen_bench_climb (&bench);
  g_assert_no_error (bench.error);
  palier_practice_get_state (bench.practice, &state);
  g_assert_cmpstr (state.version, ==, "V4.50.00 build 210802");
  g_assert_false (state.broken);
  screen_bench_close (&bench);
}

static void
test_repair_put_off (void)
{
  ScreenBench bench = { .stop_at = PALIER_ACT_REPAIR };

  screen_bench_open (&bench, "v4.1.64");
  screen_bench_climb (&bench);
  g_assert_no_error (bench.error);
  g_assert_cmpint (bench.state, ==, PALIER_RUN_DONE);
  g_assert_cmpuint (bench.acts[PALIER_ACT_SEE_REPAIRED], ==, 0);
  screen_bench_close (&bench);
}

static void
test_consents (void)
{
  static const char *const needed[] = { "terms", "default", "upgrade" };

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      ScreenBench bench = { .withheld = needed[i] };

      screen_bench_open (&bench, "v3.4.92");
      screen_bench_climb (&bench);
      g_assert_error (bench.error, PALIER_ERROR, PALIER_ERROR_CONSENT_MISSING);
      /* Nobody was even asked to walk to the recorder. */
      g_assert_cmpuint (bench.asked[PALIER_QUESTION_AT_SCREEN] + bench.asked[PALIER_QUESTION_STICK], ==, 0);
      screen_bench_close (&bench);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (climbs); i++)
    {
      g_autofree char *name = g_strdup_printf ("/screen/climb/%s", climbs[i].sentence);

      g_test_add_data_func (name, &climbs[i], test_climb);
    }
  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    {
      g_autofree char *name = g_strdup_printf ("/screen/typed/%s", typed[i].sentence);

      g_test_add_data_func (name, &typed[i], test_typed);
    }
  g_test_add_func ("/screen/typed/what is no recorder is refused", test_nonsense);
  for (guint i = 0; i < G_N_ELEMENTS (slips); i++)
    {
      g_autofree char *name = g_strdup_printf ("/screen/slip/%s", slips[i].sentence);

      g_test_add_data_func (name, &slips[i], test_slip);
    }
  for (guint i = 0; i < G_N_ELEMENTS (stops); i++)
    {
      g_autofree char *name = g_strdup_printf ("/screen/stop/%s", stops[i].sentence);

      g_test_add_data_func (name, &stops[i], test_stop);
    }
  g_test_add_func ("/screen/stop/a repair that is put off is waived", test_repair_put_off);
  g_test_add_func ("/screen/stop/what was not agreed to is not begun", test_consents);
  return g_test_run ();
}
