/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "run/journal-file.h"
#include "session-private.h"
#include <glib/gi18n.h>

/* What an unfinished journal gives back, and what is written into one for another day. */

/* The file's own name only resembles the serial number. */
static char *
dup_serial (const char *journal_path, GError **error)
{
  JsonObject *root = palier_journal_file_load (journal_path, NULL, error);
  char *serial = root != NULL ? g_strdup (json_object_get_string_member_with_default (root, "serial", "")) : NULL;

  g_clear_pointer (&root, json_object_unref);
  return serial;
}

static PalierJournal *
open_journal (PalierSession *self, const char *journal_path, GError **error)
{
  g_autofree char *serial = dup_serial (journal_path, error);
  g_autofree char *folder = palier_session_dup_journal_folder (self, self->practice != NULL);

  return serial != NULL ? palier_journal_open (folder, serial, error) : NULL;
}

GPtrArray *
palier_session_list_unfinished (PalierSession *self)
{
  g_autofree char *folder = palier_session_dup_journal_folder (self, self->practice != NULL);

  return palier_journal_list_unfinished (folder);
}

char *
palier_session_describe_journal (PalierSession *self, const char *journal_path)
{
  g_autofree char *serial = dup_serial (journal_path, NULL);
  g_autoptr (PalierJournal) journal = open_journal (self, journal_path, NULL);
  g_autofree char *model = journal != NULL ? palier_journal_dup_field (journal, "model") : NULL;

  /* translators: %1$s is a recorder's model, %2$s its serial number */
  return model != NULL ? g_strdup_printf (_("%1$s, serial number %2$s"), model, serial)
                       : g_path_get_basename (journal_path);
}

static void
restore_agreement (PalierSession *self, PalierJournal *journal)
{
  g_autofree char *company = palier_journal_dup_field (journal, "company");

  if (!palier_journal_has_consent (journal, "terms"))
    return;
  g_object_set (self, "agreed-terms", TRUE, "agreed-age", TRUE, "company", company != NULL ? company : "",
                "capacity", company != NULL && *company != '\0' ? PALIER_CAPACITY_COMPANY : PALIER_CAPACITY_SELF,
                NULL);
}

static void
restore_folders (PalierSession *self, PalierJournal *journal)
{
  GPtrArray *backups = palier_journal_get_backups (journal);

  for (guint i = 0; i < backups->len; i++)
    {
      const PalierBackup *backup = g_ptr_array_index (backups, i);
      g_autofree char *path = g_path_get_dirname (backup->path);
      g_autoptr (GFile) folder = g_file_new_for_path (path);

      palier_session_add_folder (self, folder);
    }
  g_ptr_array_unref (backups);
}

/* Serial number and version are read off its screen again. */
static gboolean
restore_screen (PalierSession *self, PalierJournal *journal)
{
  g_autofree char *route = palier_journal_dup_field (journal, "route");
  g_autofree char *model = palier_journal_dup_field (journal, "model");
  gboolean at_screen = g_strcmp0 (route, "screen") == 0;

  g_object_set (self, "at-screen", at_screen, "screen-model", at_screen && model != NULL ? model : "", NULL);
  return at_screen;
}

gboolean
palier_session_resume (PalierSession *self, const char *journal_path)
{
  GError *error = NULL;
  g_autoptr (PalierJournal) journal = open_journal (self, journal_path, &error);
  g_autofree char *address = NULL;
  g_autofree char *user = NULL;

  palier_session_take_problem (self, error);
  if (journal == NULL)
    return FALSE;
  address = palier_journal_dup_field (journal, "address");
  user = palier_journal_dup_field (journal, "user");
  restore_agreement (self, journal);
  restore_folders (self, journal);
  if (restore_screen (self, journal))
    return TRUE;
  if (self->practice != NULL)
    {
      g_autoptr (PalierFound) found = g_list_model_get_item (self->recorders, 0);

      palier_session_choose (self, found);
      return TRUE;
    }
  if (user != NULL)
    g_object_set (self, "user", user, NULL);
  g_object_set (self, "address", address != NULL ? address : "", NULL);
  return TRUE;
}

/* Nothing is written before the person goes on from the plan. */
gboolean
palier_session_begin_record (PalierSession *self, GError **error)
{
  PalierJournal *journal = palier_job_get_journal (self->job);
  PalierSurvey *survey = palier_job_get_survey (self->job);
  g_autofree char *address = palier_session_dup_string (self, "address");
  g_autofree char *user = palier_session_dup_string (self, "user");
  g_autofree char *company = palier_session_dup_string (self, "company");
  const char *fields[][2] = {
    { "model", survey->info->model },
    { "address", self->at_screen ? NULL : address },
    { "user", self->at_screen ? NULL : user },
    { "company", self->capacity == PALIER_CAPACITY_COMPANY ? company : "" },
  };
  g_autofree char *detail = palier_session_dup_agreement (self);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (fields[i][1] != NULL && !palier_journal_set_field (journal, fields[i][0], fields[i][1], error))
      return FALSE;
  return palier_journal_has_consent (journal, "terms")
         || palier_job_consent (self->job, "terms", NULL, detail, error);
}

static void
make_choices (PalierSession *self, const PalierPlan *plan)
{
  g_list_store_remove_all (self->packages);
  for (guint i = 0; i < plan->landings->len; i++)
    {
      g_autoptr (PalierPackageChoice) choice
          = palier_package_choice_new (&g_array_index (plan->landings, PalierLanding, i));

      g_list_store_append (self->packages, choice);
    }
}

/* Its own: the worker may outlive the session by a moment. */
static void
give_pins (PalierJob *job)
{
  PalierPins *pins = palier_pins_new (NULL);

  g_object_set_data_full (G_OBJECT (job), "pins", pins, (GDestroyNotify) palier_pins_free);
  palier_job_set_pins (job, pins);
}

void
palier_session_take_survey (PalierSession *self, PalierSurvey *survey, PalierJournal *journal)
{
  if (journal == NULL)
    {
      self->survey = survey;
    }
  else
    {
      if (self->shelf == NULL && !palier_session_uses_practice (self))
        self->shelf = palier_shelf_open (NULL, NULL);
      survey->found_inactive = self->was_inactive;
      self->was_inactive = FALSE;
      make_choices (self, survey->plan);
      self->after = g_cancellable_new ();
      self->job = self->at_screen
                      ? palier_job_new_at_screen (survey, palier_catalogue_get_shipped (), self->clock, journal, self->shelf)
                      : palier_job_new (self->connection, survey, palier_catalogue_get_shipped (), self->clock, journal,
                                        self->shelf);
      if (!self->at_screen)
        give_pins (self->job);
      if (!self->at_screen && !palier_session_uses_practice (self))
        palier_job_set_finder (self->job, palier_discovery_find_serial);
    }
  palier_session_notify (self, "job");
  palier_session_notify (self, "survey");
}
