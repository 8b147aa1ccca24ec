/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "language.h"
#include "session-private.h"
#include "stick-errand.h"
#include "steps/climb.h"
#include "procedure/terms.h"
#include <glib/gi18n.h>

GListModel *
palier_session_get_folders (PalierSession *self)
{
  return G_LIST_MODEL (self->folders);
}

void
palier_session_add_folder (PalierSession *self, GFile *folder)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->folders)); i++)
    {
      g_autoptr (GFile) known = g_list_model_get_item (G_LIST_MODEL (self->folders), i);

      if (g_file_equal (known, folder))
        return;
    }
  g_list_store_append (self->folders, folder);
}

void
palier_session_remove_folder (PalierSession *self, guint position)
{
  if (position < g_list_model_get_n_items (G_LIST_MODEL (self->folders)))
    g_list_store_remove (self->folders, position);
}

char *
palier_session_dup_agreement (PalierSession *self)
{
  const char *const names[] = { "french-shown", "english-shown" };
  g_autofree char *company = palier_session_dup_string (self, "company");
  g_autofree char *hash = palier_terms_dup_hash ();
  GString *detail = g_string_new (NULL);

  g_string_printf (detail, "language=%s; capacity=%s%s; text-sha256=%s", palier_language_get (),
                   self->capacity == PALIER_CAPACITY_COMPANY ? "company " : "self",
                   self->capacity == PALIER_CAPACITY_COMPANY ? company : "", hash);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (self->terms_shown[i] != NULL)
      g_string_append_printf (detail, "; %s=%s", names[i], self->terms_shown[i]);
  return g_string_free (detail, FALSE);
}

gboolean
palier_session_consent (PalierSession *self, const char *id, const char *typed, GError **error)
{
  g_autofree char *detail = g_strdup_printf ("language=%s", palier_language_get ());

  g_return_val_if_fail (self->job != NULL, FALSE);
  return palier_session_begin_record (self, error) && palier_job_consent (self->job, id, typed, detail, error);
}

gboolean
palier_session_check_new_password (PalierSession *self, GError **error)
{
  g_autofree char *user = palier_session_dup_string (self, "user");
  PalierSecret *first = self->passwords[PALIER_PASSWORD_NEW];
  PalierSecret *again = self->passwords[PALIER_PASSWORD_NEW_AGAIN];

  if (first == NULL || again == NULL || !palier_secret_equal (first, again))
    {
      palier_error_set (error, PALIER_ERROR_RISK_PASSWORD, NULL);
      return FALSE;
    }
  return palier_activation_check_password (user, first, error);
}

static void
runner_finished_cb (PalierRunner *runner, PalierSession *self)
{
  if (runner == self->backup_runner && palier_runner_get_state (runner) == PALIER_RUN_DONE)
    palier_session_end_stick (self);
  palier_session_notify (self, runner == self->runner ? "runner" : "backup-runner");
}

static PalierRunner *
start_runner (PalierSession *self, PalierExtent extent)
{
  PalierRunner *runner = palier_climb_new (self->job, extent);

  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  g_signal_connect_object (runner, "finished", G_CALLBACK (runner_finished_cb), self, 0);
  palier_runner_start (runner, self->cancellable);
  return runner;
}

static void
name_places (PalierSession *self, const char *stick_folder)
{
  palier_job_clear_backup_folders (self->job);
  if (stick_folder != NULL)
    {
      g_autofree char *path = g_build_filename (stick_folder, PALIER_STICK_COPIES, NULL);

      palier_job_add_backup_folder (self->job, path);
    }
  for (guint i = 0; stick_folder == NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->folders)); i++)
    {
      g_autoptr (GFile) folder = g_list_model_get_item (G_LIST_MODEL (self->folders), i);
      g_autofree char *path = g_file_get_path (folder);

      if (path != NULL)
        palier_job_add_backup_folder (self->job, path);
    }
}

void
palier_session_start_copy (PalierSession *self, const char *stick_folder)
{
  name_places (self, stick_folder);
  if (self->passwords[PALIER_PASSWORD_FILE] != NULL)
    palier_job_set_file_password (self->job, self->passwords[PALIER_PASSWORD_FILE]);
  g_clear_object (&self->backup_runner);
  self->backup_runner = start_runner (self, PALIER_EXTENT_BACKUP);
  palier_session_notify (self, "backup-runner");
}

void
palier_session_start_backup (PalierSession *self)
{
  GError *error = NULL;

  if (self->job == NULL || palier_session_copy_is_busy (self))
    return;
  palier_session_clear_problem (self);
  if (palier_session_begin_record (self, &error))
    palier_session_begin_copy (self);
  else
    palier_session_take_problem (self, error);
}

PalierRunner *
palier_session_get_backup_runner (PalierSession *self)
{
  return self->backup_runner;
}

gboolean
palier_session_backup_ready (PalierSession *self)
{
  if (self->job == NULL)
    return FALSE;
  if (palier_journal_has_consent (palier_job_get_journal (self->job), "skip-backup"))
    return TRUE;
  return self->backup_runner != NULL && palier_runner_get_state (self->backup_runner) == PALIER_RUN_DONE;
}

void
palier_session_end_copy (PalierSession *self)
{
  g_autoptr (GError) error = NULL;

  if (self->job != NULL && !palier_journal_finish (palier_job_get_journal (self->job), "copied", &error))
    palier_session_take_problem (self, g_steal_pointer (&error));
}

gboolean
palier_session_is_owed (PalierSession *self)
{
  return self->job != NULL && palier_session_get_plan (self)->landings->len == 0 && palier_climb_is_wanted (self->job);
}

void
palier_session_start_climb (PalierSession *self)
{
  if (self->job == NULL || palier_session_is_running (self))
    return;
  if (self->passwords[PALIER_PASSWORD_NEW] != NULL)
    palier_job_set_new_password (self->job, self->passwords[PALIER_PASSWORD_NEW]);
  g_clear_object (&self->runner);
  self->runner = start_runner (self, PALIER_EXTENT_CLIMB);
  palier_session_notify (self, "runner");
}

void
palier_session_start_repair (PalierSession *self)
{
  GError *error = NULL;

  if (self->job == NULL || self->at_screen || palier_session_is_running (self))
    return;
  palier_session_clear_problem (self);
  if (!palier_session_begin_record (self, &error))
    {
      palier_session_take_problem (self, error);
      return;
    }
  g_clear_object (&self->runner);
  self->runner = start_runner (self, PALIER_EXTENT_REPAIR);
  palier_session_notify (self, "runner");
}

PalierRunner *
palier_session_get_runner (PalierSession *self)
{
  return self->runner;
}

static gboolean
is_running (PalierRunner *runner)
{
  PalierRunState state = runner != NULL ? palier_runner_get_state (runner) : PALIER_RUN_IDLE;

  return state == PALIER_RUN_RUNNING || state == PALIER_RUN_ASKING;
}

gboolean
palier_session_is_running (PalierSession *self)
{
  return is_running (self->runner) || is_running (self->backup_runner);
}

gboolean
palier_session_may_close (PalierSession *self)
{
  return !is_running (self->runner) || palier_runner_may_close (self->runner);
}

void
palier_session_stop (PalierSession *self)
{
  if (palier_session_may_close (self) && self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

gboolean
palier_session_take_hand (PalierSession *self, PalierHand hand, GError **error)
{
  PalierSecret *secret = self->passwords[PALIER_PASSWORD_NEW];

  g_return_val_if_fail (self->practice != NULL, FALSE);
  return palier_practice_hand (self->practice, hand,
                               hand == PALIER_HAND_ACTIVATE && secret != NULL ? palier_secret_peek (secret) : NULL,
                               error);
}
