/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "served.h"
#include "spawn.h"

#include <string.h>

/* Words that are wrong, passwords, languages, and the practice recorder for other programs. */

#define WORDS 10
#define PLAN "plan", "--model", "DS-7716NI-I4", "--firmware", "V3.4.70 build 160910"

typedef struct
{
  const char *says;
  const char *words[WORDS];
  int status;
  const char *said;
} Row;

static const Row rows[] = {
  { "a command that does not exist", { "climb" }, 2, "“climb”" },
  { "plan without anything", { "plan" }, 2, "--model and --firmware" },
  { "plan without a firmware", { "plan", "--model", "X" }, 2, "--model and --firmware" },
  { "plan without a model", { "plan", "--firmware", "X" }, 2, "--model and --firmware" },
  { "plan with a word too many", { PLAN, "now" }, 2, "nothing else" },
  { "an option that does not exist", { PLAN, "--force" }, 2, "--force" },
  { "a format that does not exist", { PLAN, "--format", "xml" }, 2, "--format: xml" },
  { "a format with a capital", { PLAN, "--format=JSON" }, 2, "--format: JSON" },
  { "a language that is not spoken", { PLAN, "--language", "de" }, 2, "--language: de" },
  { "find for no time at all", { "find", "--seconds", "0" }, 2, "--seconds" },
  { "find for less than no time", { "find", "--seconds", "-3" }, 2, "--seconds" },
  { "find for a word", { "find", "--seconds", "abc" }, 2, "--seconds" },
  { "find with an address", { "find", "127.0.0.1" }, 2, "127.0.0.1" },
  { "firmware without a file", { "firmware" }, 2, "one file" },
  { "firmware with two files", { "firmware", "a", "b" }, 2, "one file" },
  { "sticks with a word", { "sticks", "all" }, 2, "all" },
  { "catalogue with a word", { "catalogue", "all" }, 2, "no argument" },
  { "inspect without a recorder", { "inspect" }, 2, "--practice" },
  { "inspect with two addresses", { "inspect", "127.0.0.1", "127.0.0.2" }, 2, "one recorder" },
  { "inspect with an address and practice", { "inspect", "127.0.0.1", "--practice=k2" }, 2,
    "one recorder" },
  { "inspect of a real recorder without a password file", { "inspect", "127.0.0.1:9" }, 2,
    "--password-file" },
  { "no password is an argument", { "inspect", "127.0.0.1:9", "--password", "x" }, 2,
    "--password" },
  { "upgrade without a recorder", { "upgrade" }, 2, "--practice" },
  { "upgrade backwards in time", { "upgrade", "--practice=k2", "--speed", "-1" }, 2, "--speed" },
  { "upgrade with a package of no version", { "upgrade", "--practice=k2", "--package", "a.dav" }, 2,
    "“a.dav”" },
  { "practice on a port that cannot be", { "practice", "--port", "70000" }, 2, "65535" },
  { "practice backwards in time", { "practice", "--speed", "-1" }, 2, "speed" },
  { "practice with a word", { "practice", "v3.4.70" }, 2, "no argument" },
  { "a scenario that does not exist", { "practice", "--scenario", "v9" }, 1, "v9" },
  { "the same with inspect", { "inspect", "--practice=v9" }, 1, "v9" },
  { "a password file that is not there", { "inspect", "--practice", "--password-file", "/none/pw" },
    1, "/none/pw" },
  { "a new password's file that is not there",
    { "upgrade", "--practice", "--new-password-file", "/none/new" }, 1, "/none/new" },
  { "an export password's file that is not there",
    { "upgrade", "--practice", "--file-password-file", "/none/file" }, 1, "/none/file" },
};

static void
test_words (gconstpointer data)
{
  const Row *row = data;
  g_autoptr (Ran) ran = spawn_words (NULL, row->words);

  g_assert_cmpint (ran->status, ==, row->status);
  g_assert_cmpstr (ran->out, ==, "");
  g_assert_nonnull (strstr (ran->err, row->said));
  if (row->status == 2)
    g_assert_nonnull (strstr (ran->err, row->words[0]));
}

/* A script that reads the events of a climb hears of an end before the beginning too. */
static void
test_not_opened (void)
{
  g_autoptr (Ran) ran
      = spawn ("upgrade", "--practice", "--password-file", "/none/pw", "--format", "json", NULL);
  g_autoptr (JsonNode) node = ran_get_json (ran);

  g_assert_cmpint (ran->status, ==, 1);
  assert_json_at (node, "event", "\"result\"");
  assert_json_at (node, "outcome", "\"failed\"");
  assert_json_at (node, "recorder", "null");
  assert_json_at (node, "error.code", "\"file-unreadable\"");
}

/* What a recorder calls itself, or a file: orders to the terminal, and a line that reads backwards. */
static void
test_orders (void)
{
  static const char model[] = "NVR\302\2332J\u202eX";
  g_autoptr (Ran) text = spawn ("plan", "--model", model, "--firmware", "V4.50.00", "--format=text", NULL);
  g_autoptr (Ran) json = spawn ("plan", "--model", model, "--firmware", "V4.50.00", "--format=json", NULL);
  g_autoptr (Ran) file = spawn ("firmware", "/none/\033[2J.dav", NULL);
  g_autoptr (JsonNode) node = ran_get_json (json);

  g_assert_nonnull (strstr (text->out, "NVR\\u009b2J\\u202eX"));
  g_assert_null (strstr (text->out, "\u202e"));
  g_assert_null (strstr (json->out, "\u202e"));
  assert_json_at (node, "model", "\"NVR\302\2332J\u202eX\"");
  g_assert_nonnull (strstr (file->err, "\\u001b[2J"));
  g_assert_null (strstr (file->err, "\033"));
}

static void
test_help (void)
{
  static const char *const names[] = { "find",    "plan",    "firmware", "sticks",
                                       "inspect", "upgrade", "practice", "catalogue" };
  g_autoptr (Ran) all = spawn ("--help", NULL);

  g_assert_cmpint (all->status, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *head = g_strdup_printf ("  palier %s ", names[i]);
      g_autoptr (Ran) one = spawn (names[i], "--help-all", NULL);

      g_assert_nonnull (strstr (all->out, head));
      g_assert_cmpint (one->status, ==, 0);
      g_assert_nonnull (strstr (one->out, "--new-password-file"));
    }
}

/* The same plan, whatever the machine speaks: the option decides. */
static void
test_language (void)
{
  g_autoptr (Ran) french = spawn (PLAN, "--language", "fr", NULL);
  g_autoptr (Ran) english = spawn (PLAN, "--language", "en", NULL);
  g_autoptr (Ran) plain = spawn (PLAN, NULL);
  g_autoptr (Ran) json = spawn (PLAN, "--language=fr", "--format=json", NULL);
  g_autoptr (JsonNode) node = ran_get_json (json);
  g_autofree char *source = json_at (node, "gates.0.source");

  g_assert_nonnull (strstr (french->out, "La montée"));
  g_assert_nonnull (strstr (french->out, "enregistreur"));
  g_assert_null (strstr (french->out, "recorder"));
  g_assert_nonnull (strstr (english->out, "The climb"));
  g_assert_cmpstr (english->out, ==, plain->out);
  g_assert_nonnull (strstr (source, "fabricant"));
  assert_json_at (node, "verdict", "\"climb\"");
  assert_json_at (node, "gates.0.level", "\"forbidden\"");
}

typedef struct
{
  const char *says;
  const char *typed; /* on standard input */
  int status;
} PasswordRow;

static const PasswordRow passwords[] = {
  { "a wrong one is not signed in with", "Wrong-pass-1\n", 4 },
  { "an empty one neither", "", 4 },
  { "one with a space too many neither", "Stairs-2016 \n", 4 },
  { "the right one is read up to its line's end", "Stairs-2016\nmore\n", 0 },
  { "or up to the end of the input", "Stairs-2016", 0 },
};

static void
test_password_input (gconstpointer data)
{
  static const char *const words[]
      = { "inspect", "--practice", "--password-file", "-", "--format", "json", NULL };
  const PasswordRow *row = data;
  g_autoptr (Ran) ran = spawn_words (row->typed, words);

  g_assert_cmpint (ran->status, ==, row->status);
  g_assert_null (strstr (ran->err, "Wrong-pass-1"));
  g_assert_cmpint (*ran->out == '{', ==, row->status == 0);
}

/* Over the wire, as with a real recorder: its address and a password file. */
static void
test_serve (void)
{
  g_autoptr (Served) served = served_new ("v4.1.64", NULL);
  g_autofree char *names = json_names (served_get_line (served), "");
  g_autofree char *package = served_get_package (served, "V4.50.00");
  g_autofree char *folder = g_path_get_dirname (package);
  g_autofree char *password = spawn_write ("password", served_get_text (served, "password"), -1);
  g_autofree char *serial = g_strdup_printf ("\"%s\"", served_get_serial (served));
  const char *address = served_get_text (served, "address");
  g_autoptr (Ran) read
      = spawn ("inspect", address, "--password-file", password, "--format", "json", NULL);
  g_autoptr (Ran) stranger
      = spawn ("inspect", address, "--user", "guest", "--password-file", password, NULL);
  g_autoptr (Ran) gone = NULL;
  g_autoptr (JsonNode) node = ran_get_json (read);

  g_assert_cmpstr (names, ==, "address,user,password,serial,packages");
  g_assert_true (g_str_has_prefix (address, "http://127.0.0.1:"));
  g_assert_true (g_file_test (package, G_FILE_TEST_IS_REGULAR));
  g_assert_cmpint (read->status, ==, 0);
  assert_json_at (node, "recorder.serial", serial);
  g_assert_cmpint (stranger->status, ==, 4);

  g_assert_cmpint (served_end (served), ==, 0);
  g_assert_false (g_file_test (folder, G_FILE_TEST_EXISTS));
  gone = spawn ("inspect", address, "--password-file", password, NULL);
  g_assert_cmpint (gone->status, ==, 4);
}

/* A folder that the person named stays, with what is in it. */
static void
test_named_folder_stays (void)
{
  g_autofree char *folder = spawn_path ("kept");
  g_autoptr (Served) served = served_new ("v3.4.70", folder);
  g_autofree char *first = served_get_package (served, "V3.4.92");
  g_autofree char *second = served_get_package (served, "V4.50.00");

  g_assert_true (g_str_has_prefix (first, folder));
  g_assert_cmpint (served_end (served), ==, 0);
  g_assert_true (g_file_test (first, G_FILE_TEST_IS_REGULAR));
  g_assert_true (g_file_test (second, G_FILE_TEST_IS_REGULAR));
}

typedef struct
{
  const char *says;
  const char *maker; /* the scenario that the file was made for */
  const char *landing;
  const char *runner;
  const char *digits;
  const char *named;
  const char *code;
} StrangeRow;

static const StrangeRow strange[] = {
  { "a standard package for the custom model", "v4.1.64", "V4.50.00", "ids-custom", "8047",
    "V4.1.25", "\"P17\"" },
  { "V4 below V3.4.92", "v3.4.70", "V4.50.00", "v3.4.70", "4821", "V3.4.92", "\"P1\"" },
  { "a lower version's package, made for another recorder", "v3.4.70", "V3.4.92", "v4.1.64", "6172",
    "V4.50.00", "\"P17\"" },
};

/* Every consent is given, that of an unknown file too: none opens this. */
static void
test_strange_package (gconstpointer data)
{
  const StrangeRow *row = data;
  g_autofree char *folder = spawn_path (row->landing);
  g_autoptr (Served) served = served_new (row->maker, folder);
  g_autofree char *path = served_get_package (served, row->landing);
  g_autofree char *practice = g_strdup_printf ("--practice=%s", row->runner);
  g_autofree char *package = g_strdup_printf ("%s=%s", row->named, path);
  g_autofree char *start = g_strdup_printf ("upgrade=%s", row->digits);
  g_autofree char *wipe = g_strdup_printf ("default=%s", row->digits);
  g_autofree char *unknown = g_strdup_printf ("unknown-package=%s", row->digits);
  g_autoptr (Ran) before = spawn ("inspect", practice, "--format=json", "--speed", "0", NULL);
  g_autoptr (Ran) ran = spawn ("upgrade", practice, "--fresh", "--speed", "0", "--format", "json",
                               "--consent", "terms", "--consent", start, "--consent", wipe,
                               "--consent", unknown, "--package", package, NULL);
  g_autoptr (Ran) after = spawn ("inspect", practice, "--format=json", "--speed", "0", NULL);
  g_autoptr (GPtrArray) lines = ran_get_lines (ran);
  g_autoptr (JsonNode) was = ran_get_json (before), is = ran_get_json (after);
  g_autofree char *unchanged = NULL;

  /* Only time has gone by. */
  json_object_remove_member (json_object_get_object_member (json_node_get_object (was), "recorder"),
                             "uptime_s");
  json_object_remove_member (json_object_get_object_member (json_node_get_object (is), "recorder"),
                             "uptime_s");
  unchanged = json_at (was, "");
  g_assert_cmpint (ran->status, ==, 3);
  assert_json_at (lines->pdata[lines->len - 1], "outcome", "\"stopped\"");
  assert_json_at (lines->pdata[lines->len - 1], "error.code", row->code);
  assert_json_at (lines->pdata[lines->len - 1], "backup", "[]");
  assert_json_at (is, "", unchanged);
}

#define ADD(group, table, function)                                                                \
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)                                                 \
    {                                                                                              \
      g_autofree char *path = g_strdup_printf ("/terminal/" group "/%s", table[i].says);           \
                                                                                                   \
      g_test_add_data_func (path, &table[i], function);                                            \
    }

/* A name that is no scenario names no folder either: nobody's files are forgotten with it. */
static void
test_fresh_forgets_only_its_own (void)
{
  static const char *const names[] = { "--practice=..", "--practice=.", "--practice=nowhere" };
  g_autofree char *folder = spawn_path ("XDG_DATA_HOME/palier/journal");
  g_autofree char *kept = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  kept = spawn_write ("XDG_DATA_HOME/palier/journal/kept.json", "{}", -1);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (Ran) ran = spawn ("upgrade", names[i], "--fresh", "--speed", "0", NULL);

      g_assert_cmpint (ran->status, !=, 0);
      g_assert_true (g_file_test (kept, G_FILE_TEST_IS_REGULAR));
    }
}

int
main (int argc, char **argv)
{
  spawn_init (&argc, &argv);
  ADD ("words", rows, test_words)
  ADD ("password", passwords, test_password_input)
  ADD ("package", strange, test_strange_package)
  g_test_add_func ("/words/orders to the terminal are shown, not obeyed", test_orders);
  g_test_add_func ("/words/an upgrade that cannot begin ends with a result", test_not_opened);
  g_test_add_func ("/terminal/words/fresh forgets only its own", test_fresh_forgets_only_its_own);
  g_test_add_func ("/terminal/words/help", test_help);
  g_test_add_func ("/terminal/words/either language", test_language);
  g_test_add_func ("/terminal/practice/served, and gone at the end", test_serve);
  g_test_add_func ("/terminal/practice/a named folder stays", test_named_folder_stays);
  return spawn_run_tests ();
}
