/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "rig.h"

#include "base/error.h"
#include "run/runner.h"

/* A run while it goes: questions and answers, cancelling late, how far it is, and whether the window may close. */

#define SERIAL "DS-7716NI-I41620160910TEST00004821WCVU"

typedef enum
{
  DO_NOTHING,
  DO_ANSWER_YES,
  DO_ANSWER_NO,
  DO_ANSWER_TWICE, /* the second one comes too late */
  DO_CANCEL,
} Deed;

typedef struct
{
  const char *says;
  Deed deed;
  guint moot_after; /* the look says so at its n-th time; 0: nothing to look at */
  gboolean look_fails;
  PalierRunState outcome;
  PalierAnswerKind answer;
  const char *text;
} QuestionRow;

static const QuestionRow rows[] = {
  { "yes with what was typed", DO_ANSWER_YES, 0, FALSE, PALIER_RUN_DONE, PALIER_ANSWER_YES, "10.0.0.7" },
  { "no", DO_ANSWER_NO, 0, FALSE, PALIER_RUN_DONE, PALIER_ANSWER_NO, NULL },
  { "the first answer counts", DO_ANSWER_TWICE, 0, FALSE, PALIER_RUN_DONE, PALIER_ANSWER_NO, "first" },
  { "nobody answers, and it happens by itself", DO_NOTHING, 3, FALSE, PALIER_RUN_DONE, PALIER_ANSWER_YES, NULL },
  { "an answer before it happens by itself", DO_ANSWER_NO, 9, FALSE, PALIER_RUN_DONE, PALIER_ANSWER_NO, NULL },
  { "it can no longer be looked at", DO_NOTHING, 3, TRUE, PALIER_RUN_FAILED, PALIER_ANSWER_NO, NULL },
  { "cancelled while it waits", DO_CANCEL, 0, FALSE, PALIER_RUN_STOPPED, PALIER_ANSWER_NO, NULL },
};

static struct
{
  const QuestionRow *row;
  GCancellable *cancellable;
  guint n_looks;
  PalierAnswerKind answer;
  char *text;
  GString *states; /* of the run */
  double fraction; /* the last one told */
  gboolean fell;   /* it once went backwards */
  guint n_finished;
} play;

static gboolean
look (PalierJob *job, GCancellable *cancellable, GError **error)
{
  if (++play.n_looks == play.row->moot_after && !play.row->look_fails)
    return TRUE;
  palier_error_set (error,
                    play.n_looks == play.row->moot_after ? PALIER_ERROR_BAD_ANSWER : PALIER_ERROR_NOT_DONE, NULL);
  return FALSE;
}

static gboolean
ask_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  return palier_job_ask (job, PALIER_QUESTION_REPAIR, play.row->moot_after ? look : NULL, &play.answer, &play.text,
                         cancellable, error);
}

static void
question_cb (PalierJob *job, GParamSpec *pspec, gpointer data)
{
  if (palier_job_get_question (job) != PALIER_QUESTION_REPAIR)
    return;
  switch (play.row->deed)
    {
    case DO_ANSWER_YES:
      palier_job_answer (job, PALIER_ANSWER_YES, "10.0.0.7");
      break;
    case DO_ANSWER_TWICE:
      palier_job_answer (job, PALIER_ANSWER_NO, "first");
      palier_job_answer (job, PALIER_ANSWER_YES, "second");
      break;
    case DO_ANSWER_NO:
      palier_job_answer (job, PALIER_ANSWER_NO, NULL);
      break;
    case DO_CANCEL:
      g_cancellable_cancel (play.cancellable);
      break;
    case DO_NOTHING:
    default:
      break;
    }
}

static void
state_cb (PalierRunner *runner, GParamSpec *pspec, gpointer data)
{
  PalierRunState state = palier_runner_get_state (runner);

  g_string_append_printf (play.states, "%s ", palier_run_state_get_nick (state));
  if (state == PALIER_RUN_ASKING)
    g_assert_true (palier_runner_may_close (runner));
}

static void
fraction_cb (PalierRunner *runner, GParamSpec *pspec, gpointer data)
{
  double fraction = palier_runner_get_fraction (runner);

  play.fell |= fraction < play.fraction;
  play.fraction = fraction;
  g_assert_cmpfloat (fraction, <=, 1);
}

static void
finished_cb (GMainLoop *loop)
{
  play.n_finished++;
  g_main_loop_quit (loop);
}

static void
run_to_the_end (PalierRunner *runner)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  g_signal_connect (runner, "notify::state", G_CALLBACK (state_cb), NULL);
  g_signal_connect (runner, "notify::fraction", G_CALLBACK (fraction_cb), NULL);
  g_signal_connect_swapped (runner, "finished", G_CALLBACK (finished_cb), loop);
  palier_runner_start (runner, play.cancellable);
  g_assert_null (palier_runner_get_error (runner));
  g_main_loop_run (loop);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (play.n_finished, ==, 1);
}

static PalierRunner *
begin (Rig *rig, const QuestionRow *row)
{
  play = (typeof (play)){ .row = row, .states = g_string_new (NULL), .cancellable = g_cancellable_new () };
  rig_open (rig, "DS-7716NI-I4", SERIAL, "V3.4.70 build 160910");
  g_signal_connect (rig->job, "notify::question", G_CALLBACK (question_cb), NULL);
  return palier_runner_new (rig->job);
}

static void
end (Rig *rig, PalierRunner *runner)
{
  g_object_unref (runner);
  g_clear_object (&play.cancellable);
  g_clear_pointer (&play.text, g_free);
  g_string_free (play.states, TRUE);
  rig_close (rig);
}

static void
test_question (gconstpointer data)
{
  static const PalierStep ask_step = { .id = "ask", .title = "", .doing = "", .weight = 1, .run = ask_run };
  const QuestionRow *row = data;
  Rig rig = { 0 };
  PalierRunner *runner = begin (&rig, row);
  g_autofree char *states = g_strdup_printf ("running asking running %s ", palier_run_state_get_nick (row->outcome));

  palier_runner_add (runner, &ask_step, -1);
  run_to_the_end (runner);
  g_assert_cmpint (palier_runner_get_state (runner), ==, row->outcome);
  g_assert_cmpstr (play.states->str, ==, states);
  g_assert_cmpint (palier_job_get_question (rig.job), ==, PALIER_QUESTION_NONE);
  if (row->outcome == PALIER_RUN_DONE)
    {
      g_assert_cmpint (play.answer, ==, row->answer);
      g_assert_cmpstr (play.text, ==, row->text);
    }
  if (row->deed == DO_CANCEL)
    g_assert_error (palier_runner_get_error (runner), G_IO_ERROR, G_IO_ERROR_CANCELLED);
  end (&rig, runner);
}

/* An answer to a question that nobody has asked is not kept for the next one. */
static void
test_early_answer (void)
{
  static const PalierStep ask_step = { .id = "ask", .title = "", .doing = "", .weight = 1, .run = ask_run };
  static const QuestionRow row = { .deed = DO_ANSWER_NO, .outcome = PALIER_RUN_DONE };
  Rig rig = { 0 };
  PalierRunner *runner = begin (&rig, &row);

  palier_job_answer (rig.job, PALIER_ANSWER_YES, "too early");
  palier_runner_add (runner, &ask_step, -1);
  run_to_the_end (runner);
  g_assert_cmpint (play.answer, ==, PALIER_ANSWER_NO);
  g_assert_null (play.text);
  end (&rig, runner);
}

static gboolean
late_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_cancellable_cancel (cancellable);
  if (play.row->outcome == PALIER_RUN_DONE)
    return TRUE;
  palier_error_set (error, PALIER_ERROR_FLASH_FAILED, NULL);
  return FALSE;
}

/* A late cancel must not hide what became of a step that cannot be undone. */
static void
test_late_cancel (gconstpointer data)
{
  static const PalierStep late_step = { .id = "late", .title = "", .doing = "", .weight = 1,
                                        .flags = PALIER_STEP_NO_RETURN, .run = late_run };
  const QuestionRow *row = data;
  Rig rig = { 0 };
  PalierRunner *runner = begin (&rig, row);
  g_autofree char *steps = NULL;

  palier_runner_add (runner, &late_step, -1);
  run_to_the_end (runner);
  steps = rig_dup_steps (&rig);
  g_assert_cmpint (palier_runner_get_state (runner), ==, row->outcome);
  g_assert_cmpstr (steps, ==, row->outcome == PALIER_RUN_DONE ? "late:begun late:done" : "late:begun late:failed");
  if (row->outcome == PALIER_RUN_FAILED)
    g_assert_error (palier_runner_get_error (runner), PALIER_ERROR, PALIER_ERROR_FLASH_FAILED);
  end (&rig, runner);
}

static gboolean
long_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i <= 10; i++)
    palier_job_set_fraction (job, i / 10.0);
  return TRUE;
}

static void
item_cb (PalierStepItem *item, GParamSpec *pspec, PalierRunner *runner)
{
  gboolean no_return = palier_step_item_get_step (item)->flags & PALIER_STEP_NO_RETURN;

  if (palier_step_item_get_state (item) == PALIER_STEP_RUNNING)
    g_assert_cmpint (palier_runner_may_close (runner), ==, !no_return);
}

static void
test_fraction (void)
{
  static const PalierStep first = { .id = "first", .title = "", .doing = "", .weight = 3, .run = long_run };
  static const PalierStep second = { .id = "second", .title = "", .doing = "", .weight = 7,
                                     .flags = PALIER_STEP_NO_RETURN, .run = long_run };
  static const QuestionRow row = { .deed = DO_NOTHING };
  Rig rig = { 0 };
  PalierRunner *runner = begin (&rig, &row);

  palier_runner_add (runner, &first, -1);
  palier_runner_add (runner, &second, -1);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (PalierStepItem) item = g_list_model_get_item (G_LIST_MODEL (runner), i);

      g_signal_connect (item, "notify::state", G_CALLBACK (item_cb), runner);
    }
  g_assert_cmpfloat (palier_runner_get_fraction (runner), ==, 0);
  g_assert_true (palier_runner_may_close (runner));
  run_to_the_end (runner);
  g_assert_false (play.fell);
  g_assert_cmpfloat (play.fraction, ==, 1);
  g_assert_true (palier_runner_may_close (runner));
  end (&rig, runner);
}

int
main (int argc, char **argv)
{
  static const QuestionRow late[] = { { .says = "done", .outcome = PALIER_RUN_DONE },
                                      { .says = "failed", .outcome = PALIER_RUN_FAILED } };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/question/%s", rows[i].says);

      g_test_add_data_func (path, &rows[i], test_question);
    }
  g_test_add_func ("/question/early-answer", test_early_answer);
  g_test_add_data_func ("/late-cancel/done", &late[0], test_late_cancel);
  g_test_add_data_func ("/late-cancel/failed", &late[1], test_late_cancel);
  g_test_add_func ("/fraction", test_fraction);
  return g_test_run ();
}
