/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/target.h"

#include "recorder/sign-in.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define PRACTICE_SPEED 60.0 /* a climb of hours in minutes */

static gboolean
practice_cb (const char *name, const char *value, gpointer data, GError **error)
{
  PalierTarget *self = data;

  self->practice_wanted = TRUE;
  g_free (self->scenario);
  self->scenario = g_strdup (value ? value : "v3.4.70");
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

  self->speed = PRACTICE_SPEED;
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);
  g_option_group_add_entries (group, entries);
  return group;
}

static char *
dup_practice_path (PalierTarget *self, const char *name)
{
  g_autofree char *scenario = g_path_get_basename (self->scenario);

  return g_build_filename (g_get_user_data_dir (), "palier", "practice", scenario, name, NULL);
}

static void
forget (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir && (name = g_dir_read_name (dir)))
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      forget (inner);
    }
  g_remove (path);
}

static gboolean
open_practice (PalierTarget *self, GError **error)
{
  g_autofree char *state = dup_practice_path (self, "state.json");
  g_autofree char *parent = g_path_get_dirname (state);

  self->folder = dup_practice_path (self, "journal");
  if (self->fresh)
    {
      forget (self->folder);
      g_remove (state);
    }
  if (g_mkdir_with_parents (parent, 0700) != 0)
    {
      palier_error_set (error, PALIER_ERROR_CANNOT_WRITE, "%s", parent);
      return FALSE;
    }
  self->clock = palier_clock_new (self->speed);
  self->practice = palier_practice_new (self->scenario, self->clock, (guint32) self->seed, error);
  if (!self->practice)
    return FALSE;
  if (g_file_test (state, G_FILE_TEST_EXISTS) && !palier_practice_restore (self->practice, state, error))
    return FALSE;
  if (!palier_practice_serve (self->practice, 0, error))
    return FALSE;
  self->connection = palier_connection_new (palier_practice_get_address (self->practice), error);
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
                    int *status)
{
  g_autoptr (GError) error = NULL;
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
    ok = open_practice (self, &error);
  else
    {
      self->clock = palier_clock_new (1);
      self->connection = palier_connection_new (argv[1], &error);
      ok = self->connection != NULL;
    }
  if (!ok || !read_secrets (self, common, &error))
    *status = palier_command_fail (error);
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
    survey->found_inactive = inactive;
  return survey;
}

void
palier_target_keep (PalierTarget *self)
{
  g_autofree char *state = self->practice ? dup_practice_path (self, "state.json") : NULL;
  g_autoptr (GError) error = NULL;

  if (state && !palier_practice_save (self->practice, state, &error))
    g_printerr ("palier: %s\n", palier_error_get_sentence (error));
}

void
palier_target_clear (PalierTarget *self)
{
  g_clear_pointer (&self->scenario, g_free);
  g_clear_object (&self->connection);
  g_clear_object (&self->practice);
  g_clear_pointer (&self->clock, palier_clock_unref);
  g_clear_pointer (&self->password, palier_secret_unref);
  g_clear_pointer (&self->new_password, palier_secret_unref);
  g_clear_pointer (&self->file_password, palier_secret_unref);
  g_clear_pointer (&self->folder, g_free);
}
