/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/upgrade-screen.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#define STICK "stick" /* the practice one, beside its journal */

gboolean
palier_upgrade_check_screen (Upgrade *self, int argc, const char **why)
{
  gboolean named = self->model || self->serial || self->firmware || self->stick;

  *why = NULL;
  if (!self->at_screen && named)
    *why = _ ("--model, --serial, --firmware and --stick go with --at-screen.");
  else if (!self->at_screen)
    return TRUE;
  else if (argc > 1)
    *why = _ ("With --at-screen no address is named: nothing is sent to the recorder.");
  else if (!self->target.practice_wanted && !(self->model && self->serial && self->firmware))
    *why = _ ("--at-screen needs --model, --serial and --firmware, as the recorder’s screen shows them.");
  else if (!self->target.practice_wanted && !isatty (STDIN_FILENO))
    *why = _ ("--at-screen asks for acts at the recorder’s screen: it needs a terminal.");
  return *why == NULL;
}

static gboolean
open_practice (Upgrade *self, GError **error)
{
  PalierTarget *target = &self->target;

  target->home = palier_practice_home_new (target->scenario, target->speed, target->fresh, (guint32) target->seed, error);
  if (!target->home)
    return FALSE;
  target->practice = palier_practice_home_get (target->home);
  target->clock = palier_clock_ref (palier_practice_home_get_clock (target->home));
  target->folder = g_build_filename (palier_practice_home_get_folder (target->home), "journal", NULL);
  if (!self->stick)
    self->stick = g_build_filename (palier_practice_home_get_folder (target->home), STICK, NULL);
  if (g_mkdir_with_parents (self->stick, 0700) == 0)
    return TRUE;
  palier_error_set (error, PALIER_ERROR_CANNOT_WRITE, "%s: %s", self->stick, g_strerror (errno));
  return FALSE;
}

gboolean
palier_upgrade_open_screen (Upgrade *self, GError **error)
{
  if (self->target.practice_wanted)
    return open_practice (self, error);
  self->target.clock = palier_clock_new (1);
  return TRUE;
}

/* An inactive one asks for a password before it shows anything. */
static gboolean
read_practice (PalierPractice *practice, char **model, char **serial, char **firmware, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (palier_practice_read_screen (practice, model, serial, firmware, &local))
    return TRUE;
  if (g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_ACTIVATED))
    return palier_practice_hand (practice, PALIER_HAND_ACTIVATE, palier_practice_get_new_password (practice), error)
           && palier_practice_read_screen (practice, model, serial, firmware, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

PalierSurvey *
palier_upgrade_declare (Upgrade *self, GError **error)
{
  PalierCatalogue *catalogue = palier_catalogue_get_shipped ();
  g_autofree char *model = NULL;
  g_autofree char *serial = NULL;
  g_autofree char *firmware = NULL;

  if (!self->target.practice)
    return palier_survey_declare (catalogue, self->model, self->serial, self->firmware, error);
  if (!read_practice (self->target.practice, &model, &serial, &firmware, error))
    return NULL;
  return palier_survey_declare (catalogue, self->model ? self->model : model, self->serial ? self->serial : serial,
                                self->firmware ? self->firmware : firmware, error);
}

static gboolean
is_of_screen (PalierQuestion question)
{
  return question == PALIER_QUESTION_READ_SCREEN || question == PALIER_QUESTION_STICK
         || question == PALIER_QUESTION_STICK_IN_THE_WAY || question == PALIER_QUESTION_AT_SCREEN;
}

gboolean
palier_upgrade_answer_screen (Upgrade *self, PalierQuestion question)
{
  if (!is_of_screen (question))
    return FALSE;
  self->n_typed = 0;
  palier_upgrade_say_screen (self, question);
  if (self->target.practice)
    palier_upgrade_use_hands (self, question);
  return TRUE;
}

/* Model, serial number and version, a line each. A slip of the pen is mended before it reaches the engine. */
static void
take_reading (Upgrade *self, const char *line)
{
  g_autoptr (GError) error = NULL;

  g_free (self->typed[self->n_typed]);
  self->typed[self->n_typed++] = g_strdup (line);
  if (self->n_typed < G_N_ELEMENTS (self->typed))
    {
      palier_upgrade_say_screen (self, PALIER_QUESTION_READ_SCREEN);
      return;
    }
  self->n_typed = 0;
  palier_job_answer_screen (self->job, self->typed[0], self->typed[1], self->typed[2]);
}

gboolean
palier_upgrade_take_screen_line (Upgrade *self, PalierQuestion question, const char *line)
{
  if (!is_of_screen (question))
    return FALSE;
  if (g_str_equal (line, "stop") || g_str_equal (line, "no") || g_str_equal (line, "skip"))
    palier_job_answer (self->job, PALIER_ANSWER_NO, NULL);
  else if (question == PALIER_QUESTION_READ_SCREEN)
    take_reading (self, line);
  else
    palier_job_answer (self->job, PALIER_ANSWER_YES, line);
  return TRUE;
}
