/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/job-struct.h"

#include "base/error.h"

enum
{
  PROP_0,
  PROP_QUESTION,
  PROP_REPAIR,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PalierJob, palier_job, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
palier_job_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_QUESTION:
      g_value_set_int (value, palier_job_get_question (PALIER_JOB (object)));
      break;
    case PROP_REPAIR:
      g_value_set_pointer (value, PALIER_JOB (object)->repair);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
palier_job_finalize (GObject *object)
{
  PalierJob *self = PALIER_JOB (object);

  g_clear_object (&self->connection);
  g_clear_pointer (&self->survey, palier_survey_free);
  g_clear_pointer (&self->clock, palier_clock_unref);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->origin, palier_plan_free);
  g_clear_pointer (&self->packages, g_ptr_array_unref);
  g_clear_pointer (&self->backup_folders, g_ptr_array_unref);
  g_clear_pointer (&self->file_password, palier_secret_unref);
  g_clear_pointer (&self->new_password, palier_secret_unref);
  g_clear_pointer (&self->stick, g_free);
  g_clear_pointer (&self->shown_asked, palier_asked_free);
  g_clear_pointer (&self->reading, palier_device_info_free);
  g_clear_pointer (&self->result, palier_survey_free);
  g_clear_pointer (&self->repair, palier_repair_free);
  g_clear_pointer (&self->main_context, g_main_context_unref);
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->answered);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->secret, palier_secret_unref);
  G_OBJECT_CLASS (palier_job_parent_class)->finalize (object);
}

static void
palier_job_class_init (PalierJobClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = palier_job_get_property;
  object_class->finalize = palier_job_finalize;
  properties[PROP_QUESTION] = g_param_spec_int ("question", NULL, NULL, 0, G_MAXINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_REPAIR] = g_param_spec_pointer ("repair", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
package_clear (gpointer package)
{
  g_clear_pointer ((PalierPackage **) &package, palier_package_free);
}

static void
palier_job_init (PalierJob *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->answered);
  self->main_context = g_main_context_ref_thread_default ();
  self->packages = g_ptr_array_new_with_free_func (package_clear);
  self->backup_folders = g_ptr_array_new_with_free_func (g_free);
}

/* Where the journal began; NULL: it begins now. At the screen a slip of the pen counts only once something was changed. */
static char *
dup_from (PalierJob *self)
{
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (self->journal);

  if (self->at_screen && !palier_evidence_of_change (seen))
    return NULL;
  return palier_journal_dup_field (self->journal, "from");
}

/* The journal's beginning says what is owed after the climb, even when the recorder has moved on since. */
static void
begin_journal (PalierJob *self)
{
  const PalierDeviceInfo *info = self->survey->info;
  g_autofree char *address = self->connection ? palier_connection_dup_address (self->connection) : NULL;
  g_autofree char *from = dup_from (self);

  palier_journal_set_clock (self->journal, self->clock);
  self->origin = palier_plan_new (self->catalogue, info->model, from ? from : info->firmware);
  if (self->survey->plan->landings->len == 0 && !palier_journal_was_continued (self->journal))
    return;
  if (!from)
    {
      from = g_strdup (info->firmware ? info->firmware : "");
      palier_journal_set_field (self->journal, "from", from, NULL);
      palier_journal_set_field (self->journal, "model", info->model, NULL);
    }
  if (address)
    palier_journal_set_field (self->journal, "address", address, NULL);
  palier_journal_set_field (self->journal, "route", self->at_screen ? "screen" : "network", NULL);
  if (self->survey->found_inactive)
    palier_journal_observe (self->journal, "inactive", address, NULL);
}

static PalierJob *
job_new (PalierConnection *connection,
         PalierSurvey *survey,
         PalierCatalogue *catalogue,
         PalierClock *clock,
         PalierJournal *journal,
         PalierShelf *shelf)
{
  PalierJob *self = g_object_new (PALIER_TYPE_JOB, NULL);

  self->connection = connection ? g_object_ref (connection) : NULL;
  self->at_screen = !connection;
  self->survey = survey;
  self->catalogue = catalogue;
  self->clock = palier_clock_ref (clock);
  self->journal = g_object_ref (journal);
  self->shelf = shelf;
  g_ptr_array_set_size (self->packages, (int) survey->plan->landings->len);
  begin_journal (self);
  return self;
}

PalierJob *
palier_job_new (PalierConnection *connection,
                PalierSurvey *survey,
                PalierCatalogue *catalogue,
                PalierClock *clock,
                PalierJournal *journal,
                PalierShelf *shelf)
{
  g_return_val_if_fail (PALIER_IS_CONNECTION (connection), NULL);

  return job_new (connection, survey, catalogue, clock, journal, shelf);
}

PalierJob *
palier_job_new_at_screen (PalierSurvey *survey,
                          PalierCatalogue *catalogue,
                          PalierClock *clock,
                          PalierJournal *journal,
                          PalierShelf *shelf)
{
  return job_new (NULL, survey, catalogue, clock, journal, shelf);
}

PalierSurvey *
palier_job_get_survey (PalierJob *self)
{
  return self->survey;
}

PalierJournal *
palier_job_get_journal (PalierJob *self)
{
  return self->journal;
}

PalierConnection *
palier_job_get_connection (PalierJob *self)
{
  return self->connection;
}

PalierClock *
palier_job_get_clock (PalierJob *self)
{
  return self->clock;
}

PalierPlan *
palier_job_get_plan (PalierJob *self)
{
  return self->survey->plan;
}

PalierPlan *
palier_job_get_origin (PalierJob *self)
{
  return self->origin;
}

PalierCatalogue *
palier_job_get_catalogue (PalierJob *self)
{
  return self->catalogue;
}

void
palier_job_set_result (PalierJob *self, PalierSurvey *result)
{
  g_clear_pointer (&self->result, palier_survey_free);
  self->result = result;
}

PalierSurvey *
palier_job_get_result (PalierJob *self)
{
  return self->result;
}

void
palier_job_set_package (PalierJob *self, guint landing, PalierPackage *package)
{
  g_return_if_fail (landing < self->packages->len);

  package_clear (self->packages->pdata[landing]);
  self->packages->pdata[landing] = package;
}

PalierPackage *
palier_job_get_package (PalierJob *self, guint landing)
{
  return landing < self->packages->len ? self->packages->pdata[landing] : NULL;
}

void
palier_job_add_backup_folder (PalierJob *self, const char *folder)
{
  g_ptr_array_add (self->backup_folders, g_strdup (folder));
}

void
palier_job_clear_backup_folders (PalierJob *self)
{
  g_ptr_array_set_size (self->backup_folders, 0);
}

GPtrArray *
palier_job_get_backup_folders (PalierJob *self)
{
  if (self->backup_folders->len == 0)
    g_ptr_array_add (self->backup_folders,
                     g_build_filename (g_get_user_data_dir (), "palier", "backups", NULL));
  return self->backup_folders;
}

void
palier_job_set_file_password (PalierJob *self, PalierSecret *password)
{
  g_clear_pointer (&self->file_password, palier_secret_unref);
  self->file_password = password ? palier_secret_ref (password) : NULL;
}

PalierSecret *
palier_job_get_file_password (PalierJob *self)
{
  return self->file_password;
}

void
palier_job_set_new_password (PalierJob *self, PalierSecret *password)
{
  g_clear_pointer (&self->new_password, palier_secret_unref);
  self->new_password = password ? palier_secret_ref (password) : NULL;
}

PalierSecret *
palier_job_get_new_password (PalierJob *self)
{
  return self->new_password;
}

void
palier_job_set_finder (PalierJob *self, PalierFindFunc find)
{
  self->find = find;
}

void
palier_job_set_context (PalierJob *self, guint landing, PalierFractionFunc fraction, gpointer data)
{
  self->landing = landing;
  self->fraction = fraction;
  self->fraction_data = data;
}

guint
palier_job_get_landing_index (PalierJob *self)
{
  return self->landing;
}

const PalierLanding *
palier_job_get_landing (PalierJob *self)
{
  return &g_array_index (self->survey->plan->landings, PalierLanding, self->landing);
}

void
palier_job_set_fraction (PalierJob *self, double fraction)
{
  if (self->fraction)
    self->fraction (fraction, self->fraction_data);
}

gboolean
palier_job_wait (PalierJob *self, double seconds, GCancellable *cancellable, GError **error)
{
  return palier_clock_wait (self->clock, seconds, cancellable, error);
}
