/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/report-job.h"
#include "terminal/checkup-show.h"
#include "terminal/target.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  PalierCommonOptions common;
  PalierTarget target;
  char **declared; /* "NAME=yes", "NAME=no" */
  char *report;

  PalierJob *job;
  PalierJournal *journal; /* NULL: nothing is to be kept */
  PalierCheckup *checkup;
  GCancellable *cancellable;
  GMainLoop *loop;
} Checkup;

/* FALSE for anything that is not one of ours. */
static gboolean
parse_declaration (const char *word, PalierDeclaration *declaration, PalierDeclared *declared)
{
  for (guint i = 0; i < PALIER_N_DECLARATIONS; i++)
    {
      const char *nick = palier_declaration_get_nick ((PalierDeclaration) i);
      g_autofree char *yes = g_strconcat (nick, "=yes", NULL);
      g_autofree char *no = g_strconcat (nick, "=no", NULL);

      *declaration = (PalierDeclaration) i;
      *declared = g_str_equal (word, yes) ? PALIER_DECLARED_YES : PALIER_DECLARED_NO;
      if (g_str_equal (word, yes) || g_str_equal (word, no))
        return TRUE;
    }
  return FALSE;
}

static int
check_usage (Checkup *self)
{
  PalierDeclaration declaration;
  PalierDeclared declared;

  for (guint i = 0; self->declared && self->declared[i]; i++)
    if (!parse_declaration (self->declared[i], &declaration, &declared))
      {
        /* translators: %s is an argument that the person typed. */
        g_autofree char *why = g_strdup_printf (_ ("“%s” is not understood."), self->declared[i]);

        return palier_command_usage (&palier_command_checkup, why);
      }
  return 0;
}

/* A journal that is open already keeps the outcome; a new one is only begun for a report. */
static gboolean
open_job (Checkup *self, PalierSurvey *survey, GError **error)
{
  const PalierDeviceInfo *info = survey->info;
  const char *firmware = info->firmware ? info->firmware : "";
  g_autoptr (PalierJournal) journal
      = palier_journal_open (self->target.folder, info->serial, error);

  if (!journal)
    {
      palier_survey_free (survey);
      return FALSE;
    }
  self->job = palier_job_new (self->target.connection, survey, palier_catalogue_get_shipped (),
                              self->target.clock, journal, NULL);
  if (palier_journal_was_continued (journal))
    self->journal = g_steal_pointer (&journal);
  else if (self->report)
    {
      self->journal = g_steal_pointer (&journal);
      return palier_journal_set_field (self->journal, "model", info->model, error)
             && palier_journal_set_field (self->journal, "from", firmware, error)
             && palier_journal_observe (self->journal, "read", firmware, error);
    }
  return TRUE;
}

static gboolean
interrupted_cb (gpointer data)
{
  g_cancellable_cancel (((Checkup *) data)->cancellable);
  return G_SOURCE_CONTINUE;
}

static void
look (Checkup *self)
{
  guint interrupt = g_unix_signal_add (SIGINT, interrupted_cb, self);
  guint terminate = g_unix_signal_add (SIGTERM, interrupted_cb, self);
  PalierDeclaration declaration;
  PalierDeclared declared;

  self->checkup = palier_checkup_new (self->target.connection, palier_catalogue_get_shipped (),
                                      self->target.clock, self->journal);
  palier_checkup_set_password (self->checkup, self->target.password);
  for (guint i = 0; self->declared && self->declared[i]; i++)
    if (parse_declaration (self->declared[i], &declaration, &declared))
      palier_checkup_declare (self->checkup, declaration, declared);
  g_signal_connect_swapped (self->checkup, "finished", G_CALLBACK (g_main_loop_quit), self->loop);
  palier_checkup_start (self->checkup, self->cancellable);
  g_main_loop_run (self->loop);
  g_source_remove (interrupt);
  g_source_remove (terminate);
}

static const char *
get_language (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "fr") ? "fr" : "en";
}

static gboolean
write_report (Checkup *self, GError **error)
{
  g_autoptr (PalierReport) report = NULL;

  if (!self->report)
    return TRUE;
  report = palier_report_new_for_job (self->job, PALIER_RUN_DONE, NULL, self->cancellable, error);
  if (!report || !palier_report_save (report, self->report, get_language (), error))
    return FALSE;
  /* translators: %s is the name of a file. */
  g_printerr (_ ("The report is in %s."), self->report);
  g_printerr ("\n");
  /* What was begun for this report alone is over with it. */
  return palier_journal_was_continued (self->journal)
         || palier_journal_finish (self->journal, "done", error);
}

static int
checkup (Checkup *self)
{
  g_autoptr (GError) error = NULL;
  PalierSurvey *survey = palier_target_survey (&self->target, &self->common, &error);

  if (!survey || !open_job (self, survey, &error))
    return palier_command_fail (error);
  look (self);
  if (palier_checkup_get_error (self->checkup))
    return palier_command_fail (palier_checkup_get_error (self->checkup));
  if (!write_report (self, &error))
    return palier_command_fail (error);
  if (self->common.json)
    palier_command_print_json (palier_checkup_to_json (self->checkup, survey->info,
                                                       survey->status.up_time_s, self->report),
                               FALSE);
  else
    palier_checkup_print (self->checkup, survey->info);
  return 0;
}

static void
clear (Checkup *self)
{
  g_clear_object (&self->checkup);
  g_clear_object (&self->journal);
  g_clear_object (&self->job);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  palier_target_clear (&self->target);
  palier_common_options_clear (&self->common);
  g_clear_pointer (&self->declared, g_strfreev);
  g_clear_pointer (&self->report, g_free);
}

static int
checkup_run (int argc, char **argv)
{
  Checkup self = { 0 };
  int status;
  const GOptionEntry entries[] = {
    { "declare", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.declared,
      N_ ("Answer for the person: remote, separate or ups"), "NAME=yes|no" },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &self.report,
      N_ ("Where to write the intervention report"), "FILE.pdf" },
    G_OPTION_ENTRY_NULL,
  };

  if (!palier_command_parse (&palier_command_checkup, entries,
                             palier_target_new_option_group (&self.target), &argc, &argv,
                             &self.common))
    return 2;
  self.loop = g_main_loop_new (NULL, FALSE);
  self.cancellable = g_cancellable_new ();
  status = check_usage (&self);
  if (status == 0
      && palier_target_open (&self.target, &palier_command_checkup, &self.common, argc, argv, &status, NULL))
    status = checkup (&self);
  clear (&self);
  return status;
}

const PalierCommand palier_command_checkup = {
  .name = "checkup",
  .arguments = "ADDRESS | --practice[=SCENARIO]",
  .summary = N_ ("how safely the recorder is set up; changes nothing"),
  .run = checkup_run,
};
