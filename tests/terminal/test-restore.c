/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "spawn.h"

#include <string.h>

/* A copy of the configuration goes back to the version that wrote it, after the person has said so, and no other. */

typedef struct
{
  const char *says;
  const char *practice;
  gboolean copied;
  gboolean climbed;
  gboolean changed; /* the copies are no longer what they were */
  const char *consent;
  int status;
  const char *said; /* on standard error */
} Row;

static const Row rows[] = {
  { "nothing was ever copied", "v4.1.64", FALSE, FALSE, FALSE, "restore=6172", 1, "no copy" },
  { "nobody agreed", "v4.1.64", TRUE, FALSE, FALSE, NULL, 3, "--consent restore=" },
  { "with another recorder's digits", "v4.1.64", TRUE, FALSE, FALSE, "restore=4821", 3, "--consent restore=" },
  { "an agreement to something else", "v4.1.64", TRUE, FALSE, FALSE, "upgrade=6172", 2, "upgrade=6172" },
  { "back on the version that wrote it", "v4.1.64", TRUE, FALSE, FALSE, "restore=6172", 0, "Do not cut its power" },
  { "a copy that somebody changed", "v4.1.64", TRUE, FALSE, TRUE, "restore=6172", 1, "has changed" },
  { "never from a V3 to a V4", "v3.4.70", FALSE, TRUE, FALSE, "restore=4821", 3, "copied from a V3" },
};

static void
change (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_true (g_file_set_contents (path, "something else", -1, NULL));
    }
}

static void
prepare (const Row *row, const char *practice)
{
  g_autofree char *first = spawn_path ("copy-a");
  g_autofree char *second = spawn_path ("copy-b");
  g_autoptr (Ran) ran = NULL;

  if (row->climbed)
    ran = spawn ("upgrade", practice, "--speed", "0", "--fresh", "--consent", "terms", "--consent", "default=4821",
                 "--consent", "upgrade=4821", "--backup", first, "--backup", second, NULL);
  else if (row->copied)
    ran = spawn ("upgrade", practice, "--speed", "0", "--fresh", "--only", "backup", "--backup", first, "--backup",
                 second, NULL);
  else
    ran = spawn ("inspect", practice, "--speed", "0", "--fresh", NULL);
  g_test_message ("%s", ran->err);
  g_assert_cmpint (ran->status, ==, 0);
  if (!row->changed)
    return;
  change (first);
  change (second);
}

/* Whether the recorder was sent the file, by its journal and the ones that are over. */
static gboolean
was_sent (const char *scenario)
{
  g_autofree char *name = g_strdup_printf ("XDG_DATA_HOME/palier/practice/%s/journal", scenario);
  g_autofree char *folder = spawn_path (name);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  gboolean sent = FALSE;
  const char *entry;

  while (dir && !sent && (entry = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, entry, NULL);
      g_autofree char *text = NULL;

      sent = g_file_get_contents (path, &text, NULL, NULL) && strstr (text, "\"imported\"");
    }
  return sent;
}

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  g_autofree char *practice = g_strdup_printf ("--practice=%s", row->practice);
  g_autoptr (Ran) ran = NULL;

  prepare (row, practice);
  ran = spawn ("restore", practice, "--speed", "0", "--format", "json", row->consent ? "--consent" : NULL, row->consent,
               NULL);
  g_test_message ("%s", ran->err);
  g_assert_cmpint (ran->status, ==, row->status);
  g_assert_nonnull (strstr (ran->err, row->said));
  g_assert_true (was_sent (row->practice) == (row->status == 0));
  if (row->status == 0)
    {
      g_autoptr (JsonNode) node = ran_get_json (ran);
      g_autofree char *names = json_names (node, "");

      g_assert_cmpstr (names, ==, "restored,recorder");
      assert_json_at (node, "restored", "true");
      assert_json_at (node, "recorder.version", "\"V4.1.64\"");
    }
  else
    g_assert_cmpstr (ran->out, ==, "");
}

int
main (int argc, char **argv)
{
  spawn_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/terminal/restore/%s", rows[i].says);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return spawn_run_tests ();
}
