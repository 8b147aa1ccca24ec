/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "../remove-tree.h"
#include "base/error.h"
#include "run/evidence.h"
#include "run/journal-file.h"
#include "run/journal.h"

#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define SERIAL "DS-7716NI-I4/16P1620160910CCRR000004821WCVU"

static char *
make_folder (void)
{
  return g_dir_make_tmp ("palier-test-XXXXXX", NULL);
}

static void
test_keeps_what_it_is_told (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (PalierJournal) journal = palier_journal_open (folder, SERIAL, NULL);
  PalierBackup backup = { (char *) "/a/b.bin", (char *) "00ff", 8123456, NULL };
  g_autofree char *path = g_strdup (palier_journal_get_path (journal));
  g_autofree char *open_step = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GPtrArray) seen = NULL;
  GStatBuf info;

  g_assert_false (palier_journal_was_continued (journal));
  g_assert_true (palier_journal_add_consent (journal, "terms", "hash fr", NULL));
  g_assert_true (palier_journal_add_backup (journal, &backup, NULL));
  g_assert_true (palier_journal_observe (journal, "read", "V3.4.70 build 160910", NULL));
  g_assert_true (palier_journal_step (journal, "upload", "V3.4.92", "begun", NULL));
  g_clear_object (&journal);

  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  journal = palier_journal_open (folder, SERIAL, NULL);
  g_assert_true (palier_journal_was_continued (journal));
  g_assert_true (palier_journal_has_consent (journal, "terms"));
  g_assert_false (palier_journal_has_consent (journal, "term"));
  open_step = palier_journal_dup_open_step (journal);
  g_assert_cmpstr (open_step, ==, "upload V3.4.92");
  backups = palier_journal_get_backups (journal);
  g_assert_cmpuint (((PalierBackup *) backups->pdata[0])->size, ==, 8123456);
  seen = palier_journal_get_observations (journal);
  g_assert_cmpstr (((PalierObservation *) seen->pdata[0])->detail, ==, "V3.4.70 build 160910");
  g_clear_object (&journal);
  remove_tree (folder);
}

static void
test_finished_is_kept_aside (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (PalierJournal) journal = palier_journal_open (folder, SERIAL, NULL);
  g_autoptr (GPtrArray) unfinished = NULL;

  palier_journal_step (journal, "identify", "", "done", NULL);
  unfinished = palier_journal_list_unfinished (folder);
  g_assert_cmpuint (unfinished->len, ==, 1);
  g_assert_true (palier_journal_finish (journal, "done", NULL));
  g_clear_object (&journal);
  g_clear_pointer (&unfinished, g_ptr_array_unref);
  unfinished = palier_journal_list_unfinished (folder);
  g_assert_cmpuint (unfinished->len, ==, 0);

  journal = palier_journal_open (folder, SERIAL, NULL);
  g_assert_false (palier_journal_was_continued (journal));
  g_assert_false (g_file_test (palier_journal_get_path (journal), G_FILE_TEST_EXISTS));
  g_clear_object (&journal);
  remove_tree (folder);
}

static void
test_one_palier_a_recorder (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (PalierJournal) journal = palier_journal_open (folder, SERIAL, NULL);
  g_autoptr (PalierJournal) neighbour = palier_journal_open (folder, "DS-7716NI-I4_16P1620160910CCRR000004821WCVU", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (neighbour);
  g_assert_cmpstr (palier_journal_get_path (journal), !=, palier_journal_get_path (neighbour));
  g_assert_null (palier_journal_open (folder, SERIAL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_JOURNAL);
  g_clear_object (&journal);
  g_clear_object (&neighbour);
  remove_tree (folder);
}

typedef struct
{
  const char *says;
  const char *given[5];
  gboolean defaults; /* "default" is in force */
  gboolean skips;    /* "skip-default" is */
} MindRow;

static const MindRow minds[] = {
  { "neither was given", { NULL }, FALSE, FALSE },
  { "the default alone", { "default" }, TRUE, FALSE },
  { "waived alone", { "skip-default" }, FALSE, TRUE },
  { "waived, then agreed to after all", { "skip-default", "default" }, TRUE, FALSE },
  { "agreed to, then waived", { "default", "skip-default" }, FALSE, TRUE },
  { "back and forth", { "default", "skip-default", "default" }, TRUE, FALSE },
  { "other consents change nothing", { "skip-default", "default", "terms", "upgrade" }, TRUE, FALSE },
};

/* A default that was agreed to last is done: a waiver from before must not send V4 to a recorder without one. */
static void
test_the_last_word_counts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (minds); i++)
    {
      g_autofree char *folder = make_folder ();
      g_autoptr (PalierJournal) journal = palier_journal_open (folder, SERIAL, NULL);

      g_test_message ("%s", minds[i].says);
      for (guint k = 0; minds[i].given[k]; k++)
        g_assert_true (palier_journal_add_consent (journal, minds[i].given[k], "", NULL));
      g_assert_cmpint (palier_journal_has_consent (journal, "default"), ==, minds[i].defaults);
      g_assert_cmpint (palier_journal_has_consent (journal, "skip-default"), ==, minds[i].skips);
      g_clear_object (&journal);
      remove_tree (folder);
    }
}

typedef struct
{
  const char *says;
  const char *content;
} HostileRow;

static const HostileRow hostile[] = {
  { "an empty file", "" },
  { "a file cut short", "{\"format\": 1, \"serial\": \"" },
  { "not an object", "[]" },
  { "a later format", "{\"format\": 2, \"serial\": \"" SERIAL "\", \"fields\": {}, \"consents\": [], "
                      "\"backups\": [], \"observations\": [], \"steps\": []}" },
  { "another recorder's journal", "{\"format\": 1, \"serial\": \"X\", \"fields\": {}, \"consents\": [], \"backups\": [], "
                                  "\"observations\": [], \"steps\": []}" },
  { "an array that is missing", "{\"format\": 1, \"serial\": \"" SERIAL "\", \"fields\": {}, \"consents\": [], "
                                "\"backups\": [], \"observations\": []}" },
  { "an entry that is no object", "{\"format\": 1, \"serial\": \"" SERIAL "\", \"fields\": {}, \"consents\": [1], "
                                  "\"backups\": [], \"observations\": [], \"steps\": []}" },
  { "a value that is no string", "{\"format\": 1, \"serial\": \"" SERIAL "\", \"fields\": {}, \"consents\": "
                                 "[{\"id\": 4}], \"backups\": [], \"observations\": [], \"steps\": []}" },
};

/* It may hold what the recorder can no longer tell: it is neither half-read nor written over. */
static void
test_unreadable_is_left_alone (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (PalierJournal) journal = palier_journal_open (folder, SERIAL, NULL);
  g_autofree char *path = g_strdup (palier_journal_get_path (journal));

  g_clear_object (&journal);
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *after = NULL;

      g_test_message ("%s", hostile[i].says);
      g_assert_true (g_file_set_contents (path, hostile[i].content, -1, NULL));
      g_assert_null (palier_journal_open (folder, SERIAL, &error));
      g_assert_error (error, PALIER_ERROR, PALIER_ERROR_JOURNAL);
      g_assert_true (g_file_get_contents (path, &after, NULL, NULL));
      g_assert_cmpstr (after, ==, hostile[i].content);
    }
  remove_tree (folder);
}

/* No dead end: a person may have it kept and begin anew, whatever it holds. */
static void
test_set_aside (void)
{
  g_autofree char *folder = make_folder ();
  g_autoptr (PalierJournal) journal = palier_journal_open (folder, SERIAL, NULL);
  g_autofree char *path = g_strdup (palier_journal_get_path (journal));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) unfinished = NULL;
  g_autoptr (GDir) dir = NULL;
  const char *name;
  guint kept = 0;

  g_assert_true (palier_journal_step (journal, "upload", "V4.50.00", "begun", NULL));
  g_assert_false (palier_journal_set_aside (path, &error)); /* in use */
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_JOURNAL);
  g_assert_cmpstr (palier_error_get_sentence (error), ==, "Another Palier works on this recorder.");
  g_clear_object (&journal);
  for (guint i = 0; i < 2; i++)
    {
      g_clear_error (&error);
      g_clear_pointer (&unfinished, g_ptr_array_unref);
      unfinished = palier_journal_list_unfinished (folder);
      g_assert_cmpuint (unfinished->len, ==, 1);
      g_assert_true (palier_journal_set_aside (unfinished->pdata[0], &error));
      g_assert_true (palier_journal_set_aside (path, &error)); /* gone already */
      journal = palier_journal_open (folder, SERIAL, &error);
      g_assert_no_error (error);
      g_assert_false (palier_journal_was_continued (journal));
      g_clear_object (&journal);
      g_assert_true (g_file_set_contents (path, "cut sho", -1, NULL));
    }
  dir = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (dir)))
    kept += g_str_has_suffix (name, ".done");
  g_assert_cmpuint (kept, ==, 2);
  remove_tree (folder);
}

static void
test_unwritable_is_said (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *file = g_build_filename (folder, "file", NULL);
  g_autofree char *inside = g_build_filename (file, "journal", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (file, "", 0, NULL));
  g_assert_null (palier_journal_open (inside, SERIAL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_JOURNAL);
  remove_tree (folder);
}

typedef struct
{
  const char *says;
  const char *seen; /* "what:detail what:detail …", R = read V3.4.92, O = read V3.4.70, P = read V3.4.97, T = read V4.50.00 */
  PalierDefaultEvidence evidence;
} EvidenceRow;

static const EvidenceRow evidence_rows[] = {
  { "nothing proves nothing", "", PALIER_DEFAULT_NONE },
  { "the landing alone is no default", "R", PALIER_DEFAULT_LANDED },
  { "the whole chain is a default seen", "R default-accepted inactive R", PALIER_DEFAULT_SEEN },
  { "readings between its links do not break it", "R R default-accepted R inactive R R", PALIER_DEFAULT_SEEN },
  { "done at the screen counts as well", "R default-declared inactive cleared R", PALIER_DEFAULT_SEEN },
  { "made inactive at the screen is no default, though it asks for a password", "R default-declared inactive R",
    PALIER_DEFAULT_ASKING },
  { "settings that are still there refute it", "R default-declared inactive default-refuted R", PALIER_DEFAULT_LANDED },
  { "settings that went before it was declared do not count", "R cleared default-declared inactive R",
    PALIER_DEFAULT_ASKING },
  { "inactive alone proves nothing", "R inactive R", PALIER_DEFAULT_LANDED },
  { "asked for and not accepted is nothing", "R defaulting inactive R", PALIER_DEFAULT_LANDED },
  { "accepted and never inactive is not seen", "R default-accepted R", PALIER_DEFAULT_ACCEPTED },
  { "not read again is not seen", "R default-accepted inactive", PALIER_DEFAULT_INACTIVE },
  { "a default below the landing does not count", "O default-accepted inactive R", PALIER_DEFAULT_LANDED },
  { "a default before the landing was reached does not count", "O default-accepted inactive O sent R", PALIER_DEFAULT_LANDED },
  { "an import since then voids it", "R default-accepted inactive R imported R", PALIER_DEFAULT_LANDED },
  { "firmware sent since then voids it", "R default-accepted inactive R sent R", PALIER_DEFAULT_LANDED },
  { "after the top nothing is left of it", "R default-accepted inactive R T", PALIER_DEFAULT_NONE },
  { "the gap's versions count as the landing", "P default-accepted inactive P", PALIER_DEFAULT_SEEN },
  { "the recorder's log tells the default before us", "R default-logged", PALIER_DEFAULT_SEEN },
  { "the log proves nothing below the landing", "O default-logged R", PALIER_DEFAULT_LANDED },
};

static void
observation_free (gpointer data)
{
  PalierObservation *seen = data;

  g_free (seen->what);
  g_free (seen->detail);
  g_free (seen);
}

static GPtrArray *
make_observations (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GPtrArray *observations = g_ptr_array_new_with_free_func (observation_free);

  for (guint i = 0; words[i] && *words[i]; i++)
    {
      PalierObservation *seen = g_new0 (PalierObservation, 1);
      const char *version = g_str_equal (words[i], "R")   ? "V3.4.92 build 170518"
                            : g_str_equal (words[i], "O") ? "V3.4.70 build 160910"
                            : g_str_equal (words[i], "P") ? "V3.4.97 build 180101"
                            : g_str_equal (words[i], "T") ? "V4.50.00 build 210802"
                                                          : NULL;

      seen->what = g_strdup (version ? "read" : words[i]);
      seen->detail = g_strdup (version ? version : "");
      g_ptr_array_add (observations, seen);
    }
  return observations;
}

static void
test_evidence_of_default (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (evidence_rows); i++)
    {
      g_autoptr (GPtrArray) observations = make_observations (evidence_rows[i].seen);

      g_test_message ("%s", evidence_rows[i].says);
      g_assert_cmpint (palier_evidence_of_default (observations, palier_catalogue_get_shipped (), "DS-7716NI-I4"), ==,
                       evidence_rows[i].evidence);
    }
}

/* What would be waited for, or read, without end; and what a parser would drown in. */
static void
test_no_file_at_all (void)
{
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *folder = g_dir_make_tmp ("palier-journal-XXXXXX", NULL);
      g_autofree char *path = palier_journal_file_dup_path (folder, "S1");
      g_autofree char *lock = g_strconcat (path, ".lock", NULL);
      g_autofree char *deep = g_strnfill (1000000, '[');
      g_autoptr (GError) error = NULL;

      if (i == 0)
        g_assert_cmpint (mkfifo (path, 0600), ==, 0);
      else if (i == 1)
        g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
      else
        g_assert_true (g_file_set_contents (path, deep, -1, NULL));
      g_assert_null (palier_journal_open (folder, "S1", &error));
      g_assert_error (error, PALIER_ERROR, PALIER_ERROR_JOURNAL);
      g_remove (path);
      g_remove (lock);
      g_assert_cmpint (g_rmdir (folder), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/journal/keeps-what-it-is-told", test_keeps_what_it_is_told);
  g_test_add_func ("/journal/finished-is-kept-aside", test_finished_is_kept_aside);
  g_test_add_func ("/journal/one-palier-a-recorder", test_one_palier_a_recorder);
  g_test_add_func ("/journal/the-last-word-counts", test_the_last_word_counts);
  g_test_add_func ("/journal/set-aside", test_set_aside);
  g_test_add_func ("/journal/unreadable-is-left-alone", test_unreadable_is_left_alone);
  g_test_add_func ("/journal/no-file-at-all", test_no_file_at_all);
  g_test_add_func ("/journal/unwritable-is-said", test_unwritable_is_said);
  g_test_add_func ("/evidence/of-default", test_evidence_of_default);
  return g_test_run ();
}
