/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* What a report (report.h) is made of. */
typedef enum
{
  PALIER_OUTCOME_UNFINISHED,
  PALIER_OUTCOME_PROVED,   /* done, and read from the recorder */
  PALIER_OUTCOME_DECLARED, /* done, as the person read it from its screen */
  PALIER_OUTCOME_STOPPED,
  PALIER_OUTCOME_FAILED,
} PalierOutcome;

typedef enum
{
  PALIER_ROW_OPEN, /* begun, and its end not seen */
  PALIER_ROW_DONE,
  PALIER_ROW_DECLARED,
  PALIER_ROW_KEPT, /* was already so */
  PALIER_ROW_SKIPPED,
  PALIER_ROW_FAILED,
} PalierRowState;

typedef struct
{
  char *id;          /* of the step, as in steps.h */
  char *landing;     /* "V3.4.92", or "" */
  const char *title; /* msgid, or the id of a step that is not known here */
  const char *rule;  /* "P5", or NULL */
  PalierRowState state;
  guint failures; /* before it went well */
  char *begun;    /* ISO; NULL: not known */
  char *ended;    /* ISO; NULL: not ended */
} PalierReportStep;

typedef struct
{
  char *since; /* ISO */
  char *until; /* ISO; NULL: not over, or its end was not seen */
} PalierReportGap;

void palier_report_step_free (PalierReportStep *self);
void palier_report_gap_free (PalierReportGap *self);
const char *palier_outcome_get_nick (PalierOutcome outcome); /* "proved" */
const char *palier_row_state_get_nick (PalierRowState state);
