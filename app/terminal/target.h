/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice-home.h"
#include "recorder/approach.h"
#include "run/survey.h"
#include "terminal/command.h"

/* The recorder that a command is about: at an address, or the practice one. */
typedef struct
{
  /* options, filled by the entries below */
  gboolean practice_wanted;
  char *scenario;
  double speed;
  gboolean fresh;
  int seed;

  PalierClock *clock;
  PalierPracticeHome *home; /* NULL for a real one, as the next */
  PalierPractice *practice; /* borrowed from it */
  PalierPins *pins;         /* NULL for a practice one, as the next */
  PalierApproach *approach;
  PalierConnection *connection;
  PalierSecret *password;
  PalierSecret *new_password;  /* NULL: not given */
  PalierSecret *file_password; /* NULL: not given */
  char *folder;                /* of the journal; NULL: the usual one. Practice has its own. */
} PalierTarget;

/* --practice[=SCENARIO] --speed --fresh --seed, to be added to a command's own entries. */
GOptionGroup *palier_target_new_option_group (PalierTarget *self);

/* The words left are the address. FALSE: *status is the exit status, and why has been printed, but for what is left to
 * the caller in error (NULL: nothing is). */
gboolean palier_target_open (PalierTarget *self, const PalierCommand *command, const PalierCommonOptions *common,
                             int argc, char **argv, int *status, GError **error);
/* Signs in and reads; activates an inactive recorder first where a new password was given. */
PalierSurvey *palier_target_survey (PalierTarget *self, const PalierCommonOptions *common, GError **error);
/* Over HTTPS where it listens: a new certificate is shown and asked about, on a terminal. Fills connection. */
gboolean palier_target_reach (PalierTarget *self, const PalierCommonOptions *common, const char *address,
                              GError **error);
void palier_target_bind (PalierTarget *self, const char *serial); /* signed in: the certificate is that recorder's */
/* Keeps the practice recorder's state, so that a run can be continued; nothing for a real one. */
void palier_target_keep (PalierTarget *self);
void palier_target_clear (PalierTarget *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PalierTarget, palier_target_clear)
