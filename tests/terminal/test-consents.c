/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "spawn.h"

#include <string.h>

#define WORDS 12

typedef struct
{
  const char *says;
  const char *practice;
  const char *consents[WORDS]; /* each with its --consent */
  int status;
  const char *code;   /* of the error, as JSON */
  const char *detail; /* what it names, as JSON */
  const char *given;  /* the consents in the result, as JSON */
} Row;

static const Row missing[] = {
  { "nothing given: all that is missing is named at once", "v3.4.70", { NULL }, 3,
    "\"consent-missing\"", "\"terms, default, upgrade\"", "[]" },
  { "the terms alone: the other two are named", "v3.4.70", { "terms" }, 3, "\"consent-missing\"",
    "\"default, upgrade\"", "[\"terms\"]" },
  { "without the terms", "v3.4.70", { "default=4821", "upgrade=4821" }, 3, "\"consent-missing\"",
    "\"terms\"", "[\"default\",\"upgrade\"]" },
  { "without the default", "v3.4.70", { "terms", "upgrade=4821" }, 3, "\"consent-missing\"",
    "\"default\"", "[\"terms\",\"upgrade\"]" },
  { "without the start", "v3.4.70", { "terms", "default=4821" }, 3, "\"consent-missing\"",
    "\"upgrade\"", "[\"terms\",\"default\"]" },
  { "where nothing is defaulted, no default is asked for", "v4.1.64", { "terms" }, 3,
    "\"consent-missing\"", "\"upgrade\"", "[\"terms\"]" },
  { "the version on which the page is silent asks for the default", "v3.4.97",
    { "terms", "upgrade=2964" }, 3, "\"consent-missing\"", "\"default\"",
    "[\"terms\",\"upgrade\"]" },
  { "the custom model asks for the terms and the start", "ids-custom", { NULL }, 3,
    "\"consent-missing\"", "\"terms, upgrade\"", "[]" },
};

static const Row mistyped[] = {
  { "the default with another recorder's digits", "v3.4.70",
    { "terms", "default=9999", "upgrade=4821" }, 3, "\"consent-missing\"", "\"default\"", NULL },
  { "the default without digits", "v3.4.70", { "terms", "default", "upgrade=4821" }, 3,
    "\"consent-missing\"", "\"default\"", NULL },
  { "the default with the serial number's closing letters", "v3.4.70",
    { "terms", "default=WCVU", "upgrade=4821" }, 3, "\"consent-missing\"", "\"default\"", NULL },
  { "the start with another recorder's digits", "v3.4.70",
    { "terms", "default=4821", "upgrade=4822" }, 3, "\"consent-missing\"", "\"upgrade\"", NULL },
  { "the start without digits", "v4.1.64", { "terms", "upgrade" }, 3, "\"consent-missing\"",
    "\"upgrade\"", NULL },
  { "a longer number that ends in the right digits", "v4.1.64", { "terms", "upgrade=06172" }, 3,
    "\"consent-missing\"", "\"upgrade\"", NULL },
  { "the default's waiver with wrong digits", "v3.4.92",
    { "terms", "skip-default=4821", "upgrade=7350" }, 3, "\"consent-missing\"",
    "\"skip-default\"", NULL },
  { "the backup's waiver without digits, before a default", "v3.4.70",
    { "terms", "default=4821", "upgrade=4821", "skip-backup" }, 3, "\"consent-missing\"",
    "\"skip-backup\"", NULL },
};

static const Row refused[] = {
  { "the (B) sister of the custom model", "ids-b", { "terms", "default=1739", "upgrade=1739" }, 3,
    "\"P11\"", "null", NULL },
  { "the K series", "k2", { "terms", "default=6625", "upgrade=6625" }, 3, "\"P11\"", "null", NULL },
  { "a version that cannot be read", "unreadable", { "terms", "default=4390", "upgrade=4390" }, 3,
    "\"P15\"", "null", NULL },
  { "a refusal does not wait for consents", "k2", { NULL }, 3, "\"P11\"", "null", NULL },
};

static const Row wrong[] = {
  { "a word that is no consent", "v3.4.70", { "yes" }, 2, NULL, NULL, NULL },
  { "a consent that is misspelt", "v3.4.70", { "terms", "defualt=4821", "upgrade=4821" }, 2, NULL,
    NULL, NULL },
  { "that of a command of its own", "v3.4.70", { "terms", "default=4821", "upgrade=4821", "restore=4821" }, 2, NULL, NULL,
    NULL },
  { "an empty word", "v3.4.70", { "" }, 2, NULL, NULL, NULL },
  { "a default that is both done and skipped", "v3.4.70",
    { "terms", "default=4821", "skip-default=4821", "upgrade=4821" }, 2, NULL, NULL, NULL },
  { "the same in the other order", "v3.4.92",
    { "terms", "skip-default=7350", "default=7350", "upgrade=7350" }, 2, NULL, NULL, NULL },
};

static Ran *
run (const Row *row)
{
  g_autofree char *practice = g_strdup_printf ("--practice=%s", row->practice);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const char *const first[]
      = { "upgrade", practice, "--fresh", "--speed", "0", "--format", "json" };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    g_ptr_array_add (words, (gpointer) first[i]);
  for (guint i = 0; row->consents[i]; i++)
    {
      g_ptr_array_add (words, (gpointer) "--consent");
      g_ptr_array_add (words, (gpointer) row->consents[i]);
    }
  g_ptr_array_add (words, NULL);
  return spawn_words (NULL, (const char *const *) words->pdata);
}

/* What the practice recorder says of itself now, uptime aside. */
static char *
look (const char *scenario)
{
  g_autofree char *practice = g_strdup_printf ("--practice=%s", scenario);
  g_autoptr (Ran) ran = spawn ("inspect", practice, "--speed", "0", "--format", "json", NULL);
  g_autoptr (JsonNode) node = ran_get_json (ran);
  JsonObject *recorder
      = json_object_get_object_member (json_node_get_object (node), "recorder");

  g_assert_cmpint (ran->status, ==, 0);
  json_object_remove_member (recorder, "uptime_s");
  return json_to_string (node, FALSE);
}

static void
assert_untouched (const Row *row, const char *before)
{
  g_autofree char *after = look (row->practice);
  g_autofree char *state
      = g_strdup_printf ("XDG_DATA_HOME/palier/practice/%s/state.json", row->practice);
  g_autofree char *path = spawn_path (state);

  g_assert_cmpstr (after, ==, before);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_stopped (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *before = look (row->practice);
  g_autoptr (Ran) ran = run (row);
  g_autoptr (GPtrArray) lines = ran_get_lines (ran);
  JsonNode *result = lines->pdata[0];
  g_autofree char *remedy = json_at (result, "error.remedy");

  g_assert_cmpint (ran->status, ==, row->status);
  g_assert_cmpuint (lines->len, ==, 1);
  assert_json_at (result, "event", "\"result\"");
  assert_json_at (result, "outcome", "\"stopped\"");
  assert_json_at (result, "error.code", row->code);
  assert_json_at (result, "error.detail", row->detail);
  assert_json_at (result, "backup", "[]");
  if (row->given)
    assert_json_at (result, "consents", row->given);
  g_assert_cmpuint (strlen (remedy), >, 20);
  assert_untouched (row, before);
}

/* The person who reads sees each missing name too. */
static void
test_named_in_prose (void)
{
  g_autoptr (Ran) ran = spawn ("upgrade", "--practice=v3.4.92", "--fresh", "--speed", "0", NULL);

  g_assert_cmpint (ran->status, ==, 3);
  g_assert_cmpstr (ran->out, ==, "");
  g_assert_nonnull (strstr (ran->err, "(terms, default, upgrade)"));
  g_assert_nonnull (strstr (ran->err, "Nothing was sent to the recorder."));
}

static void
test_wrong_usage (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *before = look (row->practice);
  g_autoptr (Ran) ran = run (row);

  g_assert_cmpint (ran->status, ==, 2);
  g_assert_cmpstr (ran->out, ==, "");
  g_assert_true (g_str_has_prefix (ran->err, "palier upgrade: "));
  assert_untouched (row, before);
}

/* A run that was stopped leaves no consent behind: the next one asks for all of them again. */
static void
test_not_kept (void)
{
  g_autoptr (Ran) first = spawn ("upgrade", "--practice=v4.22.005", "--fresh", "--speed", "0",
                                 "--format", "json", "--consent", "terms", NULL);
  g_autoptr (Ran) second
      = spawn ("upgrade", "--practice=v4.22.005", "--speed", "0", "--format", "json", NULL);
  g_autoptr (JsonNode) one = ran_get_json (first);
  g_autoptr (JsonNode) two = ran_get_json (second);

  assert_json_at (one, "error.detail", "\"upgrade\"");
  assert_json_at (two, "error.detail", "\"terms, upgrade\"");
}

/* A file that the catalogue knows as another family's: damaged for good, whatever is agreed to. */
static void
test_standard_for_custom (void)
{
  static const char zeros[4096];
  g_autofree char *before = look ("ids-custom");
  g_autofree char *path
      = spawn_write ("NVR_K51_BL_ML_STD_V4.1.64_190119.dav", zeros, sizeof zeros);
  g_autofree char *package = g_strdup_printf ("V4.1.25=%s", path);
  g_autoptr (Ran) ran
      = spawn ("upgrade", "--practice=ids-custom", "--fresh", "--speed", "0", "--format", "json",
               "--consent", "terms", "--consent", "upgrade=8047", "--consent",
               "unknown-package=8047", "--package", package, NULL);
  g_autoptr (GPtrArray) lines = ran_get_lines (ran);
  g_autofree char *after = look ("ids-custom");

  g_assert_cmpint (ran->status, ==, 3);
  assert_json_at (lines->pdata[lines->len - 1], "outcome", "\"stopped\"");
  assert_json_at (lines->pdata[lines->len - 1], "error.code", "\"P10\"");
  g_assert_cmpstr (after, ==, before);
}

static void
add_rows (const char *group, const Row *rows, guint n, GTestDataFunc function)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/terminal/%s/%s", group, rows[i].says);

      g_test_add_data_func (path, &rows[i], function);
    }
}

int
main (int argc, char **argv)
{
  spawn_init (&argc, &argv);
  add_rows ("missing", missing, G_N_ELEMENTS (missing), test_stopped);
  add_rows ("mistyped", mistyped, G_N_ELEMENTS (mistyped), test_stopped);
  add_rows ("refused", refused, G_N_ELEMENTS (refused), test_stopped);
  add_rows ("wrong usage", wrong, G_N_ELEMENTS (wrong), test_wrong_usage);
  g_test_add_func ("/terminal/refused/standard firmware for the custom model",
                   test_standard_for_custom);
  g_test_add_func ("/terminal/missing/named in prose", test_named_in_prose);
  g_test_add_func ("/terminal/missing/a stopped run leaves no consent", test_not_kept);
  return spawn_run_tests ();
}
