/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/survey.h"

/* The person's words for what the engine calls by id. */
const char *palier_level_get_word (PalierLevel level);
const char *palier_level_get_icon (PalierLevel level);

/* One line of the plan, as the person reads it. */
typedef struct
{
  char *title;
  char *detail;           /* NULL: none */
  const PalierRule *rule; /* NULL: nothing to explain */
  PalierLevel level;
  gboolean no_return;     /* from here on nothing pretends that it can be undone */
} PalierPlanLine;

GPtrArray *palier_plan_lines_new (const PalierSurvey *survey); /* of PalierPlanLine */
char *palier_plan_dup_heading (const PalierPlan *plan);

/* "16 cameras and 3 users will have to be entered again." */
char *palier_survey_dup_loss (const PalierSurvey *survey);
const char *palier_consent_get_words (const char *id);
char *palier_duration_to_words (double seconds); /* "3 min", "20 s" */
char *palier_date_to_time (const char *iso);     /* "14:02" */
