/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/menu.h"
#include "run/job.h"

/* The recorder-side route: a recorder without a network. The person acts at its screen and says what they see; the
 * engine prepares the stick, gates, asks, and verifies what comes back. Nothing of it is proved: all is declared. */

/* Model, serial number and version as its screen shows them (spaces and capitals do not matter). The plan, its gates
 * and its consents are those of the network; a version that cannot be read leads to P15. PALIER_ERROR_USAGE: a field is
 * empty, or is no serial number. */
PalierSurvey *palier_survey_declare (PalierCatalogue *catalogue, const char *model, const char *serial,
                                     const char *firmware, GError **error);

/* survey is taken over: one that was declared. The job has no connection. */
PalierJob *palier_job_new_at_screen (PalierSurvey *survey, PalierCatalogue *catalogue, PalierClock *clock,
                                     PalierJournal *journal, PalierShelf *shelf);
gboolean palier_job_is_at_screen (PalierJob *self);

/* The folder where the stick is mounted now; NULL: not known, and asked for when it is needed. Before the run. */
void palier_job_set_stick (PalierJob *self, const char *folder);

/* What the question is about; beside palier_job_get_question (), in the main thread, until the next notify::question. */
typedef struct
{
  PalierAct act;             /* AT_SCREEN */
  int landing;               /* index into the plan's landings; 0 before and after them, too */
  const char *version;       /* READ_SCREEN: what should be read there, NULL: not known; AT_SCREEN: what runs now */
  const char *stick;         /* its folder, NULL: none is known */
  const char *file;          /* STICK_IN_THE_WAY: what is there already; AT_SCREEN upgrade: the file to choose */
  gboolean shows_passwords;  /* what the recorder writes beside it (its camera list) holds passwords */
  const GError *problem;     /* why the last answer was not enough; NULL: it is asked for the first time */
} PalierAsked;

const PalierAsked *palier_job_get_asked (PalierJob *self);

/* The answer to READ_SCREEN. Would it be let through? Asked early, so that a slip of the pen can be mended: the engine
 * asks the same, and there another serial number or a version that does not fit ends the run. */
gboolean palier_job_check_screen (PalierJob *self, const char *model, const char *serial, const char *firmware,
                                  GError **error);
void palier_job_answer_screen (PalierJob *self, const char *model, const char *serial, const char *firmware);
