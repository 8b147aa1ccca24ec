/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/step.h"

/* Runs steps in a worker by one rule: verify → already true? keep it · check · journal "begun" · run · verify · journal
 * "done". So resuming is starting again. A GListModel of PalierStepItem; its signals come in the main thread. */
#define PALIER_TYPE_RUNNER (palier_runner_get_type ())
G_DECLARE_FINAL_TYPE (PalierRunner, palier_runner, PALIER, RUNNER, GObject)

#define PALIER_TYPE_STEP_ITEM (palier_step_item_get_type ())
G_DECLARE_FINAL_TYPE (PalierStepItem, palier_step_item, PALIER, STEP_ITEM, GObject)

typedef enum
{
  PALIER_RUN_IDLE,
  PALIER_RUN_RUNNING,
  PALIER_RUN_ASKING,
  PALIER_RUN_DONE,
  PALIER_RUN_STOPPED, /* by a gate, a missing consent or the person */
  PALIER_RUN_FAILED,
} PalierRunState;

typedef enum
{
  PALIER_STEP_WAITING,
  PALIER_STEP_CHECKING,
  PALIER_STEP_RUNNING,
  PALIER_STEP_VERIFYING,
  PALIER_STEP_DONE,
  PALIER_STEP_KEPT,    /* was already true */
  PALIER_STEP_SKIPPED, /* waived */
  PALIER_STEP_FAILED,
} PalierStepState;

/* Empty: steps/climb.h makes one with its steps (palier_climb_new). */
PalierRunner *palier_runner_new (PalierJob *job);
void palier_runner_add (PalierRunner *self, const PalierStep *step, int landing);
PalierJob *palier_runner_get_job (PalierRunner *self);
void palier_runner_start (PalierRunner *self, GCancellable *cancellable); /* returns at once; "finished" is emitted once */

/* Properties with notify in the main thread: "state", "fraction" (of the whole, 0…1). Signal: "finished". */
PalierRunState palier_runner_get_state (PalierRunner *self);
const char *palier_run_state_get_nick (PalierRunState state);
double palier_runner_get_fraction (PalierRunner *self);
const GError *palier_runner_get_error (PalierRunner *self);       /* NULL unless stopped or failed */
PalierStepItem *palier_runner_get_current (PalierRunner *self);   /* borrowed, NULL when none */
gboolean palier_runner_may_close (PalierRunner *self);            /* FALSE where nothing may be interrupted */
PalierSurvey *palier_runner_get_result (PalierRunner *self);      /* the recorder as read at the end; NULL before */

PalierStepItem *palier_step_item_new (const PalierStep *step, int landing);
/* Items: properties "state" and "fraction", notified in the main thread. */
const PalierStep *palier_step_item_get_step (PalierStepItem *self);
int palier_step_item_get_landing (PalierStepItem *self); /* index into the plan's landings, -1: before or after */
PalierStepState palier_step_item_get_state (PalierStepItem *self);
const char *palier_step_state_get_nick (PalierStepState state);
double palier_step_item_get_fraction (PalierStepItem *self); /* -1: not known */
GDateTime *palier_step_item_get_started (PalierStepItem *self); /* borrowed, NULL: not yet */
GDateTime *palier_step_item_get_ended (PalierStepItem *self);
