/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "spawn.h"

#include <string.h>

/* What a default took goes back over the network, setting by setting, by the list that was made before it. */

#define PRACTICE "--practice=v3.4.92"

static guint
count_journals (const char *end, char **last)
{
  g_autofree char *folder = spawn_path ("XDG_DATA_HOME/palier/practice/v3.4.92/journal");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir && (name = g_dir_read_name (dir)))
    if (g_str_has_suffix (name, end) && ++n > 0 && last)
      {
        g_free (*last);
        *last = g_build_filename (folder, name, NULL);
      }
  return n;
}

/* The practice recorder's hands enter everything again at the end of a climb: so the list of before is what is made to
 * differ. */
static void
climb (void)
{
  g_autofree char *copy = spawn_path ("copy");
  g_autoptr (Ran) ran = spawn ("upgrade", PRACTICE, "--speed", "0", "--fresh", "--consent", "terms", "--consent",
                               "default=7350", "--consent", "upgrade=7350", "--backup", copy, NULL);
  g_autoptr (Ran) looked = spawn ("reprogram", PRACTICE, "--speed", "0", NULL);
  g_autofree char *journal = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *other = NULL;

  g_test_message ("%s", ran->err);
  g_assert_cmpint (ran->status, ==, 0);
  g_assert_cmpint (looked->status, ==, 0);
  g_assert_nonnull (strstr (looked->out, "Everything is as it was"));
  g_assert_cmpuint (count_journals (".done", &journal), ==, 1);
  g_assert_true (g_file_get_contents (journal, &text, NULL, NULL));
  parts = g_strsplit (text, "Shop recorder", -1);
  g_assert_cmpuint (g_strv_length (parts), >, 1);
  other = g_strjoinv ("Back room", parts);
  g_assert_true (g_file_set_contents (journal, other, -1, NULL));
}

typedef struct
{
  const char *says;
  const char *put; /* NULL: only looked at */
  int status;
  const char *state;  /* of the name, after; NULL: nothing is shown */
  const char *now;    /* the name */
  const char *said;   /* on standard error; NULL: nothing */
  guint journals;     /* that are over, after it */
} Row;

/* One after the other, on the same recorder. */
static const Row rows[] = {
  { "looked at, and nothing begun", NULL, 0, "\"differs\"", "\"Shop recorder\"", NULL, 1 },
  { "a setting that it never had", "camera-99", 2, NULL, NULL, "camera-99", 1 },
  { "what only a person can enter", "user-admin", 2, NULL, NULL, "user-admin", 1 },
  { "put back, and read back", "name", 0, "\"done\"", "\"Back room\"", NULL, 2 },
  { "as before", NULL, 0, "\"same\"", "\"Back room\"", NULL, 2 },
  { "all of nothing", "all", 0, "\"same\"", "\"Back room\"", NULL, 3 },
};

static void
check_row (const Row *row)
{
  g_autoptr (Ran) ran = spawn ("reprogram", PRACTICE, "--speed", "0", "--format", "json", row->put ? "--put" : NULL,
                               row->put, NULL);
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *names = NULL;
  g_autofree char *settings = NULL;

  g_test_message ("%s: %s", row->says, ran->err);
  g_assert_cmpint (ran->status, ==, row->status);
  g_assert_true (!row->said || strstr (ran->err, row->said));
  g_assert_cmpuint (count_journals (".done", NULL) + count_journals (".json", NULL), ==, row->journals);
  if (!row->state)
    {
      g_assert_cmpstr (ran->out, ==, "");
      return;
    }
  node = ran_get_json (ran);
  names = json_names (node, "");
  settings = json_names (node, "settings.0");
  g_assert_cmpstr (names, ==, "recorder,settings");
  g_assert_cmpstr (settings, ==, "id,topic,what,state,before,now,where,problem");
  assert_json_at (node, "settings.0.id", "\"name\"");
  assert_json_at (node, "settings.0.state", row->state);
  assert_json_at (node, "settings.0.now", row->now);
  assert_json_at (node, "settings.0.before", "\"Back room\"");
}

static void
test_put (void)
{
  climb ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    check_row (&rows[i]);
}

static void
test_no_list (void)
{
  g_autoptr (Ran) ran = spawn ("reprogram", "--practice=v4.1.64", "--speed", "0", "--fresh", "--put", "all", NULL);

  g_assert_cmpint (ran->status, ==, 1);
  g_assert_nonnull (strstr (ran->err, "no list of what was set"));
}

int
main (int argc, char **argv)
{
  spawn_init (&argc, &argv);
  g_test_add_func ("/terminal/reprogram/no list of before", test_no_list);
  g_test_add_func ("/terminal/reprogram/looked at, and put back by name", test_put);
  return spawn_run_tests ();
}
