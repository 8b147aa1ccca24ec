/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/restore.h"

#include "run/journal-adopt.h"
#include "terminal/recorder-json.h"
#include "terminal/upgrade-private.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Questions are answered as in an upgrade: the recorder may have moved, or its old password may be back. */
typedef struct
{
  Upgrade upgrade;
  char **consents;
  GError *error;
} Restore;

static void
work (GTask *task, gpointer source, gpointer job, GCancellable *cancellable)
{
  GError *error = NULL;

  if (palier_restore_run (job, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
worked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Restore *self = data;

  g_task_propagate_boolean (G_TASK (result), &self->error);
  g_main_loop_quit (self->upgrade.loop);
}

static gboolean
interrupted_cb (gpointer data)
{
  g_cancellable_cancel (((Restore *) data)->upgrade.cancellable);
  return G_SOURCE_CONTINUE;
}

static void
put_back (Restore *self)
{
  guint interrupt = g_unix_signal_add (SIGINT, interrupted_cb, self);
  guint terminate = g_unix_signal_add (SIGTERM, interrupted_cb, self);
  g_autoptr (GTask) task = g_task_new (NULL, self->upgrade.cancellable, worked_cb, self);

  palier_upgrade_answer_questions (&self->upgrade);
  g_printerr ("%s\n", _ ("The configuration goes back to the recorder. Do not cut its power."));
  /* What the worker says counts, not that somebody pressed a key: the file may be taken. */
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_object_ref (self->upgrade.job), g_object_unref);
  g_task_run_in_thread (task, work);
  g_main_loop_run (self->upgrade.loop);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  palier_target_keep (&self->upgrade.target);
}

/* Everything that was set since the copy is lost: the person says so by the serial number's digits. */
static gboolean
agree (Restore *self, GError **error)
{
  const char *typed = NULL;

  for (guint i = 0; self->consents && self->consents[i]; i++)
    if (g_str_has_prefix (self->consents[i], "restore="))
      typed = self->consents[i] + strlen ("restore=");
  if (palier_job_consent (self->upgrade.job, "restore", typed, "terminal", error))
    return TRUE;
  g_printerr ("%s\n", _ ("All that was set on the recorder since the copy would be lost. Who wants that says so with "
                         "--consent restore=, followed by the last four digits of its serial number."));
  return FALSE;
}

static int
show (Restore *self)
{
  PalierJob *job = self->upgrade.job;
  const PalierDeviceInfo *info = palier_job_get_reading (job);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  if (self->error)
    return palier_command_fail (self->error);
  info = info ? info : palier_job_get_survey (job)->info;
  if (!self->upgrade.common.json)
    {
      /* translators: %1$s is a model, %2$s a serial number. */
      g_print (_ ("The configuration of %1$s (%2$s) is back. Look at its cameras and its recording schedule."),
               info->model, info->serial);
      g_print ("\n");
      return 0;
    }
  json_builder_begin_object (builder);
  palier_put_flag (builder, "restored", TRUE);
  json_builder_set_member_name (builder, "recorder");
  palier_json_add_recorder (builder, info, -1);
  json_builder_end_object (builder);
  palier_command_print_json (json_builder_get_root (builder), FALSE);
  return 0;
}

/* What was begun for this alone is over with it. */
static void
close_journal (Restore *self)
{
  PalierJournal *journal = palier_job_get_journal (self->upgrade.job);
  g_autoptr (GPtrArray) copies = palier_journal_get_backups (journal);

  if (!palier_journal_was_continued (journal) && copies->len > 0)
    palier_journal_finish (journal, self->error ? "stopped" : "restored", self->error ? NULL : &self->error);
}

static int
restore (Restore *self)
{
  Upgrade *upgrade = &self->upgrade;
  PalierSurvey *survey = palier_target_survey (&upgrade->target, &upgrade->common, &self->error);

  if (!survey || !palier_upgrade_set_up (upgrade, survey, &self->error))
    return palier_command_fail (self->error);
  if (palier_journal_adopt_copies (palier_job_get_journal (upgrade->job), &self->error)
      && palier_restore_check (upgrade->job, &self->error) && agree (self, &self->error))
    put_back (self);
  close_journal (self);
  return show (self);
}

static int
check_usage (Restore *self)
{
  for (guint i = 0; self->consents && self->consents[i]; i++)
    if (!g_str_has_prefix (self->consents[i], "restore="))
      {
        /* translators: %s is an argument that the person typed. */
        g_autofree char *why = g_strdup_printf (_ ("“%s” is not understood."), self->consents[i]);

        return palier_command_usage (&palier_command_restore, why);
      }
  return 0;
}

static void
clear (Restore *self)
{
  if (self->upgrade.input > 0)
    g_source_remove (self->upgrade.input);
  g_clear_object (&self->upgrade.job);
  g_clear_pointer (&self->upgrade.shelf, palier_shelf_free);
  g_clear_pointer (&self->upgrade.loop, g_main_loop_unref);
  g_clear_object (&self->upgrade.cancellable);
  palier_target_clear (&self->upgrade.target);
  palier_common_options_clear (&self->upgrade.common);
  g_clear_pointer (&self->consents, g_strfreev);
  g_clear_error (&self->error);
}

static int
restore_run (int argc, char **argv)
{
  Restore self = { 0 };
  PalierTarget *target = &self.upgrade.target;
  PalierCommonOptions *common = &self.upgrade.common;
  const GOptionEntry entries[] = {
    { "consent", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.consents, N_ ("Agree to a named risk"), "restore=TYPED" },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!palier_command_parse (&palier_command_restore, entries, palier_target_new_option_group (target), &argc, &argv,
                             common))
    return 2;
  self.upgrade.loop = g_main_loop_new (NULL, FALSE);
  self.upgrade.cancellable = g_cancellable_new ();
  status = check_usage (&self);
  if (status == 0 && palier_target_open (target, &palier_command_restore, common, argc, argv, &status, NULL))
    status = restore (&self);
  clear (&self);
  return status;
}

const PalierCommand palier_command_restore = {
  .name = "restore",
  .arguments = "ADDRESS | --practice[=SCENARIO]",
  .summary = N_ ("puts back the last copy of the configuration, on the version that wrote it"),
  .run = restore_run,
};
