/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "../remove-tree.h"
#include "stories.h"

#include "base/error.h"

#include <json-glib/json-glib.h>
#include <string.h>

static PalierReport *
make (Story story)
{
  g_autofree char *folder = g_dir_make_tmp ("palier-report-XXXXXX", NULL);
  PalierReport *report = story_report (story, folder);

  remove_tree (folder);
  return report;
}

static const PalierReportStep *
find_step (const PalierReport *report, const char *id, const char *landing)
{
  for (guint i = 0; i < report->steps->len; i++)
    {
      const PalierReportStep *step = report->steps->pdata[i];

      if (g_str_equal (step->id, id) && g_str_equal (step->landing, landing))
        return step;
    }
  g_assert_not_reached ();
}

typedef struct
{
  const char *name;
  Story story;
  PalierOutcome outcome;
  const char *from, *to;
  guint n_steps, n_gaps, n_backups, n_consents;
  gboolean gap_over;
} OutcomeRow;

static const OutcomeRow outcomes[] = {
  { "two landings, defaulted and repaired", STORY_TWO_LANDINGS, PALIER_OUTCOME_PROVED, "V3.4.70 build 160910",
    "V4.50.00 build 210802", 18, 2, 2, 3, TRUE },
  { "one landing", STORY_ONE_LANDING, PALIER_OUTCOME_PROVED, "V4.22.005 build 191208", "V4.50.00 build 210802", 9, 1, 1,
    2, TRUE },
  { "default and backup waived", STORY_WAIVED, PALIER_OUTCOME_PROVED, "V3.4.92 build 170518", "V4.50.00 build 210802",
    12, 1, 0, 5, TRUE },
  { "a landing not reached", STORY_FAILED, PALIER_OUTCOME_FAILED, "V3.4.70 build 160910", "V3.4.70 build 160910", 5, 1,
    1, 3, FALSE },
  { "at the recorder’s screen", STORY_DECLARED, PALIER_OUTCOME_DECLARED, "V3.4.92 build 170518",
    "V4.50.00 build 210802", 5, 1, 1, 3, TRUE },
  { "gone on with after a failure", STORY_CONTINUED, PALIER_OUTCOME_PROVED, "V4.22.005 build 191208",
    "V4.50.00 build 210802", 6, 1, 1, 2, TRUE },
};

static void
test_outcome (gconstpointer data)
{
  const OutcomeRow *row = data;
  g_autoptr (PalierReport) report = make (row->story);
  const PalierReportGap *gap = report->gaps->pdata[report->gaps->len - 1];

  g_assert_cmpint (report->outcome, ==, row->outcome);
  g_assert_cmpstr (report->from, ==, row->from);
  g_assert_cmpstr (report->to, ==, row->to);
  g_assert_cmpuint (report->steps->len, ==, row->n_steps);
  g_assert_cmpuint (report->gaps->len, ==, row->n_gaps);
  g_assert_cmpuint (report->backups->len, ==, row->n_backups);
  g_assert_cmpuint (report->consents->len, ==, row->n_consents);
  g_assert_cmpint (gap->until != NULL, ==, row->gap_over);
  g_assert_cmpstr (report->customer, ==, "Épicerie Côté & Fils");
  g_assert_nonnull (report->terms_date);
  g_assert_cmpuint (strlen (report->terms_sha256), ==, 64);
}

static const struct
{
  const char *name;
  Story story;
  const char *id, *landing;
  PalierRowState state;
  const char *rule;
  guint failures;
} steps[] = {
  { "a first landing stands under P1", STORY_TWO_LANDINGS, "upload", "V3.4.92", PALIER_ROW_DONE, "P1", 0 },
  { "the next one under P3", STORY_TWO_LANDINGS, "upload", "V4.50.00", PALIER_ROW_DONE, "P3", 0 },
  { "from V4 it is P4", STORY_ONE_LANDING, "upload", "V4.50.00", PALIER_ROW_DONE, "P4", 0 },
  { "the default is P2", STORY_TWO_LANDINGS, "default", "V4.50.00", PALIER_ROW_DONE, "P2", 0 },
  { "what a person enters is declared", STORY_TWO_LANDINGS, "reprogram", "", PALIER_ROW_DECLARED, NULL, 0 },
  { "a default at the screen is declared", STORY_DECLARED, "default", "V4.50.00", PALIER_ROW_DECLARED, "P2", 0 },
  { "a waiver is no success", STORY_WAIVED, "default", "V4.50.00", PALIER_ROW_SKIPPED, "P2", 0 },
  { "a failure stays one", STORY_FAILED, "upload", "V3.4.92", PALIER_ROW_FAILED, "P1", 0 },
  { "a failure before success is counted", STORY_CONTINUED, "upload", "V4.50.00", PALIER_ROW_DONE, "P4", 1 },
  { "what was done stays done when it is met again", STORY_CONTINUED, "backup", "", PALIER_ROW_DONE, "P5", 0 },
};

static void
test_steps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (PalierReport) report = make (steps[i].story);
      const PalierReportStep *step = find_step (report, steps[i].id, steps[i].landing);

      g_test_message ("%s", steps[i].name);
      g_assert_cmpint (step->state, ==, steps[i].state);
      g_assert_cmpstr (step->rule, ==, steps[i].rule);
      g_assert_cmpuint (step->failures, ==, steps[i].failures);
      g_assert_nonnull (step->ended);
    }
}

/* Without its cameras it records nothing, so the second gap lasts until they were entered again. */
static void
test_gap_of_a_default (void)
{
  g_autoptr (PalierReport) report = make (STORY_TWO_LANDINGS);
  const PalierReportGap *first = report->gaps->pdata[0];
  const PalierReportGap *second = report->gaps->pdata[1];

  g_assert_cmpstr (first->until, ==, find_step (report, "confirm", "V3.4.92")->ended);
  g_assert_cmpstr (second->since, >, find_step (report, "default", "V4.50.00")->begun);
  g_assert_cmpstr (second->until, >, find_step (report, "confirm", "V4.50.00")->ended);
  g_assert_cmpstr (second->until, <, find_step (report, "reprogram", "")->ended);
}

/* An earlier reading may bear a later date, when the clock was set right since: what was declared last stays declared. */
static void
test_declared_with_a_clock_set_back (void)
{
  g_autofree char *folder = g_dir_make_tmp ("palier-report-XXXXXX", NULL);
  g_autofree char *path = story_write (STORY_DECLARED, folder);
  g_autofree char *text = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (PalierReport) report = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  changed = g_string_new (text);
  g_assert_cmpuint (g_string_replace (changed, "\"observations\" : [",
                                      "\"observations\" : [{\"what\":\"read\",\"detail\":\"V3.4.92 build 170518\","
                                      "\"date\":\"2199-01-01T00:00:00+00:00\"},", 1), ==, 1);
  g_assert_true (g_file_set_contents (path, changed->str, -1, NULL));
  report = palier_report_new (path, palier_catalogue_get_shipped (), NULL);
  g_assert_cmpint (report->outcome, ==, PALIER_OUTCOME_DECLARED);
  remove_tree (folder);
}

static void
test_terms (void)
{
  g_autoptr (PalierReport) report = make (STORY_TWO_LANDINGS);

  g_assert_cmpstr (report->terms_language, ==, "fr");
  g_assert_cmpstr (report->terms_capacity, ==, "company Sûreté Boréale inc.");
}

static void
test_outcome_from_runner (void)
{
  g_autoptr (PalierReport) report = make (STORY_FAILED);
  g_autoptr (GError) error = NULL;

  g_assert_cmpstr (report->problem, ==, "version-not-reached");
  g_assert_nonnull (report->remedy);
  palier_rule_set_error (palier_rule_find ("P9"), &error);
  palier_report_set_outcome (report, PALIER_RUN_STOPPED, error);
  g_assert_cmpint (report->outcome, ==, PALIER_OUTCOME_STOPPED);
  g_assert_cmpstr (report->problem, ==, "P9");
  g_assert_cmpstr (report->sentence, ==, palier_rule_find ("P9")->reason);
}

static void
test_json (void)
{
  g_autoptr (PalierReport) report = make (STORY_TWO_LANDINGS);
  g_autofree char *text = palier_report_to_json (report, "en");
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root, *step;

  g_assert_true (json_parser_load_from_data (parser, text, -1, NULL));
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "outcome"), ==, "proved");
  g_assert_true (json_object_get_null_member (root, "error"));
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "steps")), ==, 18);
  step = json_array_get_object_element (json_object_get_array_member (root, "steps"), 2);
  g_assert_cmpstr (json_object_get_string_member (step, "id"), ==, "backup");
  g_assert_cmpstr (json_object_get_string_member (step, "rule"), ==, "P5");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "differences")), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "checkup")), ==, 4);
  g_assert_cmpint (json_object_get_int_member (json_object_get_object_member (root, "footage"), "found_after_upgrade"),
                   ==, 74);
  g_assert_cmpstr (json_object_get_string_member (json_object_get_object_member (root, "terms"), "language"), ==, "fr");
  g_assert_cmpstr (json_object_get_string_member (root, "page_date"), ==, "2021-02-02");
}

/* Damaged, foreign or missing: an error with its reason, and no report. */
static void
test_no_journal (void)
{
  static const char *const contents[] = { "", "[]", "{}", "{\"format\": 2}", "{\"format\": 1, \"fields\": [" };
  g_autofree char *folder = g_dir_make_tmp ("palier-report-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "x.done", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      g_assert_null (palier_report_new (path, palier_catalogue_get_shipped (), &error));
      g_assert_error (error, PALIER_ERROR, PALIER_ERROR_JOURNAL);
    }
  remove_tree (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/report/outcome/%s", outcomes[i].name);

      g_test_add_data_func (path, &outcomes[i], test_outcome);
    }
  g_test_add_func ("/report/steps", test_steps);
  g_test_add_func ("/report/gap-of-a-default", test_gap_of_a_default);
  g_test_add_func ("/report/terms", test_terms);
  g_test_add_func ("/report/declared, with a clock that was set back", test_declared_with_a_clock_set_back);
  g_test_add_func ("/report/outcome-from-runner", test_outcome_from_runner);
  g_test_add_func ("/report/json", test_json);
  g_test_add_func ("/report/no-journal", test_no_journal);
  return g_test_run ();
}
