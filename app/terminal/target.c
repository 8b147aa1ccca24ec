/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/target.h"

#include "recorder/sign-in.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

static gboolean
practice_cb (const char *name, const char *value, gpointer data, GError **error)
{
  PalierTarget *self = data;

  self->practice_wanted = TRUE;
  g_free (self->scenario);
  self->scenario = g_strdup (value);
  return TRUE;
}

GOptionGroup *
palier_target_new_option_group (PalierTarget *self)
{
  GOptionGroup *group = g_option_group_new ("practice", _ ("Practice options"),
                                            _ ("Options of the practice recorder"), self, NULL);
  const GOptionEntry entries[] = {
    { "practice", 0, G_OPTION_FLAG_OPTIONAL_ARG, G_OPTION_ARG_CALLBACK, practice_cb,
      N_ ("Use the practice recorder instead of a real one"), "SCENARIO" },
    { "speed", 0, 0, G_OPTION_ARG_DOUBLE, &self->speed,
      N_ ("Run its clock so many times as fast; 0 is as fast as it can"), "X" },
    { "fresh", 0, 0, G_OPTION_ARG_NONE, &self->fresh, N_ ("Forget how far an earlier practice run came"), NULL },
    { "seed", 0, 0, G_OPTION_ARG_INT, &self->seed, N_ ("Decides every chance of the practice recorder"), "N" },
    G_OPTION_ENTRY_NULL,
  };

  self->speed = PALIER_PRACTICE_SPEED;
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_group_add_entries (group, entries);
  return group;
}

static gboolean
open_practice (PalierTarget *self, GError **error)
{
  g_autofree char *certificate = NULL;

  self->home = palier_practice_home_new (self->scenario, self->speed, self->fresh, (guint32) self->seed, error);
  if (!self->home)
    return FALSE;
  self->practice = palier_practice_home_get (self->home);
  self->clock = palier_clock_ref (palier_practice_home_get_clock (self->home));
  self->folder = g_build_filename (palier_practice_home_get_folder (self->home), "journal", NULL);
  self->connection = palier_connection_new (palier_practice_get_address (self->practice), error);
  certificate = palier_practice_dup_fingerprint (self->practice);
  if (self->connection && certificate)
    palier_connection_set_tls_pin (self->connection, certificate);
  return self->connection != NULL;
}

static PalierSecret *
read_secret (const char *path, const char *otherwise, GError **error)
{
  if (path)
    return palier_secret_new_from_file (path, error);
  return otherwise ? palier_secret_new (otherwise) : NULL;
}

static gboolean
read_secrets (PalierTarget *self, const PalierCommonOptions *common, GError **error)
{
  g_autoptr (GError) local = NULL;
  PalierPractice *practice = self->practice;

  self->password = read_secret (common->password_file, practice ? palier_practice_get_password (practice) : NULL, &local);
  if (!local)
    self->new_password = read_secret (common->new_password_file,
                                      practice ? palier_practice_get_new_password (practice) : NULL, &local);
  if (!local)
    self->file_password = read_secret (common->file_password_file,
                                       practice ? palier_practice_get_new_password (practice) : NULL, &local);
  if (local)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (self->practice_wanted && common->tls_pin)
    palier_connection_set_tls_pin (self->connection, common->tls_pin);
  if (self->password)
    palier_connection_set_credentials (self->connection, common->user, self->password);
  return TRUE;
}

gboolean
palier_target_open (PalierTarget *self,
                    const PalierCommand *command,
                    const PalierCommonOptions *common,
                    int argc,
                    char **argv,
                    int *status,
                    GError **error)
{
  g_autoptr (GError) local = NULL;
  gboolean ok;

  *status = 0;
  if ((argc > 1) == self->practice_wanted || argc > 2)
    *status = palier_command_usage (command, _ ("Name one recorder: its address, or --practice."));
  else if (self->speed < 0)
    *status = palier_command_usage (command, _ ("--speed takes a number that is not negative."));
  else if (!self->practice_wanted && !common->password_file)
    *status = palier_command_usage (command, _ ("--password-file is needed: passwords are never arguments."));
  if (*status != 0)
    return FALSE;
  if (self->practice_wanted)
    ok = open_practice (self, &local);
  else
    {
      self->clock = palier_clock_new (1);
      ok = palier_target_reach (self, common, argv[1], &local);
    }
  if (!ok || !read_secrets (self, common, &local))
    {
      *status = error ? palier_error_get_exit_status (local) : palier_command_fail (local);
      g_propagate_error (error, g_steal_pointer (&local));
    }
  return *status == 0;
}

PalierSurvey *
palier_target_survey (PalierTarget *self, const PalierCommonOptions *common, GError **error)
{
  PalierActivateStatus status = { 0 };
  gboolean inactive = palier_activate_status_read (self->connection, &status, NULL, NULL) && !status.activated;
  PalierSurvey *survey;

  if (inactive && self->new_password)
    {
      if (!palier_activation_check_password (common->user, self->new_password, error)
          || !palier_activate (self->connection, &status, self->new_password, NULL, error))
        return NULL;
      palier_connection_set_credentials (self->connection, common->user, self->new_password);
    }
  else if (inactive)
    {
      palier_error_set (error, PALIER_ERROR_NOT_ACTIVATED, NULL);
      return NULL;
    }
  survey = palier_survey_read (self->connection, palier_catalogue_get_shipped (), NULL, error);
  if (survey)
    {
      survey->found_inactive = inactive;
      palier_target_bind (self, survey->info->serial);
    }
  return survey;
}

void
palier_target_keep (PalierTarget *self)
{
  if (self->home)
    palier_practice_home_keep (self->home);
}

void
palier_target_clear (PalierTarget *self)
{
  g_clear_pointer (&self->scenario, g_free);
  g_clear_object (&self->connection);
  g_clear_pointer (&self->approach, palier_approach_free);
  g_clear_pointer (&self->pins, palier_pins_free);
  self->practice = NULL;
  g_clear_pointer (&self->home, palier_practice_home_free);
  g_clear_pointer (&self->clock, palier_clock_unref);
  g_clear_pointer (&self->password, palier_secret_unref);
  g_clear_pointer (&self->new_password, palier_secret_unref);
  g_clear_pointer (&self->file_password, palier_secret_unref);
  g_clear_pointer (&self->folder, g_free);
}
