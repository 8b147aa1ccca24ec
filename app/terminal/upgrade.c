/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/upgrade-report.h"
#include "terminal/upgrade-screen.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
has_word (char **words, const char *word)
{
  gsize n = strlen (word);

  for (guint i = 0; words && words[i]; i++)
    if (strncmp (words[i], word, n) == 0 && (words[i][n] == '\0' || words[i][n] == '='))
      return TRUE;
  return FALSE;
}

/* What needs no climb, and is on offer at every version. */
static const struct
{
  const char *name;
  PalierExtent extent;
} parts[] = {
  { "backup", PALIER_EXTENT_BACKUP },
  { "repair", PALIER_EXTENT_REPAIR },
};

static gboolean
find_part (const char *name, PalierExtent *extent)
{
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_strcmp0 (parts[i].name, name) == 0)
      {
        *extent = parts[i].extent;
        return TRUE;
      }
  return FALSE;
}

/* "ID", "ID=TYPED"; an unknown name is a slip of the pen, and must not pass for a consent. */
static const char *
find_wrong_word (Upgrade *self)
{
  PalierExtent extent;

  if (self->only && !find_part (self->only, &extent))
    return self->only;
  for (guint i = 0; self->packages && self->packages[i]; i++)
    if (!strchr (self->packages[i], '='))
      return self->packages[i];
  for (guint i = 0; self->consents && self->consents[i]; i++)
    {
      g_autofree char *id = g_strndup (self->consents[i], strcspn (self->consents[i], "="));

      /* Of a command of its own: an upgrade puts nothing back. */
      if (!palier_consent_exists (id) || g_str_equal (id, "restore"))
        return self->consents[i];
    }
  return NULL;
}

static int
check_usage (Upgrade *self, int argc)
{
  const char *screen = NULL;
  const char *wrong = find_wrong_word (self);
  g_autofree char *why = NULL;

  if (wrong)
    {
      /* translators: %s is an argument that the person typed. */
      why = g_strdup_printf (_ ("“%s” is not understood."), wrong);
      return palier_command_usage (&palier_command_upgrade, why);
    }
  if (self->at_screen && g_strcmp0 (self->only, "repair") == 0)
    return palier_command_usage (&palier_command_upgrade,
                                 _ ("A repair is followed over the network: without a network, the recorder’s own "
                                    "screen tells how it stands."));
  if (!palier_upgrade_check_screen (self, argc, &screen))
    return palier_command_usage (&palier_command_upgrade, screen);
  if (has_word (self->consents, "default") && has_word (self->consents, "skip-default"))
    return palier_command_usage (&palier_command_upgrade,
                                 _ ("A full default is either done or skipped: give one of the two consents."));
  return 0;
}

static void
finished_cb (PalierRunner *runner, gpointer data)
{
  g_main_loop_quit (((Upgrade *) data)->loop);
}

static void
changed_cb (Upgrade *self)
{
  palier_target_keep (&self->target);
}

static gboolean
interrupted_cb (gpointer data)
{
  g_cancellable_cancel (((Upgrade *) data)->cancellable);
  return G_SOURCE_CONTINUE;
}

static int
end (Upgrade *self, PalierRunState state, const GError *error)
{
  return palier_upgrade_write_report (self, state, error, palier_upgrade_show_result (self, state, error));
}

static int
climb (Upgrade *self, PalierExtent extent)
{
  guint interrupt = g_unix_signal_add (SIGINT, interrupted_cb, self);
  guint terminate = g_unix_signal_add (SIGTERM, interrupted_cb, self);

  self->runner = palier_climb_new (self->job, extent);
  palier_upgrade_show_steps (self);
  palier_upgrade_answer_questions (self);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->runner)); i++)
    {
      g_autoptr (PalierStepItem) item = g_list_model_get_item (G_LIST_MODEL (self->runner), i);

      g_signal_connect_swapped (item, "notify::state", G_CALLBACK (changed_cb), self);
    }
  g_signal_connect (self->runner, "finished", G_CALLBACK (finished_cb), self);
  palier_runner_start (self->runner, self->cancellable);
  g_main_loop_run (self->loop);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  palier_target_keep (&self->target);
  return end (self, palier_runner_get_state (self->runner), palier_runner_get_error (self->runner));
}

static int
stop (Upgrade *self, GError *error)
{
  int status = palier_error_get_exit_status (error);

  palier_upgrade_show_result (self, status == 3 ? PALIER_RUN_STOPPED : PALIER_RUN_FAILED, error);
  return status;
}

static gboolean
has_missing (Upgrade *self, GError **error)
{
  g_autoptr (GPtrArray) missing = palier_job_get_missing_consents (self->job);
  g_autofree char *names = NULL;

  if (missing->len == 0)
    return FALSE;
  g_ptr_array_add (missing, NULL);
  names = g_strjoinv (", ", (char **) missing->pdata);
  palier_error_set (error, PALIER_ERROR_CONSENT_MISSING, "%s", names);
  return TRUE;
}

/* A journal that begins with it says which recorder it is about, as one of a climb does. */
static int
do_part (Upgrade *self, const PalierDeviceInfo *info)
{
  PalierJournal *journal = palier_job_get_journal (self->job);
  g_autofree char *model = palier_journal_dup_field (journal, "model");
  g_autoptr (GError) error = NULL;
  PalierExtent extent = PALIER_EXTENT_BACKUP;

  find_part (self->only, &extent);
  if (!model
      && (!palier_journal_set_field (journal, "model", info->model, &error)
          || !palier_journal_set_field (journal, "from", info->firmware ? info->firmware : "", &error)))
    return stop (self, error);
  return climb (self, extent);
}

static int
upgrade (Upgrade *self)
{
  g_autoptr (GError) error = NULL;
  PalierSurvey *survey = self->at_screen ? palier_upgrade_declare (self, &error)
                                         : palier_target_survey (&self->target, &self->common, &error);
  const PalierPlanGate *refusal = survey ? palier_plan_get_refusal (survey->plan) : NULL;

  if (!survey || !palier_upgrade_set_up (self, survey, &error))
    return stop (self, error);
  if (refusal)
    {
      palier_rule_set_error (refusal->rule, &error);
      return stop (self, error);
    }
  if (self->only)
    return do_part (self, survey->info);
  if (!palier_climb_is_wanted (self->job))
    return end (self, PALIER_RUN_DONE, NULL);
  if (palier_plan_has_default (survey->plan) && !self->target.new_password && !self->at_screen
      && !has_word (self->consents, "skip-default"))
    return palier_command_usage (&palier_command_upgrade,
                                 _ ("This plan has a full default: --new-password-file is needed for the activation after it."));
  if (has_missing (self, &error) || !palier_upgrade_set_packages (self, &error) || has_missing (self, &error))
    return stop (self, error);
  return climb (self, PALIER_EXTENT_CLIMB);
}

static void
clear (Upgrade *self)
{
  if (self->input > 0)
    g_source_remove (self->input);
  if (self->hands > 0)
    g_source_remove (self->hands);
  g_clear_object (&self->runner);
  g_clear_object (&self->job);
  g_clear_pointer (&self->shelf, palier_shelf_free);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_object (&self->cancellable);
  palier_target_clear (&self->target);
  palier_common_options_clear (&self->common);
  g_clear_pointer (&self->disks, g_hash_table_unref);
  g_clear_pointer (&self->packages, g_strfreev);
  g_clear_pointer (&self->folders, g_strfreev);
  g_clear_pointer (&self->consents, g_strfreev);
  g_clear_pointer (&self->report, g_free);
  g_clear_pointer (&self->only, g_free);
  g_clear_pointer (&self->model, g_free);
  g_clear_pointer (&self->serial, g_free);
  g_clear_pointer (&self->firmware, g_free);
  g_clear_pointer (&self->stick, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->typed); i++)
    g_clear_pointer (&self->typed[i], g_free);
}

/* A script that reads the events hears of this end too. */
static gboolean
open_target (Upgrade *self, int argc, char **argv, int *status)
{
  g_autoptr (GError) error = NULL;
  gboolean opened = self->at_screen ? palier_upgrade_open_screen (self, &error)
                                    : palier_target_open (&self->target, &palier_command_upgrade, &self->common, argc,
                                                          argv, status, &error);

  if (error)
    *status = stop (self, error);
  return opened;
}

/* Its documents would go on telling the old version: there is nothing that a flash could change. */
static gboolean
refuse_recording (Upgrade *self)
{
  if (!self->target.practice || !palier_practice_is_recording (self->target.practice))
    return FALSE;
  palier_command_usage (&palier_command_upgrade,
                        _ ("This is a recording of what a recorder answered: it can be read, not upgraded. “palier "
                           "inspect” reads it; another scenario practises the climb."));
  return TRUE;
}

static int
upgrade_run (int argc, char **argv)
{
  Upgrade self = { 0 };
  int status;
  const GOptionEntry entries[] = {
    { "package", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self.packages, N_ ("Firmware file of a landing"), "VERSION=FILE" },
    { "backup", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &self.folders, N_ ("Where to copy the configuration"), "DIR" },
    { "consent", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.consents, N_ ("Agree to a named risk"), "ID[=TYPED]" },
    { "only", 0, 0, G_OPTION_ARG_STRING, &self.only, N_ ("Do this part alone, whatever the plan"), "backup|repair" },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &self.report, N_ ("Where to write the intervention report"), "FILE.pdf" },
    { "anew", 0, 0, G_OPTION_ARG_NONE, &self.anew, N_ ("Set an unfinished run on this recorder aside, and begin anew"), NULL },
    { "at-screen", 0, 0, G_OPTION_ARG_NONE, &self.at_screen, N_ ("Without a network: a person acts at the recorder’s screen"), NULL },
    { "model", 0, 0, G_OPTION_ARG_STRING, &self.model, N_ ("Model, as its screen shows it"), "M" },
    { "serial", 0, 0, G_OPTION_ARG_STRING, &self.serial, N_ ("Serial number, as its screen shows it"), "S" },
    { "firmware", 0, 0, G_OPTION_ARG_STRING, &self.firmware, N_ ("Version and build, as its screen shows them"), "TEXT" },
    { "stick", 0, 0, G_OPTION_ARG_FILENAME, &self.stick, N_ ("Folder where the USB stick is mounted"), "FOLDER" },
    G_OPTION_ENTRY_NULL,
  };

  if (!palier_command_parse (&palier_command_upgrade, entries, palier_target_new_option_group (&self.target), &argc,
                             &argv, &self.common))
    return 2;
  self.loop = g_main_loop_new (NULL, FALSE);
  self.cancellable = g_cancellable_new ();
  status = check_usage (&self, argc);
  if (status == 0 && open_target (&self, argc, argv, &status))
    status = refuse_recording (&self) ? 2 : upgrade (&self);
  clear (&self);
  return status;
}

const PalierCommand palier_command_upgrade = {
  .name = "upgrade",
  .arguments = "ADDRESS | --practice[=SCENARIO] | --at-screen",
  .summary = N_ ("climbs, landing by landing, and proves the result"),
  .run = upgrade_run,
};
