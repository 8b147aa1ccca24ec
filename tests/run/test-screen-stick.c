/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "screen-bench.h"

#include "base/error.h"

#include <glib/gstdio.h>
#include <string.h>

#define FOREIGN "somebody else’s firmware"

static char *
dup_content (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char *content = NULL;

  return g_file_get_contents (path, &content, NULL, NULL) ? content : NULL;
}

static void
put (const char *folder, const char *name, const char *content, gssize length)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, length, NULL));
}

/* The names there that a recorder's menu would offer. */
static char *
dup_offered (const char *folder)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *lower = g_ascii_strdown (name, -1);

      if (g_str_has_suffix (lower, ".dav"))
        g_ptr_array_add (names, g_strdup (name));
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **) names->pdata);
}

typedef struct
{
  const char *sentence;
  const char *name;    /* of the file that is left in place of an export; NULL: none is */
  const char *content; /* what it begins with */
  gsize size;
  PalierErrorCode code; /* what the person is told */
} Stray;

static const Stray strays[] = {
  { "nothing at all", NULL, NULL, 0, PALIER_ERROR_NOT_DONE },
  { "an empty file", "devCfg_1_20261124.bin", "", 0, PALIER_ERROR_BACKUP_NOT_VERIFIED },
  { "a tiny file", "devCfg_1_20261124.bin", "x", 1000, PALIER_ERROR_BACKUP_NOT_VERIFIED },
  { "a refusal in its place", "devCfg_1_20261124.bin", "<?xml version=\"1.0\"?>\n<ResponseStatus version=\"1.0\">", 4000,
    PALIER_ERROR_BACKUP_NOT_VERIFIED },
  { "a web page", "devCfg_1_20261124.bin", "\n<html><head>", 4000, PALIER_ERROR_BACKUP_NOT_VERIFIED },
  { "another document", "devCfg_1_20261124.bin", "<DeviceInfo>", 4000, PALIER_ERROR_BACKUP_NOT_VERIFIED },
  { "a file of another name", "logFile_20261124.txt", "x", 200000, PALIER_ERROR_NOT_DONE },
};

typedef struct
{
  const Stray *row;
  gboolean always;
} Leaving;

static gboolean
leave_stray (ScreenBench *bench, const PalierAsked *asked)
{
  const Leaving *leaving = bench->data;
  const Stray *row = leaving->row;
  g_autofree char *content = g_malloc0 (row->size + 1);

  if (asked->act != PALIER_ACT_EXPORT || (bench->acts[PALIER_ACT_EXPORT] > 1 && !leaving->always))
    return FALSE;
  if (asked->problem)
    g_assert_error (asked->problem, PALIER_ERROR, (int) row->code);
  if (!row->name)
    return TRUE;
  memcpy (content, row->content, MIN (row->size, strlen (row->content)));
  put (bench->stick, row->name, content, (gssize) row->size);
  return TRUE;
}

static guint
count_backups (ScreenBench *bench)
{
  JsonObject *journal = screen_bench_load_journal (bench);
  guint n = json_array_get_length (json_object_get_array_member (journal, "backups"));

  json_object_unref (journal);
  return n;
}

static void
test_stray (gconstpointer data)
{
  Leaving leaving = { data, FALSE };
  ScreenBench bench = { .instead = leave_stray, .data = &leaving };

  screen_bench_open (&bench, "v4.22.005");
  screen_bench_climb (&bench);
  g_assert_no_error (bench.error);
  g_assert_cmpuint (bench.acts[PALIER_ACT_EXPORT], ==, 2);
  g_assert_cmpuint (bench.problems, ==, 1);
  g_assert_cmpuint (count_backups (&bench), ==, 1);
  screen_bench_close (&bench);
}

/* Nothing is changed on a recorder whose configuration never came. */
static void
test_never_exported (gconstpointer data)
{
  Leaving leaving = { data, TRUE };
  ScreenBench bench = { .instead = leave_stray, .data = &leaving };
  PalierPracticeState state;

  screen_bench_open (&bench, "v3.4.92");
  screen_bench_climb (&bench);
  g_assert_cmpint (bench.state, ==, PALIER_RUN_STOPPED);
  g_assert_cmpuint (count_backups (&bench), ==, 0);
  g_assert_cmpuint (bench.acts[PALIER_ACT_DEFAULT] + bench.acts[PALIER_ACT_UPGRADE], ==, 0);
  palier_practice_get_state (bench.practice, &state);
  g_assert_cmpstr (state.version, ==, "V3.4.92 build 170518");
  screen_bench_close (&bench);
}

static gboolean
export_nothing_once (ScreenBench *bench, const PalierAsked *asked)
{
  return asked->act == PALIER_ACT_EXPORT && bench->acts[PALIER_ACT_EXPORT] == 1;
}

static void
test_older_export (void)
{
  g_autofree char *old = g_strnfill (300000, 'o');
  ScreenBench bench = { .instead = export_nothing_once };

  screen_bench_open (&bench, "v4.22.005");
  put (bench.stick, "devCfg_9_20990101000000.bin", old, 300000);
  screen_bench_climb (&bench);
  g_assert_no_error (bench.error);
  /* The one that lay there before did not count, whatever its name says. */
  g_assert_cmpuint (bench.acts[PALIER_ACT_EXPORT], ==, 2);
  screen_bench_close (&bench);
}

/* A landing's file alone is on the stick at the moment of its upgrade. */
static void
watch_upgrade (ScreenBench *bench, PalierQuestion question, const PalierAsked *asked)
{
  g_autofree char *offered = NULL;

  if (question != PALIER_QUESTION_AT_SCREEN || asked->act != PALIER_ACT_UPGRADE)
    return;
  g_assert_cmpstr (asked->file, ==, "digicap.dav");
  offered = dup_offered (asked->stick);
  g_assert_cmpstr (offered, ==, "digicap.dav");
}

static void
test_one_at_a_time (void)
{
  ScreenBench bench = { .before_answer = watch_upgrade };

  screen_bench_open (&bench, "v3.4.70");
  put (bench.stick, "notes.txt", "mine", -1);
  screen_bench_climb (&bench);
  g_assert_no_error (bench.error);
  g_assert_cmpuint (bench.acts[PALIER_ACT_UPGRADE], ==, 2);
  /* The first landing's file was ours: nobody is asked about it. */
  g_assert_cmpuint (bench.asked[PALIER_QUESTION_STICK_IN_THE_WAY], ==, 0);
  {
    g_autofree char *notes = dup_content (bench.stick, "notes.txt");

    g_assert_cmpstr (notes, ==, "mine");
  }
  screen_bench_close (&bench);
}

static void
test_in_the_way (void)
{
  ScreenBench bench = { .before_answer = watch_upgrade };
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  screen_bench_open (&bench, "v4.22.005");
  put (bench.stick, "digicap.dav", FOREIGN, -1);
  put (bench.stick, "NVR_V5.DAV", FOREIGN, -1);
  screen_bench_climb (&bench);
  g_assert_no_error (bench.error);
  g_assert_cmpuint (bench.asked[PALIER_QUESTION_STICK_IN_THE_WAY], ==, 2);
  first = dup_content (bench.stick, "digicap.dav.old");
  second = dup_content (bench.stick, "NVR_V5.DAV.old");
  g_assert_cmpstr (first, ==, FOREIGN);
  g_assert_cmpstr (second, ==, FOREIGN);
  screen_bench_close (&bench);
}

static void
test_left_in_the_way (void)
{
  ScreenBench bench = { .leaves_way = TRUE, .before_answer = watch_upgrade };
  g_autofree char *kept = NULL;
  PalierPracticeState state;

  screen_bench_open (&bench, "v4.22.005");
  put (bench.stick, "digicap.dav", FOREIGN, -1);
  screen_bench_climb (&bench);
  g_assert_no_error (bench.error);
  /* Another stick was put in, and the first is as it was. */
  kept = dup_content (bench.stick, "digicap.dav");
  g_assert_cmpstr (kept, ==, FOREIGN);
  palier_practice_get_state (bench.practice, &state);
  g_assert_cmpstr (state.version, ==, "V4.50.00 build 210802");
  screen_bench_close (&bench);
}

/* While the person is asked, somebody pulls it out. */
static void
yank (ScreenBench *bench, PalierQuestion question, const PalierAsked *asked)
{
  g_autofree char *pocket = g_strconcat (bench->stick, "-in-a-pocket", NULL);

  if (question == PALIER_QUESTION_STICK_IN_THE_WAY)
    g_assert_cmpint (g_rename (bench->stick, pocket), ==, 0);
}

static void
test_yanked (gconstpointer data)
{
  ScreenBench bench = { .before_answer = yank, .keeps_stick = GPOINTER_TO_INT (data) };
  g_autofree char *kept = NULL;
  g_autofree char *pocket = NULL;
  PalierPracticeState state;

  screen_bench_open (&bench, "v4.22.005");
  put (bench.stick, "digicap.dav", FOREIGN, -1);
  screen_bench_climb (&bench);
  pocket = g_strconcat (bench.stick, "-in-a-pocket", NULL);
  kept = dup_content (pocket, "digicap.dav");
  g_assert_cmpstr (kept, ==, FOREIGN);
  g_assert_cmpuint (bench.problems, >=, 1);
  palier_practice_get_state (bench.practice, &state);
  if (bench.keeps_stick)
    {
      /* Nothing but the stick that is gone: the run ends there, its mount point is not made anew, the copy stays. */
      g_assert_cmpint (bench.state, ==, PALIER_RUN_FAILED);
      g_assert_false (g_file_test (bench.stick, G_FILE_TEST_EXISTS));
      g_assert_cmpstr (state.version, ==, "V4.22.005 build 191208");
    }
  else
    {
      g_assert_no_error (bench.error);
      g_assert_cmpstr (state.version, ==, "V4.50.00 build 210802");
    }
  g_assert_cmpuint (count_backups (&bench), ==, 1);
  screen_bench_close (&bench);
}

/* Between two days the stick has been in other hands. */
static void
test_changed_between_days (void)
{
  ScreenBench bench = { .stop_at = PALIER_ACT_UPGRADE };
  PalierPracticeState state;

  screen_bench_open (&bench, "v4.22.005");
  screen_bench_climb (&bench);
  g_assert_cmpint (bench.state, ==, PALIER_RUN_STOPPED);
  put (bench.stick, "digicap.dav", FOREIGN, -1);
  bench.stop_at = PALIER_ACT_NONE;
  bench.before_answer = watch_upgrade;
  screen_bench_climb (&bench);
  g_assert_no_error (bench.error);
  g_assert_cmpuint (bench.asked[PALIER_QUESTION_STICK_IN_THE_WAY], ==, 1);
  palier_practice_get_state (bench.practice, &state);
  g_assert_cmpstr (state.version, ==, "V4.50.00 build 210802");
  screen_bench_close (&bench);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (strays); i++)
    {
      g_autofree char *once = g_strdup_printf ("/screen-stick/stray/%s", strays[i].sentence);
      g_autofree char *always = g_strdup_printf ("/screen-stick/stray/always/%s", strays[i].sentence);

      g_test_add_data_func (once, &strays[i], test_stray);
      g_test_add_data_func (always, &strays[i], test_never_exported);
    }
  g_test_add_func ("/screen-stick/an export that was there before is no new one", test_older_export);
  g_test_add_func ("/screen-stick/one landing at a time", test_one_at_a_time);
  g_test_add_func ("/screen-stick/firmware in the way gets another name, with consent", test_in_the_way);
  g_test_add_func ("/screen-stick/or stays, and another stick is used", test_left_in_the_way);
  g_test_add_data_func ("/screen-stick/yanked, and another is put in", GINT_TO_POINTER (FALSE), test_yanked);
  g_test_add_data_func ("/screen-stick/yanked, and there is no other", GINT_TO_POINTER (TRUE), test_yanked);
  g_test_add_func ("/screen-stick/what changed between two days is written again", test_changed_between_days);
  return g_test_run ();
}
