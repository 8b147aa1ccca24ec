/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report/print.h"
#include "report/report-job.h"
#include "session-private.h"
#include "session-report.h"

typedef struct
{
  PalierJob *job;
  PalierRunState state;
  GError *problem;
  char *language, *path;
  char *texts[4];
} Making;

static const char *const text_names[] = { "site", "customer", "technician", "remarks" };

static void
making_free (gpointer data)
{
  Making *self = data;

  g_object_unref (self->job);
  g_clear_error (&self->problem);
  g_free (self->language);
  g_free (self->path);
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  g_free (self);
}

static Making *
making_new (PalierSession *session, const char *language, const char *path)
{
  Making *self = g_new0 (Making, 1);
  PalierRunner *runner = session->runner;

  self->job = g_object_ref (session->job);
  self->state = runner != NULL ? palier_runner_get_state (runner) : PALIER_RUN_DONE;
  if (runner != NULL && palier_runner_get_error (runner) != NULL)
    self->problem = g_error_copy (palier_runner_get_error (runner));
  self->language = g_strdup (language);
  self->path = g_strdup (path);
  for (guint i = 0; i < G_N_ELEMENTS (text_names); i++)
    self->texts[i] = palier_session_dup_string (session, text_names[i]);
  return self;
}

static gboolean
keep_texts (Making *self, GError **error)
{
  PalierJournal *journal = palier_job_get_journal (self->job);

  for (guint i = 0; i < G_N_ELEMENTS (text_names); i++)
    if (!palier_journal_set_field (journal, text_names[i], self->texts[i], error))
      return FALSE;
  return TRUE;
}

static void
make_report (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *self = data;
  g_autoptr (PalierReport) report = NULL;
  GError *error = NULL;

  if (keep_texts (self, &error))
    report = palier_report_new_for_job (self->job, self->state, self->problem, cancellable, &error);
  if (report != NULL && self->path != NULL)
    palier_report_save (report, self->path, self->language, &error);
  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, g_steal_pointer (&report), (GDestroyNotify) palier_report_free);
}

void
palier_session_make_report_async (PalierSession *self, const char *language, const char *path,
                                  GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);
  GError *error = NULL;

  if (self->job == NULL || palier_session_is_running (self))
    palier_error_set (&error, PALIER_ERROR_BUSY, NULL);
  else
    palier_session_begin_record (self, &error);
  if (error != NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, making_new (self, language, path), making_free);
  g_task_run_in_thread (task, make_report);
}

PalierReport *
palier_session_make_report_finish (PalierSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
save_plan (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Making *self = data;
  const PalierSurvey *survey = palier_job_get_survey (self->job);
  GError *error = NULL;

  if (palier_plan_write_pdf (survey->plan, survey->info->serial, self->path, self->language, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
palier_session_save_plan_async (PalierSession *self, const char *language, const char *path,
                                GAsyncReadyCallback callback, gpointer data)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, callback, data);

  g_return_if_fail (self->job != NULL);
  g_task_set_task_data (task, making_new (self, language, path), making_free);
  g_task_run_in_thread (task, save_plan);
}

gboolean
palier_session_save_plan_finish (PalierSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
palier_session_dup_report_name (PalierSession *self, const char *kind)
{
  PalierSurvey *survey = palier_session_get_survey (self);
  g_autofree char *digits = survey != NULL ? palier_serial_last_four (survey->info->serial) : NULL;
  g_autoptr (GDateTime) now = palier_clock_date (self->clock);
  g_autofree char *date = g_date_time_format (now, "%F");

  return g_strdup_printf ("palier-%s-%s-%s.pdf", kind, digits != NULL ? digits : "recorder", date);
}
