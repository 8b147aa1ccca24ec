/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session-private.h"
#include <glib/gi18n.h>

/* What pages ask of the session, and the little that everything in it shares. */

void
palier_session_set_password (PalierSession *self, PalierPasswordSlot slot, const char *text)
{
  g_clear_pointer (&self->passwords[slot], palier_secret_unref);
  if (text != NULL && *text != '\0')
    self->passwords[slot] = palier_secret_new (text);
}

PalierSecret *
palier_session_get_password (PalierSession *self, PalierPasswordSlot slot)
{
  return self->passwords[slot];
}

char *
palier_session_dup_string (PalierSession *self, const char *property)
{
  char *text = NULL;

  g_object_get (self, property, &text, NULL);
  return text != NULL ? g_strstrip (text) : g_strdup ("");
}

gboolean
palier_session_get_flag (PalierSession *self, const char *property)
{
  gboolean flag = FALSE;

  g_object_get (self, property, &flag, NULL);
  return flag;
}

gboolean
palier_session_get_busy (PalierSession *self)
{
  return self->busy;
}

void
palier_session_set_busy (PalierSession *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  palier_session_notify (self, "busy");
}

void
palier_session_take_problem (PalierSession *self, GError *error)
{
  g_clear_error (&self->problem);
  self->problem = error;
  palier_session_notify (self, "problem");
}

const GError *
palier_session_get_problem (PalierSession *self)
{
  return self->problem;
}

void
palier_session_clear_problem (PalierSession *self)
{
  if (self->problem != NULL)
    palier_session_take_problem (self, NULL);
}

PalierCapacity
palier_session_get_capacity (PalierSession *self)
{
  return self->capacity;
}

gboolean
palier_session_has_agreed (PalierSession *self)
{
  g_autofree char *company = palier_session_dup_string (self, "company");

  return self->agreed_terms && self->agreed_age && self->capacity != PALIER_CAPACITY_NONE
         && (self->capacity == PALIER_CAPACITY_SELF || *company != '\0');
}

void
palier_session_note_terms (PalierSession *self, const char *language)
{
  char **shown = &self->terms_shown[g_strcmp0 (language, "fr") == 0 ? 0 : 1];
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  if (*shown == NULL)
    *shown = g_date_time_format_iso8601 (now);
}

PalierSurvey *
palier_session_get_survey (PalierSession *self)
{
  return self->job != NULL ? palier_job_get_survey (self->job) : self->survey;
}

const PalierPlan *
palier_session_get_plan (PalierSession *self)
{
  PalierSurvey *survey = palier_session_get_survey (self);

  return survey != NULL ? survey->plan : NULL;
}

PalierJob *
palier_session_get_job (PalierSession *self)
{
  return self->job;
}

PalierClock *
palier_session_get_clock (PalierSession *self)
{
  return self->clock;
}

PalierPractice *
palier_session_get_practice (PalierSession *self)
{
  return self->practice;
}

char *
palier_session_dup_journal_folder (PalierSession *self, gboolean practice)
{
  return practice && self->practice_folder != NULL ? g_build_filename (self->practice_folder, "journal", NULL) : NULL;
}

char *
palier_session_dup_recorder_name (PalierSession *self)
{
  PalierSurvey *survey = palier_session_get_survey (self);
  g_autofree char *digits = NULL;

  if (survey == NULL)
    return NULL;
  digits = palier_serial_last_four (survey->info->serial);
  /* translators: %1$s is the recorder's model, %2$s the last digits of its serial number */
  return digits != NULL ? g_strdup_printf (_("%1$s · serial …%2$s"), survey->info->model, digits)
                        : g_strdup (survey->info->model);
}

void
palier_session_forget_recorder (PalierSession *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->stick_use != NULL)
    palier_stick_use_forget (self->stick_use);
  self->copy_waits = FALSE;
  if (self->after != NULL)
    g_cancellable_cancel (self->after);
  g_clear_object (&self->after);
  g_clear_object (&self->checkup);
  g_clear_object (&self->reprogram);
  g_clear_object (&self->backup_runner);
  g_clear_object (&self->runner);
  g_clear_object (&self->job);
  g_clear_object (&self->connection);
  g_clear_pointer (&self->survey, palier_survey_free);
  if (self->packages != NULL)
    g_list_store_remove_all (self->packages);
  self->check_known = FALSE;
}

static void
forget_typed (PalierSession *self)
{
  const char *typed[] = { "typed-default", "typed-start", "typed-skip-backup", "typed-skip-default", "draft",
                          "screen-model", "screen-serial", "screen-version" };

  for (guint i = 0; i < G_N_ELEMENTS (typed); i++)
    g_object_set (self, typed[i], "", NULL);
  for (guint i = 0; i < PALIER_N_PASSWORDS; i++)
    palier_session_set_password (self, (PalierPasswordSlot) i, NULL);
  g_object_set (self, "skip-default", FALSE, "at-screen", FALSE, NULL);
}

gboolean
palier_session_start_over (PalierSession *self)
{
  if (self->busy || palier_session_is_running (self))
    return FALSE;
  palier_session_forget_recorder (self);
  forget_typed (self);
  palier_session_clear_problem (self);
  g_object_set (self, "address", "", NULL);
  palier_session_notify (self, "survey");
  palier_session_notify (self, "job");
  palier_session_notify (self, "backup-runner");
  palier_session_notify (self, "runner");
  return TRUE;
}
