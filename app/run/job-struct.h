/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/screen-private.h"

/* The job's own fields, for the job-*.c files only. */
struct _PalierJob
{
  GObject parent_instance;

  PalierConnection *connection;
  PalierSurvey *survey;
  PalierCatalogue *catalogue; /* borrowed */
  PalierClock *clock;
  PalierJournal *journal;
  PalierShelf *shelf; /* borrowed, may be NULL */
  PalierPlan *origin;
  GPtrArray *packages; /* of PalierPackage or NULL, by landing */
  PalierVersion shown; /* of the package whose facts were asked last */
  GPtrArray *backup_folders;
  gboolean copy_asked; /* a copy is wanted after all, whatever was waived before */
  PalierSecret *file_password;
  PalierSecret *new_password;
  PalierPins *pins;    /* borrowed, may be NULL */
  gboolean at_screen; /* no connection: the person acts at the recorder's screen */
  char *stick;        /* the folder where it is mounted, NULL: not known */
  PalierFindFunc find; /* NULL: the person is asked */

  /* the worker's */
  PalierDeviceInfo *reading;
  PalierSurvey *result;
  guint landing;
  PalierFractionFunc fraction;
  gpointer fraction_data;

  PalierQuestion shown_question; /* the main thread's: what it was told last */
  PalierAsked *shown_asked;      /* and what that is about, NULL: it says all by itself */
  PalierRepair *repair;          /* the main thread's, NULL before */

  /* the question, shared by both threads */
  GMainContext *main_context;
  GMutex mutex;
  GCond answered;
  PalierQuestion question;
  gboolean has_answer;
  PalierAnswerKind answer;
  char *text;
  PalierSecret *secret;
};
