/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/error.h"
#include "practice/practice.h"
#include "run/runner.h"

/* All that a person entered and all that the engine answered; pages only show it. Readable and writable properties:
 * strings "company", "address", "user", "typed-default", "typed-start", "typed-skip-backup", "typed-skip-default",
 * "draft", "site", "customer", "technician", "remarks"; booleans "agreed-terms", "agreed-age", "skip-default"; int "capacity". Read only: "busy" (a blocking call
 * is under way), "survey", "job", "backup-runner", "runner". Everything is notified in the main thread. */
#define PALIER_TYPE_SESSION (palier_session_get_type ())
G_DECLARE_FINAL_TYPE (PalierSession, palier_session, PALIER, SESSION, GObject)

typedef enum
{
  PALIER_CAPACITY_NONE, /* nothing is ticked for the person */
  PALIER_CAPACITY_SELF,
  PALIER_CAPACITY_COMPANY,
} PalierCapacity;

typedef enum
{
  PALIER_PASSWORD_SIGN_IN,
  PALIER_PASSWORD_NEW,
  PALIER_PASSWORD_NEW_AGAIN,
  PALIER_PASSWORD_FILE,
  PALIER_PASSWORD_DRAFT, /* an answer that is being typed */
  PALIER_PASSWORD_CAMERAS,
  PALIER_N_PASSWORDS
} PalierPasswordSlot;

/* practice NULL: none is offered; folder is where its journal and packages go. clock NULL: real time. */
PalierSession *palier_session_new (PalierPractice *practice, PalierClock *clock, const char *folder);

void palier_session_set_password (PalierSession *self, PalierPasswordSlot slot, const char *text);
PalierSecret *palier_session_get_password (PalierSession *self, PalierPasswordSlot slot); /* NULL: empty */
char *palier_session_dup_string (PalierSession *self, const char *property);
gboolean palier_session_get_flag (PalierSession *self, const char *property);
gboolean palier_session_get_busy (PalierSession *self);

PalierCapacity palier_session_get_capacity (PalierSession *self);
gboolean palier_session_has_agreed (PalierSession *self); /* P14: all three */
/* The terms were shown in this language: when that was first stands beside the agreement. */
void palier_session_note_terms (PalierSession *self, const char *language);

PalierSurvey *palier_session_get_survey (PalierSession *self); /* NULL before sign-in */
const PalierPlan *palier_session_get_plan (PalierSession *self);
PalierJob *palier_session_get_job (PalierSession *self); /* NULL when there is nothing to climb */
PalierClock *palier_session_get_clock (PalierSession *self);
PalierPractice *palier_session_get_practice (PalierSession *self);
/* "DS-7716NI-I4 · …4821", NULL before sign-in */
char *palier_session_dup_recorder_name (PalierSession *self);
/* A whole new recorder: only language and agreement stay. Refused (FALSE) while something runs. */
gboolean palier_session_start_over (PalierSession *self);
