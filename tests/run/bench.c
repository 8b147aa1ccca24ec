/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench.h"

#include "../remove-tree.h"
#include "base/error.h"
#include "recorder/sign-in.h"

void
bench_open (Bench *self, const char *scenario)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("palier-bench-XXXXXX", NULL);
  self->clock = palier_clock_new (0);
  self->loop = g_main_loop_new (NULL, FALSE);
  self->practice = palier_practice_new (scenario, self->clock, 1, &error);
  g_assert_no_error (error);
  g_assert_true (palier_practice_serve (self->practice, 0, NULL));
}

void
bench_close (Bench *self)
{
  g_clear_object (&self->practice);
  g_clear_pointer (&self->clock, palier_clock_unref);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_object (&self->cancellable);
  g_clear_error (&self->error);
  remove_tree (self->folder);
  g_clear_pointer (&self->folder, g_free);
}

static void
answer (Bench *self, PalierJob *job)
{
  PalierQuestion question = palier_job_get_question (job);
  g_autoptr (PalierSecret) secret = palier_secret_new (palier_practice_get_new_password (self->practice));

  self->asked[question]++;
  if (self->mute)
    return;
  switch (question)
    {
    case PALIER_QUESTION_REPAIR:
      palier_practice_hand (self->practice, PALIER_HAND_START_REPAIR, NULL, NULL);
      break;
    case PALIER_QUESTION_REPROGRAM:
      if (!self->idle_hands)
        palier_practice_hand (self->practice, PALIER_HAND_REPROGRAM, NULL, NULL);
      palier_job_answer (job, PALIER_ANSWER_YES, NULL);
      break;
    case PALIER_QUESTION_ACTIVATE:
      palier_practice_hand (self->practice, PALIER_HAND_ACTIVATE,
                            palier_practice_get_new_password (self->practice), NULL);
      break;
    case PALIER_QUESTION_ADDRESS:
      palier_job_answer (job, self->asked[question] < 3 ? PALIER_ANSWER_YES : PALIER_ANSWER_NO,
                         palier_practice_get_address (self->practice));
      break;
    case PALIER_QUESTION_WAIT:
      palier_job_answer (job, self->asked[question] < 3 ? PALIER_ANSWER_YES : PALIER_ANSWER_NO, NULL);
      break;
    case PALIER_QUESTION_CERTIFICATE:
      palier_practice_get_state (self->practice, &self->doubted);
      palier_job_answer (job, self->distrusts ? PALIER_ANSWER_NO : PALIER_ANSWER_YES, NULL);
      break;
    case PALIER_QUESTION_NEW_PASSWORD:
    case PALIER_QUESTION_SIGN_IN:
      palier_job_answer_secret (job, secret);
      break;
    default:
      break;
    }
}

static void
question_cb (PalierJob *job, GParamSpec *pspec, Bench *self)
{
  answer (self, job);
}

static void
state_cb (Bench *self)
{
  if (++self->changes == self->cancel_at)
    g_cancellable_cancel (self->cancellable);
  if (self->hook)
    self->hook (self);
}

static void
repair_cb (PalierJob *job, GParamSpec *pspec, Bench *self)
{
  if (self->repair_hook)
    self->repair_hook (self, palier_job_get_repair (job));
}

static void
finished_cb (Bench *self)
{
  g_main_loop_quit (self->loop);
}

static PalierSurvey *
arrive (Bench *self, PalierConnection *connection)
{
  g_autoptr (PalierSecret) password = palier_secret_new (palier_practice_get_password (self->practice));
  g_autoptr (PalierSecret) fresh = palier_secret_new (palier_practice_get_new_password (self->practice));
  PalierActivateStatus status = { 0 };
  gboolean inactive = palier_activate_status_read (connection, &status, NULL, NULL) && !status.activated;
  PalierSurvey *survey;

  if (inactive && !palier_activate (connection, &status, fresh, NULL, &self->error))
    return NULL;
  palier_connection_set_credentials (connection, "admin", inactive ? fresh : password);
  survey = palier_survey_read (connection, palier_catalogue_get_shipped (), NULL, &self->error);
  if (survey)
    survey->found_inactive = inactive;
  return survey;
}

static void
set_packages (Bench *self, PalierJob *job)
{
  GArray *landings = palier_job_get_survey (job)->plan->landings;
  g_autoptr (GHashTable) made = palier_practice_make_packages (self->practice, self->folder, NULL);

  for (guint i = 0; i < landings->len; i++)
    {
      const char *version = g_array_index (landings, PalierLanding, i).version.spelling;

      palier_job_set_package (job, i, palier_package_open (g_hash_table_lookup (made, version), NULL, NULL));
      g_assert_nonnull (palier_job_get_package (job, i));
    }
}

static void
give_consents (Bench *self, PalierJob *job)
{
  static const char *const usual[] = { "terms", "default", "upgrade" };
  g_autofree char *typed = palier_serial_last_four (palier_job_get_survey (job)->info->serial);

  for (guint i = 0; i < G_N_ELEMENTS (usual); i++)
    if (g_strcmp0 (self->withheld, usual[i]) != 0)
      g_assert_true (palier_job_consent (job, usual[i], typed, "bench", NULL));
  if (self->extra)
    g_assert_true (palier_job_consent (job, self->extra, typed, "bench", NULL));
}

static PalierRunner *
set_up (Bench *self, PalierConnection *connection, PalierSurvey *survey)
{
  g_autoptr (PalierJournal) journal = palier_journal_open (self->folder, survey->info->serial, NULL);
  g_autoptr (PalierJob) job = palier_job_new (connection, survey, palier_catalogue_get_shipped (), self->clock,
                                              journal, NULL);
  g_autoptr (PalierSecret) fresh = palier_secret_new (palier_practice_get_new_password (self->practice));
  g_autofree char *backups = g_build_filename (self->folder, "backups", NULL);
  PalierRunner *runner;

  palier_job_set_new_password (job, fresh);
  palier_job_set_file_password (job, fresh);
  palier_job_add_backup_folder (job, backups);
  if (survey->plan->landings->len > 0)
    {
      give_consents (self, job);
      set_packages (self, job);
    }
  runner = palier_climb_new (job, self->extent ? self->extent : PALIER_EXTENT_CLIMB);
  g_signal_connect (job, "notify::question", G_CALLBACK (question_cb), self);
  g_signal_connect (job, "notify::repair", G_CALLBACK (repair_cb), self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (runner)); i++)
    {
      g_autoptr (PalierStepItem) item = g_list_model_get_item (G_LIST_MODEL (runner), i);

      g_signal_connect_swapped (item, "notify::state", G_CALLBACK (state_cb), self);
    }
  g_signal_connect_swapped (runner, "finished", G_CALLBACK (finished_cb), self);
  return runner;
}

void
bench_climb (Bench *self)
{
  g_autoptr (PalierConnection) connection = palier_connection_new (palier_practice_get_address (self->practice), NULL);
  g_autoptr (PalierRunner) runner = NULL;
  g_autofree char *certificate = palier_practice_dup_fingerprint (self->practice);
  PalierSurvey *survey;

  palier_connection_set_tls_pin (connection, self->pin ? self->pin : certificate);
  self->connection = connection;
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  self->changes = 0;
  self->state = PALIER_RUN_FAILED;
  survey = arrive (self, connection);
  if (!survey)
    return;
  runner = set_up (self, connection, survey);
  if (self->ready)
    self->ready (self);
  palier_runner_start (runner, self->cancellable);
  g_main_loop_run (self->loop);
  self->state = palier_runner_get_state (runner);
  if (palier_runner_get_error (runner))
    self->error = g_error_copy (palier_runner_get_error (runner));
}

PalierJournal *
bench_open_journal (Bench *self)
{
  return palier_journal_open (self->folder, palier_practice_get_serial (self->practice), NULL);
}
