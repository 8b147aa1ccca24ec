/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "reprogram/reprogram.h"

#include "discovery/discovery.h"
#include "inventory/note.h"
#include "run/journal-adopt.h"
#include "terminal/reprogram-show.h"
#include "terminal/target.h"

#include <glib-unix.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  PalierCommonOptions common;
  PalierTarget target;
  char **put; /* ids, or "all"; NULL: only look */
  char *camera_user;
  char *camera_password_file;

  PalierSurvey *survey;
  PalierJournal *journal;
  PalierReprogram *reprogram;
  GCancellable *cancellable;
  GMainLoop *loop;
} Reprogram;

static gboolean
interrupted_cb (gpointer data)
{
  g_cancellable_cancel (((Reprogram *) data)->cancellable);
  return G_SOURCE_CONTINUE;
}

static PalierReprogramItem *
find_item (Reprogram *self, const char *id)
{
  GListModel *items = G_LIST_MODEL (self->reprogram);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (PalierReprogramItem) item = g_list_model_get_item (items, i);

      if (g_str_equal (palier_reprogram_item_get_id (item), id))
        return item; /* the list keeps it */
    }
  return NULL;
}

/* Known once there is a list: a setting that the recorder never had, or one that only a person can enter. */
static int
check_put (Reprogram *self)
{
  for (guint i = 0; self->put && self->put[i]; i++)
    {
      PalierReprogramItem *item = find_item (self, self->put[i]);
      g_autofree char *why = NULL;

      if (g_str_equal (self->put[i], "all")
          || (item && palier_reprogram_item_get_put (item) != PALIER_PUT_BY_HAND))
        continue;
      /* translators: %s is what the person typed for a setting, such as “user-viewer”. */
      why = item ? g_strdup_printf (_ ("“%s” is not told over the network: a person enters it at the recorder."),
                                    self->put[i])
                 /* translators: %s is an argument that the person typed. */
                 : g_strdup_printf (_ ("“%s” is not understood."), self->put[i]);
      return palier_command_usage (&palier_command_reprogram, why);
    }
  return 0;
}

static void
put_back (Reprogram *self, const char *id)
{
  if (g_str_equal (id, "all"))
    palier_reprogram_put_all (self->reprogram, self->cancellable);
  else
    palier_reprogram_put (self->reprogram, find_item (self, id), self->cancellable);
  g_main_loop_run (self->loop);
}

/* What failed first decides; a word that ended the round is among them. */
static int
get_status (Reprogram *self)
{
  GListModel *items = G_LIST_MODEL (self->reprogram);
  const GError *error = palier_reprogram_get_error (self->reprogram);

  for (guint i = 0; !error && i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (PalierReprogramItem) item = g_list_model_get_item (items, i);

      error = palier_reprogram_item_get_problem (item);
    }
  return error ? palier_command_fail (error) : 0;
}

static void
show (Reprogram *self)
{
  if (self->common.json)
    palier_command_print_json (palier_reprogram_to_json (self->reprogram, self->survey->info), FALSE);
  else
    palier_reprogram_print (self->reprogram, self->survey->info);
}

static int
look_and_put (Reprogram *self)
{
  palier_reprogram_look (self->reprogram, self->cancellable);
  g_main_loop_run (self->loop);
  if (palier_reprogram_get_error (self->reprogram))
    return palier_command_fail (palier_reprogram_get_error (self->reprogram));
  for (guint i = 0; self->put && self->put[i] && !palier_reprogram_get_error (self->reprogram); i++)
    put_back (self, self->put[i]);
  show (self);
  return get_status (self);
}

static gboolean
set_camera_password (Reprogram *self, GError **error)
{
  g_autoptr (PalierSecret) password = NULL;

  if (!self->camera_password_file)
    return TRUE;
  password = palier_secret_new_from_file (self->camera_password_file, error);
  if (password)
    palier_reprogram_set_camera_sign_in (self->reprogram, 0, self->camera_user, password);
  return password != NULL;
}

/* Of this run, or of the last one that is over. */
static PalierInventory *
get_before (Reprogram *self, GError **error)
{
  g_autofree char *text = palier_journal_dup_past_field (self->journal, PALIER_INVENTORY_BEFORE);

  if (text)
    return palier_inventory_new_from_text (text, error);
  palier_error_set_words (error, PALIER_ERROR_NOT_DONE,
                          N_ ("Palier has no list of what was set on this recorder before a factory default."),
                          N_ ("The list is made on this computer, before the default, when Palier upgrades the recorder. "
                              "Elsewhere a person enters the settings again."),
                          NULL);
  return NULL;
}

static gboolean
open_list (Reprogram *self, GError **error)
{
  PalierInventory *before;
  PalierJournal *kept;

  self->journal = palier_journal_open (self->target.folder, self->survey->info->serial, error);
  if (!self->journal)
    return FALSE;
  before = get_before (self, error);
  if (!before)
    return FALSE;
  /* What is put back is journalled; a list that is only looked at begins no journal. */
  kept = self->put || palier_journal_was_continued (self->journal) ? self->journal : NULL;
  self->reprogram = palier_reprogram_new (self->target.connection, palier_catalogue_get_shipped (), self->target.clock,
                                          self->survey->info, before, kept);
  if (!self->target.practice)
    palier_reprogram_set_finder (self->reprogram, palier_discovery_find_serial);
  g_signal_connect_swapped (self->reprogram, "finished", G_CALLBACK (g_main_loop_quit), self->loop);
  return TRUE;
}

/* One that was begun for this alone is over with it. */
static int
work (Reprogram *self)
{
  g_autoptr (GError) error = NULL;
  int status = check_put (self);

  if (status != 0)
    return status;
  if (self->put && !palier_journal_adopt_field (self->journal, PALIER_INVENTORY_BEFORE, &error))
    return palier_command_fail (error);
  status = look_and_put (self);
  if (self->put && !palier_journal_was_continued (self->journal)
      && !palier_journal_finish (self->journal, status == 0 ? "done" : "stopped", &error))
    return palier_command_fail (error);
  return status;
}

static int
reprogram (Reprogram *self)
{
  guint interrupt = g_unix_signal_add (SIGINT, interrupted_cb, self);
  guint terminate = g_unix_signal_add (SIGTERM, interrupted_cb, self);
  g_autoptr (GError) error = NULL;
  int status;

  self->survey = palier_target_survey (&self->target, &self->common, &error);
  if (!self->survey || !open_list (self, &error) || !set_camera_password (self, &error))
    status = palier_command_fail (error);
  else
    status = work (self);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  palier_target_keep (&self->target);
  return status;
}

static void
clear (Reprogram *self)
{
  g_clear_object (&self->reprogram);
  g_clear_object (&self->journal);
  g_clear_pointer (&self->survey, palier_survey_free);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  palier_target_clear (&self->target);
  palier_common_options_clear (&self->common);
  g_clear_pointer (&self->put, g_strfreev);
  g_clear_pointer (&self->camera_user, g_free);
  g_clear_pointer (&self->camera_password_file, g_free);
}

static int
reprogram_run (int argc, char **argv)
{
  Reprogram self = { 0 };
  int status = 2;
  const GOptionEntry entries[] = {
    { "put", 0, 0, G_OPTION_ARG_STRING_ARRAY, &self.put, N_ ("Put this setting back; “all” is every one that can be"),
      "ID|all" },
    { "camera-user", 0, 0, G_OPTION_ARG_STRING, &self.camera_user, N_ ("The account on the cameras"), "NAME" },
    { "camera-password-file", 0, 0, G_OPTION_ARG_FILENAME, &self.camera_password_file,
      N_ ("Where the cameras’ password is"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };

  if (!palier_command_parse (&palier_command_reprogram, entries, palier_target_new_option_group (&self.target), &argc,
                             &argv, &self.common))
    return 2;
  self.loop = g_main_loop_new (NULL, FALSE);
  self.cancellable = g_cancellable_new ();
  if (palier_target_open (&self.target, &palier_command_reprogram, &self.common, argc, argv, &status, NULL))
    status = reprogram (&self);
  clear (&self);
  return status;
}

const PalierCommand palier_command_reprogram = {
  .name = "reprogram",
  .arguments = "ADDRESS | --practice[=SCENARIO]",
  .summary = N_ ("lists what a factory default took, and puts back what can be told over the network"),
  .run = reprogram_run,
};
