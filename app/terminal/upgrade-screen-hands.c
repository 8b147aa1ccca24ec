/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/upgrade-screen.h"

#include <glib/gi18n-lib.h>

#define LOOK_EVERY_MS 50
#define STEP_S 30.0  /* on a clock that does not run by itself */
#define PATIENCE 20000 /* looks; nobody waits for ever */

/* What is being waited for at the practice recorder's screen. */
typedef struct
{
  Upgrade *upgrade;
  PalierQuestion question;
  PalierAct act;
  guint looks;
} Hands;

typedef enum
{
  AGAIN, /* its screen is dark */
  DONE,
  REFUSED,
} Outcome;

static Outcome
outcome_of (gboolean done, const GError *error)
{
  if (done)
    return DONE;
  return g_error_matches (error, PALIER_ERROR, PALIER_ERROR_BUSY) ? AGAIN : REFUSED;
}

static Outcome
take (Hands *self, PalierHand hand, const char *argument)
{
  g_autoptr (GError) error = NULL;
  gboolean done = palier_practice_hand (self->upgrade->target.practice, hand, argument, &error);

  return outcome_of (done, error);
}

static Outcome
read_screen (Hands *self)
{
  PalierPractice *practice = self->upgrade->target.practice;
  g_autofree char *model = NULL;
  g_autofree char *serial = NULL;
  g_autofree char *firmware = NULL;
  g_autoptr (GError) error = NULL;

  if (palier_practice_read_screen (practice, &model, &serial, &firmware, &error))
    palier_job_answer_screen (self->upgrade->job, model, serial, firmware);
  else if (g_error_matches (error, PALIER_ERROR, PALIER_ERROR_NOT_ACTIVATED))
    return take (self, PALIER_HAND_ACTIVATE, palier_practice_get_new_password (practice)) == REFUSED ? REFUSED : AGAIN;
  return outcome_of (error == NULL, error);
}

/* Its screen is up again, whatever it shows; where it waits to be restarted, it is. */
static Outcome
wait_for_screen (Hands *self)
{
  PalierPracticeState state;
  g_autofree char *model = NULL;
  g_autofree char *serial = NULL;
  g_autofree char *firmware = NULL;
  g_autoptr (GError) error = NULL;

  if (palier_practice_read_screen (self->upgrade->target.practice, &model, &serial, &firmware, &error)
      || g_error_matches (error, PALIER_ERROR, PALIER_ERROR_NOT_ACTIVATED))
    return DONE;
  palier_practice_get_state (self->upgrade->target.practice, &state);
  if (state.broken)
    return REFUSED;
  if (!state.flashing)
    take (self, PALIER_HAND_RESTART, NULL);
  return AGAIN;
}

static Outcome
look (Hands *self)
{
  PalierPractice *practice = self->upgrade->target.practice;
  PalierPracticeState state;
  Outcome outcome;

  switch (self->act)
    {
    case PALIER_ACT_EXPORT:
      return take (self, PALIER_HAND_EXPORT, self->upgrade->stick);
    case PALIER_ACT_DEFAULT:
      return take (self, PALIER_HAND_RESTORE_DEFAULT, NULL);
    case PALIER_ACT_UPGRADE:
      return take (self, PALIER_HAND_UPGRADE, self->upgrade->stick);
    case PALIER_ACT_REPAIR:
      return take (self, PALIER_HAND_START_REPAIR, NULL);
    case PALIER_ACT_SEE_RESTART:
      return wait_for_screen (self);
    default:
      break;
    }
  palier_practice_get_state (practice, &state);
  if (self->act == PALIER_ACT_SEE_REPAIRED)
    return state.repairing ? AGAIN : DONE;
  outcome = wait_for_screen (self);
  if (outcome != DONE)
    return outcome;
  palier_practice_get_state (practice, &state);
  if (self->act == PALIER_ACT_SEE_CLEARED)
    return state.n_cameras > 0 ? REFUSED : DONE;
  if (self->act == PALIER_ACT_SEE_INACTIVE)
    return state.active ? REFUSED : DONE;
  return state.active ? DONE : take (self, PALIER_HAND_ACTIVATE, palier_practice_get_new_password (practice));
}

static Outcome
act (Hands *self)
{
  if (self->question == PALIER_QUESTION_READ_SCREEN)
    return read_screen (self);
  if (self->question == PALIER_QUESTION_AT_SCREEN)
    return look (self);
  return DONE;
}

static gboolean
look_cb (gpointer data)
{
  Hands *self = data;
  Upgrade *upgrade = self->upgrade;
  Outcome outcome;

  /* Stopped meanwhile. */
  if (palier_job_get_question (upgrade->job) != self->question)
    {
      upgrade->hands = 0;
      return G_SOURCE_REMOVE;
    }
  outcome = act (self);
  if (outcome == AGAIN && ++self->looks < PATIENCE)
    {
      if (palier_clock_get_speed (upgrade->target.clock) <= 0)
        palier_clock_advance (upgrade->target.clock, STEP_S);
      return G_SOURCE_CONTINUE;
    }
  upgrade->hands = 0;
  if (self->question != PALIER_QUESTION_READ_SCREEN || outcome != DONE)
    palier_job_answer (upgrade->job, outcome == DONE ? PALIER_ANSWER_YES : PALIER_ANSWER_NO, NULL);
  return G_SOURCE_REMOVE;
}

/* The practice stick is no real one: it is not given up for another, and nothing on it is renamed unasked. */
static PalierAnswerKind
answer_stick (Upgrade *self, PalierQuestion question)
{
  const PalierAsked *asked = palier_job_get_asked (self->job);

  return question == PALIER_QUESTION_STICK && !asked->problem ? PALIER_ANSWER_YES : PALIER_ANSWER_NO;
}

void
palier_upgrade_use_hands (Upgrade *self, PalierQuestion question)
{
  Hands *hands;
  guint pause = palier_clock_get_speed (self->target.clock) > 0 ? LOOK_EVERY_MS : 0;

  if (question == PALIER_QUESTION_STICK || question == PALIER_QUESTION_STICK_IN_THE_WAY)
    {
      palier_job_answer (self->job, answer_stick (self, question), self->stick);
      return;
    }
  g_printerr ("  %s\n", _ ("At the practice recorder’s screen: that is done."));
  hands = g_new0 (Hands, 1);
  hands->upgrade = self;
  hands->question = question;
  hands->act = palier_job_get_asked (self->job)->act;
  if (self->hands > 0)
    g_source_remove (self->hands);
  self->hands = g_timeout_add_full (G_PRIORITY_DEFAULT, pause, look_cb, hands, g_free);
}
