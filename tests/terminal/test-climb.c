/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "spawn.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>

#define WORDS 12

typedef struct
{
  const char *says;
  const char *practice;
  const char *words[WORDS];
  const char *version;
  const char *build;
  guint backups;
  const char *consents;
} ClimbRow;

#define AGREE(digits) "--consent", "terms", "--consent", "upgrade=" digits

static const ClimbRow climbs[] = {
  { "V3.4.70 over both landings", "v3.4.70", { AGREE ("4821"), "--consent", "default=4821" },
    "\"V4.50.00\"", "\"210802\"", 1, "[\"terms\",\"upgrade\",\"default\"]" },
  { "V3.4.92, defaulted first", "v3.4.92", { AGREE ("7350"), "--consent", "default=7350" },
    "\"V4.50.00\"", "\"210802\"", 1, "[\"terms\",\"upgrade\",\"default\"]" },
  { "V3.4.97, of which the page is silent", "v3.4.97",
    { AGREE ("2964"), "--consent", "default=2964" }, "\"V4.50.00\"", "\"210802\"", 1,
    "[\"terms\",\"upgrade\",\"default\"]" },
  { "V4.1.64, and a default's consent that it has no use for", "v4.1.64",
    { AGREE ("6172"), "--consent", "default=1111" }, "\"V4.50.00\"", "\"210802\"", 1,
    "[\"terms\",\"upgrade\"]" },
  { "V4.22.005, without a repair", "v4.22.005", { AGREE ("3508") }, "\"V4.50.00\"", "\"210802\"", 1,
    "[\"terms\",\"upgrade\"]" },
  { "the custom model, to its custom firmware", "ids-custom", { AGREE ("8047") }, "\"V4.1.25\"",
    "\"181028\"", 1, "[\"terms\",\"upgrade\"]" },
  { "over HTTPS alone, with a new certificate after the default", "https",
    { AGREE ("4430"), "--consent", "default=4430" }, "\"V4.50.00\"", "\"210802\"", 1,
    "[\"terms\",\"upgrade\",\"default\"]" },
  { "without a backup, by a typed waiver", "v3.4.70",
    { AGREE ("4821"), "--consent", "default=4821", "--consent", "skip-backup=4821", "--consent",
      "skip-repair" },
    "\"V4.50.00\"", "\"210802\"", 0,
    "[\"terms\",\"upgrade\",\"default\",\"skip-backup\",\"skip-repair\"]" },
};

static Ran *
upgrade (const char *scenario, gboolean fresh, const char *const *more)
{
  g_autofree char *practice = g_strdup_printf ("--practice=%s", scenario);
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  const char *const first[] = { "upgrade", practice, "--speed", "0", "--format", "json" };

  for (guint i = 0; i < G_N_ELEMENTS (first); i++)
    g_ptr_array_add (words, (gpointer) first[i]);
  if (fresh)
    g_ptr_array_add (words, (gpointer) "--fresh");
  for (guint i = 0; more && more[i]; i++)
    g_ptr_array_add (words, (gpointer) more[i]);
  g_ptr_array_add (words, NULL);
  return spawn_words (NULL, (const char *const *) words->pdata);
}

static char *
unquote (char *quoted)
{
  g_autofree char *text = quoted;

  g_assert_nonnull (text);
  return g_strndup (text + 1, strlen (text) - 2);
}

/* The file is where the result says, and is what the result says. */
static void
assert_backups (JsonNode *result, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path_at = g_strdup_printf ("backup.%u.path", i);
      g_autofree char *hash_at = g_strdup_printf ("backup.%u.sha256", i);
      g_autofree char *path = unquote (json_at (result, path_at));
      g_autofree char *hash = unquote (json_at (result, hash_at));
      g_autofree char *content = NULL;
      g_autofree char *real = NULL;
      gsize length;

      g_assert_true (g_path_is_absolute (path));
      g_assert_true (g_file_get_contents (path, &content, &length, NULL));
      g_assert_cmpuint (length, >, 1000);
      real = g_compute_checksum_for_data (G_CHECKSUM_SHA256, (guchar *) content, length);
      g_assert_cmpstr (hash, ==, real);
    }
}

static void
assert_steps (GPtrArray *lines)
{
  static const char *const states[] = { "\"checking\"", "\"running\"", "\"verifying\"", "\"done\"",
                                        "\"kept\"", "\"skipped\"", NULL };

  g_assert_cmpuint (lines->len, >, 20);
  for (guint i = 0; i + 1 < lines->len; i++)
    {
      g_autofree char *names = json_names (lines->pdata[i], "");
      g_autofree char *state = json_at (lines->pdata[i], "state");
      JsonNode *fraction
          = json_object_get_member (json_node_get_object (lines->pdata[i]), "fraction");

      g_assert_cmpstr (names, ==, "event,id,landing,state,fraction");
      assert_json_at (lines->pdata[i], "event", "\"step\"");
      g_assert_true (g_strv_contains (states, state));
      if (!json_node_is_null (fraction))
        {
          g_assert_cmpfloat (json_node_get_double (fraction), >=, 0);
          g_assert_cmpfloat (json_node_get_double (fraction), <=, 1);
        }
    }
}

static void
test_climb (gconstpointer data)
{
  const ClimbRow *row = data;
  g_autoptr (Ran) ran = upgrade (row->practice, TRUE, row->words);
  g_autoptr (GPtrArray) lines = ran_get_lines (ran);
  JsonNode *result = lines->pdata[lines->len - 1];
  g_autofree char *names = json_names (result, "");
  JsonArray *backups
      = json_object_get_array_member (json_node_get_object (result), "backup");

  g_assert_cmpint (ran->status, ==, 0);
  assert_steps (lines);
  g_assert_cmpstr (names, ==, "event,outcome,recorder,backup,consents,footage,error");
  assert_json_at (result, "event", "\"result\"");
  assert_json_at (result, "outcome", "\"done\"");
  assert_json_at (result, "recorder.version", row->version);
  assert_json_at (result, "recorder.build", row->build);
  assert_json_at (result, "consents", row->consents);
  assert_json_at (result, "error", "null");
  g_assert_cmpuint (json_array_get_length (backups), ==, row->backups);
  assert_backups (result, row->backups);
}

/* The same recorders, with nothing connected: what a person would do is done by the practice recorder's hands. */
static const ClimbRow screens[] = {
  { "V3.4.70 over both landings, at its screen", "v3.4.70", { AGREE ("4821"), "--consent", "default=4821" },
    "\"V4.50.00\"", "\"210802\"", 1, "[\"terms\",\"upgrade\",\"default\"]" },
  { "V4.22.005 at its screen", "v4.22.005", { AGREE ("3508") }, "\"V4.50.00\"", "\"210802\"", 1,
    "[\"terms\",\"upgrade\"]" },
};

static void
test_at_screen (gconstpointer data)
{
  const ClimbRow *row = data;
  g_autofree char *name = g_strconcat ("stick-", row->practice, NULL);
  g_autofree char *stick = spawn_path (name); /* its own: another run’s firmware would be in the way */
  const char *words[WORDS + 4] = { "--at-screen", "--stick", stick };
  g_autoptr (Ran) ran = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  JsonNode *result;

  for (guint i = 0; row->words[i]; i++)
    words[i + 3] = row->words[i];
  ran = upgrade (row->practice, TRUE, words);
  lines = ran_get_lines (ran);
  result = lines->pdata[lines->len - 1];
  g_assert_cmpint (ran->status, ==, 0);
  assert_json_at (result, "outcome", "\"done\"");
  assert_json_at (result, "declared", "true");
  assert_json_at (result, "recorder.version", row->version);
  assert_json_at (result, "consents", row->consents);
  assert_backups (result, row->backups);
  g_assert_nonnull (strstr (ran->err, "never cut its power"));
}

/* A person is needed, and the three that the screen shows. */
static void
test_screen_usage (void)
{
  static const char *const wrong[][9] = {
    { "upgrade", "--at-screen" },
    { "upgrade", "--at-screen", "--model", "DS-7716NI-I4", "--serial", "DS-7716NI-I41620160905X00003077", "--firmware",
      "V3.4.92 build 170518" },
    { "upgrade", "192.0.2.1", "--at-screen", "--practice=v3.4.70" },
    { "upgrade", "--practice", "--stick", "/nowhere" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (Ran) ran = spawn_words (NULL, wrong[i]);

      g_assert_cmpint (ran->status, ==, 2);
    }
}

/* A journal that cannot be read is neither written over nor a dead end. */
static void
test_anew (void)
{
  static const char *const words[] = { "--only", "backup", NULL };
  static const char *const anew[] = { "--only", "backup", "--anew", NULL };
  g_autofree char *folder = spawn_path ("XDG_DATA_HOME/palier/practice/v4.22.005/journal");
  g_autoptr (Ran) before = upgrade ("v4.22.005", TRUE, words);
  g_autoptr (Ran) stuck = NULL;
  g_autoptr (Ran) after = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_cmpint (before->status, ==, 0);
  while ((name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, ".json"))
      {
        g_autofree char *path = g_build_filename (folder, name, NULL);

        g_assert_true (g_file_set_contents (path, "cut sho", -1, NULL));
      }
  stuck = upgrade ("v4.22.005", FALSE, words);
  g_assert_cmpint (stuck->status, ==, 1);
  g_assert_nonnull (strstr (stuck->err, "--anew"));
  after = upgrade ("v4.22.005", FALSE, anew);
  g_assert_cmpint (after->status, ==, 0);
}

/* The landings are climbed in their order, each to its end before the next. */
static void
test_order (void)
{
  static const char *const words[] = { AGREE ("4821"), "--consent", "default=4821", NULL };
  g_autoptr (Ran) ran = upgrade ("v3.4.70", TRUE, words);
  g_autoptr (GPtrArray) lines = ran_get_lines (ran);
  guint first_v4 = G_MAXUINT, last_v3 = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      g_autofree char *landing = json_at (lines->pdata[i], "landing");
      g_autofree char *state = json_at (lines->pdata[i], "state");

      if (g_strcmp0 (landing, "\"V4.50.00\"") == 0)
        first_v4 = MIN (first_v4, i);
      if (g_strcmp0 (landing, "\"V3.4.92\"") == 0 && g_strcmp0 (state, "\"done\"") == 0)
        last_v3 = i;
    }
  g_assert_cmpuint (last_v3, >, 0);
  g_assert_cmpuint (first_v4, <, G_MAXUINT);
  g_assert_cmpuint (last_v3, <, first_v4);
}

/* The state is kept beside the journal: the finished recorder is still finished. */
static void
test_again (void)
{
  static const char *const words[] = { AGREE ("3508"), NULL };
  g_autoptr (Ran) first = upgrade ("v4.22.005", TRUE, words);
  g_autoptr (Ran) again = upgrade ("v4.22.005", FALSE, NULL);
  g_autoptr (Ran) prose = spawn ("upgrade", "--practice=v4.22.005", "--speed", "0", NULL);
  g_autoptr (Ran) fresh = upgrade ("v4.22.005", TRUE, NULL);
  g_autoptr (JsonNode) result = ran_get_json (again);

  g_assert_cmpint (first->status, ==, 0);
  g_assert_cmpint (again->status, ==, 0);
  assert_json_at (result, "outcome", "\"done\"");
  assert_json_at (result, "recorder.version", "\"V4.50.00\"");
  g_assert_cmpint (prose->status, ==, 0);
  g_assert_nonnull (strstr (prose->out, "Nothing to climb"));
  g_assert_cmpint (fresh->status, ==, 3);
}

static void
test_nothing_to_climb (gconstpointer scenario)
{
  g_autoptr (Ran) ran = upgrade (scenario, TRUE, NULL);
  g_autoptr (JsonNode) result = ran_get_json (ran);

  g_assert_cmpint (ran->status, ==, 0);
  assert_json_at (result, "outcome", "\"done\"");
  assert_json_at (result, "error", "null");
}

static void
test_named_folders_and_report (void)
{
  g_autofree char *one = spawn_path ("one");
  g_autofree char *two = spawn_path ("two");
  g_autofree char *report = spawn_path ("report.pdf");
  const char *const words[] = { AGREE ("6172"), "--backup", one,    "--backup",
                                two,            "--report", report, NULL };
  g_autofree char *pdf = NULL;
  g_autoptr (Ran) ran = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  g_assert_cmpint (g_mkdir (one, 0700) | g_mkdir (two, 0700), ==, 0);
  ran = upgrade ("v4.1.64", TRUE, words);
  lines = ran_get_lines (ran);
  g_assert_cmpint (ran->status, ==, 0);
  assert_backups (lines->pdata[lines->len - 1], 2);
  g_assert_true (g_file_get_contents (report, &pdf, NULL, NULL));
  g_assert_true (g_str_has_prefix (pdf, "%PDF-"));
}

static void
add_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (climbs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/terminal/climb/%s", climbs[i].says);

      g_test_add_data_func (path, &climbs[i], test_climb);
    }
  for (guint i = 0; i < G_N_ELEMENTS (screens); i++)
    {
      g_autofree char *path = g_strdup_printf ("/terminal/climb/%s", screens[i].says);

      g_test_add_data_func (path, &screens[i], test_at_screen);
    }
  g_test_add_func ("/terminal/climb/a journal that cannot be read is set aside", test_anew);
  g_test_add_func ("/terminal/climb/a person is needed at the screen", test_screen_usage);
}

int
main (int argc, char **argv)
{
  spawn_init (&argc, &argv);
  add_rows ();
  g_test_add_func ("/terminal/climb/the landings in their order", test_order);
  g_test_add_func ("/terminal/climb/once finished, nothing is left", test_again);
  g_test_add_func ("/terminal/climb/backup folders and report", test_named_folders_and_report);
  g_test_add_data_func ("/terminal/nothing/V4.50.00", "v4.50.00", test_nothing_to_climb);
  g_test_add_data_func ("/terminal/nothing/V4.61.030", "v4.61.030", test_nothing_to_climb);
  return spawn_run_tests ();
}
