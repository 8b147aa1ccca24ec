/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "steps/climb.h"
#include "terminal/target.h"

#include <json-glib/json-glib.h>

/* palier upgrade, in its files: options and set-up (upgrade.c, upgrade-setup.c), what is shown (upgrade-show.c), who
 * answers (upgrade-answer.c). */
typedef struct
{
  PalierCommonOptions common;
  PalierTarget target;
  char **packages; /* "VERSION=FILE" */
  char **folders;
  char **consents; /* "ID" or "ID=TYPED" */
  char *report;
  char *only; /* one part alone, whatever the plan; NULL: the climb */
  gboolean anew;                   /* an unfinished journal is set aside first */
  gboolean at_screen;              /* no network: the person acts at the recorder's screen */
  char *model, *serial, *firmware; /* as its screen shows them; NULL: not given */
  char *stick;                     /* the folder where it is mounted; NULL: asked for */

  PalierShelf *shelf;
  PalierJob *job;
  PalierRunner *runner;
  GMainLoop *loop;
  GCancellable *cancellable;
  guint input;       /* source that reads the terminal; 0: none */
  guint hands;       /* source that waits for the practice recorder's screen; 0: none */
  char *typed[3];    /* model, serial number, version, as they are typed */
  guint n_typed;
  guint waited;      /* times that the practice recorder was waited for */
  PalierRepairState repair; /* as it was said last */
  GHashTable *disks; /* id -> what was said of that disk last; NULL: nothing yet */
  gboolean bar;      /* a progress bar stands on the terminal */
  gboolean no_person; /* a question came up and nobody is there to answer it */
} Upgrade;

/* Packages, folders, consents: all that comes before the run. */
gboolean palier_upgrade_set_up (Upgrade *self, PalierSurvey *survey, GError **error);
gboolean palier_upgrade_set_packages (Upgrade *self, GError **error);

void palier_upgrade_show_steps (Upgrade *self);
void palier_upgrade_clear_bar (Upgrade *self);
/* The last line: outcome, recorder, backup, consents, error (NULL: none). Returns the exit status. */
int palier_upgrade_show_result (Upgrade *self, PalierRunState state, const GError *error);

/* What became of the recordings and of the repair, in words and as keys of the result. */
void palier_upgrade_show_after (Upgrade *self);
void palier_upgrade_say_footage (Upgrade *self, PalierStepItem *item);
void palier_upgrade_add_footage (Upgrade *self, JsonBuilder *builder);

void palier_upgrade_answer_questions (Upgrade *self);
