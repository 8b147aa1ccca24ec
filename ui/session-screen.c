/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session-screen.h"

#include "session-private.h"
#include <errno.h>
#include <glib/gstdio.h>

gboolean
palier_session_is_at_screen (PalierSession *self)
{
  return self->at_screen;
}

static gboolean
declare (PalierSession *self, GError **error)
{
  g_autofree char *model = palier_session_dup_string (self, "screen-model");
  g_autofree char *serial = palier_session_dup_string (self, "screen-serial");
  g_autofree char *firmware = palier_session_dup_string (self, "screen-version");
  g_autoptr (PalierSurvey) survey
      = palier_survey_declare (palier_catalogue_get_shipped (), model, serial, firmware, error);
  g_autoptr (PalierJournal) journal = NULL;
  g_autofree char *folder = NULL;

  if (survey == NULL)
    return FALSE;
  if (survey->plan->verdict != PALIER_VERDICT_REFUSED)
    {
      folder = palier_session_dup_journal_folder (self, palier_session_uses_practice (self));
      journal = palier_journal_open (folder, survey->info->serial, error);
      if (journal == NULL)
        return FALSE;
    }
  palier_session_take_survey (self, g_steal_pointer (&survey), journal);
  return TRUE;
}

gboolean
palier_session_declare (PalierSession *self)
{
  GError *error = NULL;

  palier_session_clear_problem (self);
  palier_session_forget_recorder (self);
  if (declare (self, &error))
    return TRUE;
  palier_session_take_problem (self, error);
  return FALSE;
}

gboolean
palier_session_read_practice_screen (PalierSession *self, char **model, char **serial, char **firmware,
                                     GError **error)
{
  g_return_val_if_fail (self->practice != NULL, FALSE);
  return palier_practice_read_screen (self->practice, model, serial, firmware, error);
}

char *
palier_session_dup_practice_stick (PalierSession *self)
{
  char *path = g_build_filename (self->practice_folder, "stick", NULL);

  /* One that cannot be made is said by whoever writes to it. */
  g_mkdir_with_parents (path, 0700);
  return path;
}

static gboolean
hand (PalierSession *self, PalierHand what, const char *argument, GError **error)
{
  return palier_practice_hand (self->practice, what, argument, error);
}

/* Its screen is there again, whatever it shows. */
static gboolean
wait_for_screen (PalierSession *self, GError **error)
{
  g_autofree char *model = NULL;
  g_autofree char *serial = NULL;
  g_autofree char *firmware = NULL;
  g_autoptr (GError) local = NULL;

  if (palier_practice_read_screen (self->practice, &model, &serial, &firmware, &local)
      || g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_ACTIVATED))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
see_restart (PalierSession *self, GError **error)
{
  PalierPracticeState state;

  palier_practice_get_state (self->practice, &state);
  /* It asks for a restart when it has written; refused at any other time, and that is no trouble. */
  if (!state.flashing && !wait_for_screen (self, NULL))
    hand (self, PALIER_HAND_RESTART, NULL, NULL);
  return wait_for_screen (self, error);
}

static gboolean
activate (PalierSession *self, GError **error)
{
  PalierPracticeState state;

  palier_practice_get_state (self->practice, &state);
  return state.active
         || hand (self, PALIER_HAND_ACTIVATE, palier_practice_get_new_password (self->practice), error);
}

static gboolean
see_repaired (PalierSession *self, GError **error)
{
  PalierPracticeState state;

  palier_practice_get_state (self->practice, &state);
  if (state.repairing)
    palier_error_set (error, PALIER_ERROR_BUSY, "repairing");
  return !state.repairing;
}

static gboolean
see_inactive (PalierSession *self, PalierAnswerKind *answer, GError **error)
{
  PalierPracticeState state;

  if (!wait_for_screen (self, error))
    return FALSE;
  palier_practice_get_state (self->practice, &state);
  *answer = state.active ? PALIER_ANSWER_NO : PALIER_ANSWER_YES;
  return TRUE;
}

static gboolean
see_cleared (PalierSession *self, PalierAnswerKind *answer, GError **error)
{
  PalierPracticeState state;

  if (!wait_for_screen (self, error))
    return FALSE;
  palier_practice_get_state (self->practice, &state);
  *answer = state.n_cameras > 0 ? PALIER_ANSWER_NO : PALIER_ANSWER_YES;
  return TRUE;
}

gboolean
palier_session_act_at_practice (PalierSession *self, PalierAct act, const char *stick, PalierAnswerKind *answer,
                                GError **error)
{
  g_autofree char *own = palier_session_dup_practice_stick (self);
  const char *folder = stick != NULL ? stick : own;

  *answer = PALIER_ANSWER_YES;
  switch (act)
    {
    case PALIER_ACT_EXPORT: return hand (self, PALIER_HAND_EXPORT, folder, error);
    case PALIER_ACT_UPGRADE: return hand (self, PALIER_HAND_UPGRADE, folder, error);
    case PALIER_ACT_DEFAULT: return hand (self, PALIER_HAND_RESTORE_DEFAULT, NULL, error);
    case PALIER_ACT_ACTIVATE: return activate (self, error);
    case PALIER_ACT_REPAIR: return hand (self, PALIER_HAND_START_REPAIR, NULL, error);
    case PALIER_ACT_SEE_INACTIVE: return see_inactive (self, answer, error);
    case PALIER_ACT_SEE_CLEARED: return see_cleared (self, answer, error);
    case PALIER_ACT_SEE_RESTART: return see_restart (self, error);
    case PALIER_ACT_SEE_REPAIRED: return see_repaired (self, error);
    case PALIER_ACT_NONE:
    case PALIER_ACT_READ_VERSION:
    case PALIER_ACT_IMPORT:
    case PALIER_ACT_EXPORT_CAMERAS:
    case PALIER_ACT_LOG:
    case PALIER_N_ACTS:
    default: return wait_for_screen (self, error);
    }
}
