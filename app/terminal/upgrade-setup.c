/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "discovery/discovery.h"
#include "procedure/terms.h"
#include "run/journal-file.h"
#include "terminal/upgrade-screen.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A consent that this plan has no use for is ignored, whatever was typed. */
static gboolean
is_needed (Upgrade *self, const char *id)
{
  const PalierPlan *plan = palier_job_get_survey (self->job)->plan;

  return palier_plan_has_default (plan) || !(g_str_equal (id, "default") || g_str_equal (id, "skip-default"));
}

/* What was agreed to is kept with its text's hash: the sentences may change from one Palier to the next. */
static gboolean
give_consents (Upgrade *self, GError **error)
{
  g_autofree char *hash = palier_terms_dup_hash ();

  for (guint i = 0; self->consents && self->consents[i]; i++)
    {
      const char *equals = strchr (self->consents[i], '=');
      g_autofree char *id = g_strndup (self->consents[i], strcspn (self->consents[i], "="));
      gboolean terms = g_str_equal (id, "terms");

      /* Once a file: given when the files are known. */
      if (g_str_equal (id, "unknown-package"))
        continue;
      if (palier_journal_has_consent (palier_job_get_journal (self->job), id) || !is_needed (self, id))
        continue;
      if (!palier_job_consent (self->job, id, equals ? equals + 1 : NULL, terms ? hash : "terminal", error))
        return FALSE;
    }
  return TRUE;
}

static PalierJob *
make_job (Upgrade *self, PalierSurvey *survey, PalierJournal *journal)
{
  PalierCatalogue *catalogue = palier_catalogue_get_shipped ();
  PalierJob *job;

  if (!self->at_screen)
    return palier_job_new (self->target.connection, survey, catalogue, self->target.clock, journal, self->shelf);
  job = palier_job_new_at_screen (survey, catalogue, self->target.clock, journal, self->shelf);
  palier_job_set_stick (job, self->stick);
  return job;
}

/* By the person's own word alone: what the journal had proved has to be seen again. */
static PalierJournal *
open_journal (Upgrade *self, const char *serial, GError **error)
{
  g_autofree char *path = palier_journal_file_dup_path (self->target.folder, serial);

  if (self->anew && !palier_journal_set_aside (path, error))
    return NULL;
  return palier_journal_open (self->target.folder, serial, error);
}

gboolean
palier_upgrade_set_up (Upgrade *self, PalierSurvey *survey, GError **error)
{
  g_autoptr (PalierJournal) journal = open_journal (self, survey->info->serial, error);

  if (!journal)
    {
      palier_survey_free (survey);
      return FALSE;
    }
  /* Practice knows its packages by itself; the person's shelf is left alone. */
  self->shelf = self->target.practice ? NULL : palier_shelf_open (NULL, error);
  if (!self->target.practice && !self->shelf)
    {
      palier_survey_free (survey);
      return FALSE;
    }
  self->job = make_job (self, survey, journal);
  if (!self->target.practice)
    palier_job_set_finder (self->job, palier_discovery_find_serial);
  palier_job_set_pins (self->job, self->target.pins);
  palier_job_set_new_password (self->job, self->target.new_password);
  palier_job_set_file_password (self->job, self->target.file_password);
  for (guint i = 0; self->folders && self->folders[i]; i++)
    palier_job_add_backup_folder (self->job, self->folders[i]);
  return survey->plan->landings->len == 0 || give_consents (self, error);
}

/* FALSE without an error: none was named for this landing. */
static char *
dup_named_file (Upgrade *self, const char *version)
{
  for (guint i = 0; self->packages && self->packages[i]; i++)
    {
      const char *equals = strchr (self->packages[i], '=');

      if (strncmp (self->packages[i], version, (gsize) (equals - self->packages[i])) == 0
          && strlen (version) == (gsize) (equals - self->packages[i]))
        return g_strdup (equals + 1);
    }
  return NULL;
}

static GHashTable *
make_practice_packages (Upgrade *self, GError **error)
{
  g_autofree char *folder = g_build_filename (self->target.folder, "..", "packages", NULL);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return palier_practice_make_packages (self->target.practice, folder, error);
  palier_error_set (error, PALIER_ERROR_CANNOT_WRITE, "%s", folder);
  return NULL;
}

static const char *
find_typed (Upgrade *self, const char *id, guint nth)
{
  gsize n = strlen (id);

  for (guint i = 0; self->consents && self->consents[i]; i++)
    if (strncmp (self->consents[i], id, n) == 0 && self->consents[i][n] == '=' && nth-- == 0)
      return self->consents[i] + n + 1;
  return NULL;
}

/* The n-th "unknown-package" opens the n-th file that nobody knows, and no other. */
static gboolean
open_unknown (Upgrade *self, guint landing, guint *nth, GError **error)
{
  PalierPackage *package = palier_job_get_package (self->job, landing);
  const char *typed;

  if (!palier_job_package_needs_consent (self->job, landing))
    return TRUE;
  typed = find_typed (self, "unknown-package", (*nth)++);
  return !typed || palier_job_consent (self->job, "unknown-package", typed, palier_package_get_sha256 (package), error);
}

gboolean
palier_upgrade_set_packages (Upgrade *self, GError **error)
{
  PalierPlan *plan = palier_job_get_survey (self->job)->plan;
  g_autoptr (GHashTable) made = NULL;
  guint nth = 0;

  if (self->target.practice && !(made = make_practice_packages (self, error)))
    return FALSE;
  for (guint i = 0; i < plan->landings->len; i++)
    {
      const char *version = g_array_index (plan->landings, PalierLanding, i).version.spelling;
      g_autofree char *file = dup_named_file (self, version);
      PalierPackage *package;

      if (!file && made)
        file = g_strdup (g_hash_table_lookup (made, version));
      if (!file)
        {
          palier_error_set (error, PALIER_ERROR_PACKAGE_MISSING, "%s", version);
          return FALSE;
        }
      package = palier_package_open (file, self->cancellable, error);
      if (!package)
        return FALSE;
      palier_job_set_package (self->job, i, package);
      if (!open_unknown (self, i, &nth, error))
        return FALSE;
    }
  return TRUE;
}
