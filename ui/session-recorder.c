/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session-private.h"
#include <glib/gi18n.h>

/* One attempt a click: what the worker takes with it and what it brings back. */
typedef struct
{
  PalierWay *way;
  char *user;
  PalierSecret *password;
  PalierConnection *connection;
  PalierSecret *new_password; /* to activate with first; NULL: sign in only */
  gboolean was_inactive, activated;
  PalierUserCheck check;
  PalierSurvey *survey;
  PalierJournal *journal;
  char *journal_folder; /* NULL: the person's own */
} Attempt;

static void
attempt_free (Attempt *attempt)
{
  palier_way_free (attempt->way);
  g_free (attempt->user);
  palier_secret_unref (attempt->password);
  g_clear_object (&attempt->connection);
  g_clear_pointer (&attempt->new_password, palier_secret_unref);
  g_clear_pointer (&attempt->survey, palier_survey_free);
  g_clear_object (&attempt->journal);
  g_free (attempt->journal_folder);
  g_free (attempt);
}

const PalierUserCheck *
palier_session_get_check (PalierSession *self)
{
  return self->check_known ? &self->check : NULL;
}

static gboolean
activate (Attempt *attempt, GCancellable *cancellable, GError **error)
{
  PalierActivateStatus status = { 0 };

  if (!palier_activate_status_read (attempt->connection, &status, cancellable, error))
    return FALSE;
  /* Its password is another one: trying the new one would only cost an attempt. */
  if (status.activated)
    {
      palier_error_set (error, PALIER_ERROR_ALREADY_ACTIVE, NULL);
      return FALSE;
    }
  attempt->was_inactive = TRUE;
  attempt->activated = palier_activate (attempt->connection, &status, attempt->new_password, cancellable, error);
  return attempt->activated;
}

static void
attempt_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Attempt *attempt = data;
  GError *error = NULL;

  attempt->check.tries_left = attempt->check.unlock_s = -1;
  attempt->connection = palier_way_open (attempt->way, cancellable, &error);
  if (attempt->connection != NULL)
    palier_connection_set_credentials (attempt->connection, attempt->user, attempt->password);
  if (attempt->connection != NULL && (attempt->new_password == NULL || activate (attempt, cancellable, &error))
      && palier_sign_in (attempt->connection, &attempt->check, cancellable, &error))
    attempt->survey = palier_survey_read (attempt->connection, palier_catalogue_get_shipped (), cancellable, &error);
  /* Where it cannot be written down, it is asked about once more another day. */
  if (attempt->survey != NULL)
    palier_approach_bind (attempt->way->approach, attempt->way->pins, attempt->survey->info->serial, NULL);
  if (attempt->survey != NULL && attempt->survey->plan->verdict != PALIER_VERDICT_REFUSED)
    attempt->journal = palier_journal_open (attempt->journal_folder, attempt->survey->info->serial, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
attempt_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PalierSession *self = PALIER_SESSION (source);
  Attempt *attempt = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  if (attempt->way->approach != NULL)
    palier_session_take_approach (self, g_steal_pointer (&attempt->way->approach));
  self->check = attempt->check;
  self->check_known = TRUE;
  self->was_inactive |= attempt->was_inactive || g_error_matches (error, PALIER_ERROR, PALIER_ERROR_NOT_ACTIVATED);
  if (attempt->activated)
    palier_session_activated (self);
  if (done)
    {
      palier_session_set_inactive (self, FALSE);
      g_set_object (&self->connection, attempt->connection);
      palier_session_take_survey (self, g_steal_pointer (&attempt->survey), attempt->journal);
    }
  else
    {
      if (g_error_matches (error, PALIER_ERROR, PALIER_ERROR_NOT_ACTIVATED))
        palier_session_set_inactive (self, TRUE);
      else if (g_error_matches (error, PALIER_ERROR, PALIER_ERROR_ALREADY_ACTIVE))
        palier_session_set_inactive (self, FALSE);
      palier_session_take_problem (self, error);
    }
  palier_session_set_busy (self, FALSE);
}

static void
start_attempt (PalierSession *self, PalierPasswordSlot slot, gboolean activating)
{
  g_autoptr (GTask) task = NULL;
  Attempt *attempt;

  if (self->busy || self->passwords[slot] == NULL)
    return;
  palier_session_clear_problem (self);
  palier_session_watch_activation (self, FALSE);
  palier_session_forget_recorder (self);
  g_object_set (self, "at-screen", FALSE, NULL);
  attempt = g_new0 (Attempt, 1);
  attempt->way = palier_session_new_way (self);
  attempt->user = palier_session_dup_string (self, "user");
  attempt->password = palier_secret_ref (self->passwords[slot]);
  attempt->new_password = activating ? palier_secret_ref (self->passwords[slot]) : NULL;
  attempt->journal_folder = palier_session_dup_journal_folder (self, palier_session_uses_practice (self));
  self->cancellable = g_cancellable_new ();
  palier_session_set_busy (self, TRUE);
  task = g_task_new (self, self->cancellable, attempt_done_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, attempt, (GDestroyNotify) attempt_free);
  g_task_run_in_thread (task, attempt_thread);
}

void
palier_session_connect (PalierSession *self)
{
  start_attempt (self, PALIER_PASSWORD_SIGN_IN, FALSE);
}

void
palier_session_activate (PalierSession *self)
{
  GError *error = NULL;

  if (!palier_session_check_new_password (self, &error))
    palier_session_take_problem (self, error);
  else
    start_attempt (self, PALIER_PASSWORD_NEW, TRUE);
}
