/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "screen-bench.h"

#include "../remove-tree.h"
#include "base/error.h"
#include "run/journal-file.h"

#include <glib/gstdio.h>
#include <string.h>

#define LONG_ENOUGH 2000 /* looks at a dark screen, of thirty seconds */

void
screen_bench_open (ScreenBench *self, const char *scenario)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("palier-screen-XXXXXX", NULL);
  self->stick = g_build_filename (self->folder, "stick", NULL);
  self->other_stick = g_build_filename (self->folder, "other-stick", NULL);
  g_assert_cmpint (g_mkdir (self->stick, 0700), ==, 0);
  g_assert_cmpint (g_mkdir (self->other_stick, 0700), ==, 0);
  self->clock = palier_clock_new (0);
  self->loop = g_main_loop_new (NULL, FALSE);
  self->practice = palier_practice_new (scenario, self->clock, 1, &error);
  g_assert_no_error (error);
}

void
screen_bench_close (ScreenBench *self)
{
  g_clear_object (&self->practice);
  g_clear_pointer (&self->clock, palier_clock_unref);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  remove_tree (self->folder);
  g_clear_pointer (&self->folder, g_free);
  g_clear_pointer (&self->stick, g_free);
  g_clear_pointer (&self->other_stick, g_free);
}

static gboolean
hand (ScreenBench *self, PalierHand what, const char *argument)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < LONG_ENOUGH; i++)
    {
      g_clear_error (&error);
      if (palier_practice_hand (self->practice, what, argument, &error))
        return TRUE;
      if (!g_error_matches (error, PALIER_ERROR, PALIER_ERROR_BUSY))
        return FALSE;
      palier_clock_advance (self->clock, 30);
    }
  return FALSE;
}

gboolean
screen_bench_read (ScreenBench *self, char **model, char **serial, char **firmware)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < LONG_ENOUGH; i++)
    {
      g_clear_error (&error);
      if (palier_practice_read_screen (self->practice, model, serial, firmware, &error))
        return TRUE;
      if (g_error_matches (error, PALIER_ERROR, PALIER_ERROR_NOT_ACTIVATED))
        hand (self, PALIER_HAND_ACTIVATE, palier_practice_get_new_password (self->practice));
      else if (!g_error_matches (error, PALIER_ERROR, PALIER_ERROR_BUSY))
        return FALSE;
      palier_clock_advance (self->clock, 30);
    }
  return FALSE;
}

static void
type_screen (ScreenBench *self)
{
  g_autofree char *model = NULL;
  g_autofree char *serial = NULL;
  g_autofree char *firmware = NULL;
  gboolean slips = ++self->readings == self->slip_at;

  if (!screen_bench_read (self, &model, &serial, &firmware))
    palier_job_answer (self->job, PALIER_ANSWER_NO, NULL);
  else
    palier_job_answer_screen (self->job, slips && self->slip_model ? self->slip_model : model,
                              slips && self->slip_serial ? self->slip_serial : serial,
                              slips && self->slip_firmware ? self->slip_firmware : firmware);
}

/* Its screen is up again, whatever it shows; told to restart where it waits for that. */
static gboolean
wait_for_screen (ScreenBench *self)
{
  PalierPracticeState state;

  for (guint i = 0; i < LONG_ENOUGH; i++)
    {
      g_autofree char *model = NULL;
      g_autofree char *serial = NULL;
      g_autofree char *firmware = NULL;
      g_autoptr (GError) error = NULL;

      if (palier_practice_read_screen (self->practice, &model, &serial, &firmware, &error)
          || g_error_matches (error, PALIER_ERROR, PALIER_ERROR_NOT_ACTIVATED))
        return TRUE;
      palier_practice_get_state (self->practice, &state);
      if (state.broken)
        return FALSE;
      /* Refused while it flashes or restarts. */
      if (!state.flashing)
        palier_practice_hand (self->practice, PALIER_HAND_RESTART, NULL, NULL);
      palier_clock_advance (self->clock, 30);
    }
  return FALSE;
}

static gboolean
wait_for_repair (ScreenBench *self)
{
  PalierPracticeState state;

  for (guint i = 0; i < LONG_ENOUGH; i++)
    {
      palier_practice_get_state (self->practice, &state);
      if (!state.repairing)
        return !state.broken;
      palier_clock_advance (self->clock, 600);
    }
  return FALSE;
}

static gboolean
is_inactive (ScreenBench *self)
{
  PalierPracticeState state;

  wait_for_screen (self);
  palier_practice_get_state (self->practice, &state);
  return !state.broken && !state.active;
}

static gboolean
is_cleared (ScreenBench *self)
{
  PalierPracticeState state;

  wait_for_screen (self);
  palier_practice_get_state (self->practice, &state);
  return !state.broken && state.n_cameras == 0;
}

static gboolean
activate (ScreenBench *self)
{
  PalierPracticeState state;

  palier_practice_get_state (self->practice, &state);
  return state.active || hand (self, PALIER_HAND_ACTIVATE, palier_practice_get_new_password (self->practice));
}

/* The stick that is in the recorder's port. */
static const char *
get_stick (ScreenBench *self, const PalierAsked *asked)
{
  return asked->stick ? asked->stick : self->stick;
}

static gboolean
act (ScreenBench *self, const PalierAsked *asked)
{
  if (self->instead && self->instead (self, asked))
    return TRUE;
  switch (asked->act)
    {
    case PALIER_ACT_EXPORT:
      palier_clock_advance (self->clock, 2);
      return hand (self, PALIER_HAND_EXPORT, get_stick (self, asked));
    case PALIER_ACT_DEFAULT:
      return hand (self, PALIER_HAND_RESTORE_DEFAULT, NULL);
    case PALIER_ACT_SEE_INACTIVE:
      return is_inactive (self);
    case PALIER_ACT_ACTIVATE:
      return activate (self);
    case PALIER_ACT_SEE_CLEARED:
      return is_cleared (self);
    case PALIER_ACT_UPGRADE:
      return hand (self, PALIER_HAND_UPGRADE, get_stick (self, asked));
    case PALIER_ACT_SEE_RESTART:
      return wait_for_screen (self);
    case PALIER_ACT_REPAIR:
      return hand (self, PALIER_HAND_START_REPAIR, NULL);
    case PALIER_ACT_SEE_REPAIRED:
      return wait_for_repair (self);
    default:
      g_assert_not_reached ();
    }
}

static void
answer_stick (ScreenBench *self, const PalierAsked *asked)
{
  if (!self->keeps_stick)
    palier_job_answer (self->job, PALIER_ANSWER_YES, asked->problem ? self->other_stick : self->stick);
  else if (self->asked[PALIER_QUESTION_STICK] < 3)
    palier_job_answer (self->job, PALIER_ANSWER_YES, self->stick);
  else
    palier_job_answer (self->job, PALIER_ANSWER_NO, NULL);
}

static void
answer (ScreenBench *self, PalierQuestion question, const PalierAsked *asked)
{
  PalierAnswerKind yes = PALIER_ANSWER_YES;

  switch (question)
    {
    case PALIER_QUESTION_READ_SCREEN:
      type_screen (self);
      break;
    case PALIER_QUESTION_STICK:
      answer_stick (self, asked);
      break;
    case PALIER_QUESTION_STICK_IN_THE_WAY:
      palier_job_answer (self->job, self->leaves_way ? PALIER_ANSWER_NO : PALIER_ANSWER_YES, NULL);
      break;
    case PALIER_QUESTION_AT_SCREEN:
      self->acts[asked->act]++;
      /* One who is told again and again that it is not enough gives up. */
      if (asked->act == self->stop_at || self->acts[asked->act] > 5 || !act (self, asked))
        yes = PALIER_ANSWER_NO;
      palier_job_answer (self->job, yes, NULL);
      break;
    case PALIER_QUESTION_REPROGRAM:
      hand (self, PALIER_HAND_REPROGRAM, NULL);
      palier_job_answer (self->job, PALIER_ANSWER_YES, NULL);
      break;
    default:
      break;
    }
}

static void
question_cb (PalierJob *job, GParamSpec *pspec, ScreenBench *self)
{
  PalierQuestion question = palier_job_get_question (job);
  const PalierAsked *asked = palier_job_get_asked (job);

  if (question == PALIER_QUESTION_NONE)
    return;
  self->asked[question]++;
  self->problems += asked && asked->problem;
  if (self->before_answer)
    self->before_answer (self, question, asked);
  answer (self, question, asked);
}

static void
state_cb (ScreenBench *self)
{
  if (++self->changes == self->cancel_at)
    g_cancellable_cancel (self->cancellable);
  if (self->hook)
    self->hook (self);
}

static void
set_packages (ScreenBench *self)
{
  GArray *landings = palier_job_get_survey (self->job)->plan->landings;
  g_autoptr (GHashTable) made = palier_practice_make_packages (self->practice, self->folder, NULL);

  for (guint i = 0; i < landings->len; i++)
    {
      const char *version = g_array_index (landings, PalierLanding, i).version.spelling;

      palier_job_set_package (self->job, i, palier_package_open (g_hash_table_lookup (made, version), NULL, NULL));
      g_assert_nonnull (palier_job_get_package (self->job, i));
    }
}

static void
give_consents (ScreenBench *self)
{
  static const char *const usual[] = { "terms", "default", "upgrade" };
  g_autofree char *typed = palier_serial_last_four (palier_job_get_survey (self->job)->info->serial);

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (g_strcmp0 (self->withheld, usual[i]) != 0)
      g_assert_true (palier_job_consent (self->job, usual[i], typed, "bench", NULL));
  if (self->extra)
    g_assert_true (palier_job_consent (self->job, self->extra, typed, "bench", NULL));
}

static PalierRunner *
set_up (ScreenBench *self, PalierSurvey *survey)
{
  g_autoptr (PalierJournal) journal = palier_journal_open (self->folder, survey->info->serial, NULL);
  g_autofree char *backups = g_build_filename (self->folder, "backups", NULL);
  PalierRunner *runner;

  self->job = palier_job_new_at_screen (survey, palier_catalogue_get_shipped (), self->clock, journal, NULL);
  palier_job_add_backup_folder (self->job, backups);
  if (survey->plan->landings->len > 0)
    {
      give_consents (self);
      set_packages (self);
    }
  runner = palier_climb_new (self->job, PALIER_EXTENT_CLIMB);
  g_signal_connect (self->job, "notify::question", G_CALLBACK (question_cb), self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (runner)); i++)
    {
      g_autoptr (PalierStepItem) item = g_list_model_get_item (G_LIST_MODEL (runner), i);

      g_signal_connect_swapped (item, "notify::state", G_CALLBACK (state_cb), self);
    }
  g_signal_connect_swapped (runner, "finished", G_CALLBACK (g_main_loop_quit), self->loop);
  return runner;
}

static PalierSurvey *
arrive (ScreenBench *self)
{
  g_autofree char *model = NULL;
  g_autofree char *serial = NULL;
  g_autofree char *firmware = NULL;

  if (!screen_bench_read (self, &model, &serial, &firmware))
    return NULL;
  return palier_survey_declare (palier_catalogue_get_shipped (), model, serial, firmware, &self->error);
}

void
screen_bench_climb (ScreenBench *self)
{
  g_autoptr (PalierRunner) runner = NULL;
  PalierSurvey *survey;

  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->changes = self->readings = self->problems = 0;
  memset (self->asked, 0, sizeof self->asked);
  memset (self->acts, 0, sizeof self->acts);
  self->state = PALIER_RUN_FAILED;
  survey = arrive (self);
  if (!survey)
    return;
  runner = set_up (self, survey);
  palier_runner_start (runner, self->cancellable);
  g_main_loop_run (self->loop);
  self->state = palier_runner_get_state (runner);
  if (palier_runner_get_error (runner))
    self->error = g_error_copy (palier_runner_get_error (runner));
  g_clear_object (&self->job);
}

JsonObject *
screen_bench_load_journal (ScreenBench *self)
{
  g_autofree char *path = palier_journal_file_dup_path (self->folder, palier_practice_get_serial (self->practice));

  return g_file_test (path, G_FILE_TEST_EXISTS) ? palier_journal_file_load (path, NULL, NULL) : NULL;
}

guint
screen_bench_count_seen (JsonObject *journal, const char *what)
{
  JsonArray *seen = journal ? json_object_get_array_member (journal, "observations") : NULL;
  guint n = 0;

  for (guint i = 0; seen && i < json_array_get_length (seen); i++)
    n += g_str_equal (json_object_get_string_member (json_array_get_object_element (seen, i), "what"), what);
  return n;
}
