/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rig.h"

#include "base/error.h"
#include "run/runner.h"

#include <glib/gstdio.h>

/* The runner's one rule, on steps that do what the row says: verify, check, begun, run, verify, done. */

#define SERIAL "DS-7716NI-I41620160910TEST00004821WCVU"

typedef enum
{
  YES,
  NOT_DONE,
  LOST,    /* could not look */
  RULE,    /* a gate stops it */
  CONSENT, /* something was not agreed to */
  BROKEN,
} Result;

typedef struct
{
  const char *says;
  Result before; /* what verify says first */
  Result check, run, after;
  gboolean unwanted, unwanted_after;
  PalierStepFlags flags;
  const char *calls;    /* in order */
  const char *states;   /* of the item, in order */
  const char *journal;
  PalierRunState outcome;
} RunnerRow;

static const RunnerRow rows[] = {
  { "done: looked at, checked, run, looked at again", NOT_DONE, YES, YES, YES, FALSE, FALSE, PALIER_STEP_PLAIN,
    "verify check run verify ", "verifying checking running verifying done ",
    "subject:begun subject:done", PALIER_RUN_DONE },
  { "already true: kept, and not run", YES, YES, YES, YES, FALSE, FALSE, PALIER_STEP_PLAIN,
    "verify ", "verifying kept ", "subject:kept", PALIER_RUN_DONE },
  { "always: run although it is true", YES, YES, YES, YES, FALSE, FALSE, PALIER_STEP_ALWAYS,
    "check run verify ", "checking running verifying done ", "subject:begun subject:done", PALIER_RUN_DONE },
  { "waived: nothing is even looked at", NOT_DONE, YES, YES, YES, TRUE, TRUE, PALIER_STEP_PLAIN,
    "", "skipped ", "subject:skipped", PALIER_RUN_DONE },
  { "waived while it ran: not looked at again", NOT_DONE, YES, YES, LOST, FALSE, TRUE, PALIER_STEP_PLAIN,
    "verify check run ", "verifying checking running skipped ", "subject:begun subject:skipped",
    PALIER_RUN_DONE },
  { "could not look: fails, and is not run", LOST, YES, YES, YES, FALSE, FALSE, PALIER_STEP_PLAIN,
    "verify ", "verifying failed ", "subject:failed", PALIER_RUN_FAILED },
  { "a gate at the first look stops it", RULE, YES, YES, YES, FALSE, FALSE, PALIER_STEP_PLAIN,
    "verify ", "verifying failed ", "subject:failed", PALIER_RUN_STOPPED },
  { "a gate at the check stops it before it is begun", NOT_DONE, RULE, YES, YES, FALSE, FALSE, PALIER_STEP_PLAIN,
    "verify check ", "verifying checking failed ", "subject:failed", PALIER_RUN_STOPPED },
  { "a missing consent stops it before it is begun", NOT_DONE, CONSENT, YES, YES, FALSE, FALSE, PALIER_STEP_PLAIN,
    "verify check ", "verifying checking failed ", "subject:failed", PALIER_RUN_STOPPED },
  { "what breaks while it runs fails", NOT_DONE, YES, BROKEN, YES, FALSE, FALSE, PALIER_STEP_PLAIN,
    "verify check run ", "verifying checking running failed ", "subject:begun subject:failed",
    PALIER_RUN_FAILED },
  { "run and not true fails", NOT_DONE, YES, YES, NOT_DONE, FALSE, FALSE, PALIER_STEP_PLAIN,
    "verify check run verify ", "verifying checking running verifying failed ",
    "subject:begun subject:failed", PALIER_RUN_FAILED },
  { "run and nobody answers fails", NOT_DONE, YES, YES, LOST, FALSE, FALSE, PALIER_STEP_PLAIN,
    "verify check run verify ", "verifying checking running verifying failed ",
    "subject:begun subject:failed", PALIER_RUN_FAILED },
  { "a change without a recorder to read again is not begun", NOT_DONE, YES, YES, YES, FALSE, FALSE,
    PALIER_STEP_CHANGES, "verify ", "verifying checking failed ", "subject:failed", PALIER_RUN_FAILED },
};

static struct
{
  const RunnerRow *row;
  GString *calls;  /* the worker's until "finished" */
  GString *states; /* the main thread's */
  guint n_verified;
  gboolean ran;
  gboolean begun_first; /* when it ran, the journal's file already said so */
} play;

static gboolean
give (Result result, GError **error)
{
  switch (result)
    {
    case YES:
      return TRUE;
    case NOT_DONE:
      palier_error_set (error, PALIER_ERROR_NOT_DONE, NULL);
      break;
    case LOST:
      palier_error_set (error, PALIER_ERROR_CONNECTION_LOST, NULL);
      break;
    case RULE:
      palier_error_set_rule (error, "P9", "A reason.", "A remedy.");
      break;
    case CONSENT:
      palier_error_set (error, PALIER_ERROR_CONSENT_MISSING, "upgrade");
      break;
    case BROKEN:
      palier_error_set (error, PALIER_ERROR_FLASH_FAILED, NULL);
      break;
    default:
      g_assert_not_reached ();
    }
  return FALSE;
}

static gboolean
subject_check (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_string_append (play.calls, "check ");
  return give (play.row->check, error);
}

static gboolean
subject_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autofree char *text = NULL;

  g_string_append (play.calls, "run ");
  play.ran = TRUE;
  g_assert_true (g_file_get_contents (palier_journal_get_path (palier_job_get_journal (job)), &text, NULL, NULL));
  play.begun_first = strstr (text, "\"begun\"") && strstr (text, "\"subject\"");
  return give (play.row->run, error);
}

static gboolean
subject_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  gboolean first = play.n_verified++ == 0 && !play.ran;

  g_string_append (play.calls, "verify ");
  return give (first ? play.row->before : play.row->after, error);
}

static gboolean
subject_wanted (PalierJob *job)
{
  return !(play.ran ? play.row->unwanted_after : play.row->unwanted);
}

static void
state_cb (PalierStepItem *item, GParamSpec *pspec, gpointer data)
{
  g_string_append_printf (play.states, "%s ", palier_step_state_get_nick (palier_step_item_get_state (item)));
}

static void
finished_cb (GMainLoop *loop)
{
  g_main_loop_quit (loop);
}

static void
run_to_the_end (PalierRunner *runner, GCancellable *cancellable)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_signal_connect_swapped (runner, "finished", G_CALLBACK (finished_cb), loop);
  palier_runner_start (runner, cancellable);
  g_main_loop_run (loop);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
assert_row (const RunnerRow *row, PalierRunner *runner, Rig *rig)
{
  g_autoptr (PalierStepItem) last = g_list_model_get_item (G_LIST_MODEL (runner), 1);
  g_autofree char *steps = rig_dup_steps (rig);
  gboolean done = row->outcome == PALIER_RUN_DONE;
  g_autofree char *expected = g_strconcat (row->journal, done ? " last:done" : "", NULL);

  g_assert_cmpstr (play.calls->str, ==, row->calls);
  g_assert_cmpstr (play.states->str, ==, row->states);
  g_assert_cmpstr (steps, ==, expected);
  g_assert_cmpint (palier_runner_get_state (runner), ==, row->outcome);
  g_assert_cmpint (palier_step_item_get_state (last), ==, done ? PALIER_STEP_DONE : PALIER_STEP_WAITING);
  g_assert_cmpint (palier_runner_get_error (runner) == NULL, ==, done);
  g_assert_true (palier_runner_may_close (runner));
  if (play.ran)
    g_assert_true (play.begun_first);
}

static gboolean
yes (PalierJob *job, GCancellable *cancellable, GError **error)
{
  return TRUE;
}

static void
test_row (gconstpointer data)
{
  const RunnerRow *row = data;
  const PalierStep subject = { .id = "subject", .title = "", .doing = "", .weight = 3, .flags = row->flags,
                               .check = subject_check, .run = subject_run, .verify = subject_verify,
                               .wanted = subject_wanted };
  const PalierStep last = { .id = "last", .title = "", .doing = "", .weight = 1, .flags = PALIER_STEP_ALWAYS,
                            .verify = yes };
  Rig rig = { 0 };
  g_autoptr (PalierRunner) runner = NULL;
  g_autoptr (PalierStepItem) item = NULL;

  play = (typeof (play)){ .row = row, .calls = g_string_new (NULL), .states = g_string_new (NULL) };
  rig_open (&rig, "DS-7716NI-I4", SERIAL, "V3.4.70 build 160910");
  runner = palier_runner_new (rig.job);
  palier_runner_add (runner, &subject, -1);
  palier_runner_add (runner, &last, -1);
  item = g_list_model_get_item (G_LIST_MODEL (runner), 0);
  g_signal_connect (item, "notify::state", G_CALLBACK (state_cb), NULL);
  run_to_the_end (runner, NULL);
  assert_row (row, runner, &rig);
  g_string_free (play.calls, TRUE);
  g_string_free (play.states, TRUE);
  g_clear_object (&item);
  g_clear_object (&runner);
  rig_close (&rig);
}

/* What cannot be written down is not done. */
static void
test_journal_first (void)
{
  static const RunnerRow row = { .before = NOT_DONE };
  const PalierStep subject = { .id = "subject", .title = "", .doing = "", .weight = 1, .run = subject_run };
  Rig rig = { 0 };
  g_autoptr (PalierRunner) runner = NULL;

  play = (typeof (play)){ .row = &row, .calls = g_string_new (NULL) };
  rig_open (&rig, "DS-7716NI-I4", SERIAL, "V3.4.70 build 160910");
  runner = palier_runner_new (rig.job);
  palier_runner_add (runner, &subject, -1);
  g_remove (palier_journal_get_path (rig.journal));
  g_assert_cmpint (g_mkdir (palier_journal_get_path (rig.journal), 0700), ==, 0);
  run_to_the_end (runner, NULL);
  g_assert_cmpint (palier_runner_get_state (runner), ==, PALIER_RUN_FAILED);
  g_assert_cmpstr (palier_error_get_nick (palier_runner_get_error (runner)), ==, "journal");
  g_assert_false (play.ran);
  g_string_free (play.calls, TRUE);
  g_clear_object (&runner);
  rig_close (&rig);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/runner/%s", rows[i].says);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  g_test_add_func ("/runner/journal-first", test_journal_first);
  return g_test_run ();
}
