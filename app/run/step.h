/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/job.h"

/* A step is data: a row in the runner's table and a file in app/steps/. */
typedef enum
{
  PALIER_STEP_PLAIN = 0,
  PALIER_STEP_CHANGES = 1 << 0,      /* changes the recorder: P16 is asked again right before run */
  PALIER_STEP_NO_RETURN = 1 << 1,    /* while it runs, nothing may interrupt it */
  PALIER_STEP_ALWAYS = 1 << 2,       /* never skipped as already true */
  PALIER_STEP_LEAVABLE = 1 << 3,     /* the window may be closed while it runs */
  PALIER_STEP_HERE = 1 << 4,         /* shown by this computer's own files: never only declared */
} PalierStepFlags;

typedef gboolean (*PalierStepFunc) (PalierJob *job, GCancellable *cancellable, GError **error);

typedef struct
{
  const char *id;    /* for the journal and JSON */
  const char *title; /* msgid: what is to be done ("Copy the configuration") */
  const char *doing; /* msgid: while it goes on ("Copying the configuration") */
  double weight;     /* share of the whole, any unit */
  PalierStepFlags flags;
  PalierStepFunc check;  /* may we start? changes nothing; NULL: always */
  PalierStepFunc run;    /* do it; NULL: check and verify are all of it */
  PalierStepFunc verify; /* is it true now? PALIER_ERROR_NOT_DONE: no; any other error: could not look */
  /* FALSE: waived or not asked for by this plan (SKIPPED); NULL: always wanted */
  gboolean (*wanted) (PalierJob *job);
} PalierStep;

/* For the steps, in the worker. */
guint palier_job_get_landing_index (PalierJob *job);              /* the landing being climbed to */
const PalierLanding *palier_job_get_landing (PalierJob *job);
void palier_job_set_fraction (PalierJob *job, double fraction);   /* 0…1 of this step, -1: not known */
gboolean palier_job_wait (PalierJob *job, double seconds, GCancellable *cancellable, GError **error);
