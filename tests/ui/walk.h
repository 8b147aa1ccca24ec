/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session-run.h"
#include "window.h"

/* A person at the real window: finds widgets by the name that the template gives them, clicks, types and waits. */
typedef struct
{
  AdwApplication *application;
  PalierPractice *practice; /* NULL: none */
  PalierClock *clock;
  PalierSession *session;
  PalierWindow *window;
  char *folder;
  gboolean guarded; /* closing was refused, and said */
} Walk;

void walk_init (int *argc, char ***argv); /* first thing in main () */
/* scenario NULL: no practice recorder. Its clock runs as fast as it can. */
void walk_begin (Walk *walk, const char *scenario);
/* Closes the window and makes sure that nothing of it is left. */
void walk_end (Walk *walk);
void walk_come_back (Walk *walk); /* another day: a new window, the same recorder and journal */

typedef gboolean (*WalkVisit) (GtkWidget *widget, gpointer data); /* TRUE: stop here */
GtkWidget *walk_visit (GtkWidget *from, WalkVisit visit, gpointer data);
GtkWidget *walk_find (Walk *walk, const char *id); /* in the window, shown; NULL: none */
GtkWidget *walk_need (Walk *walk, const char *id);

void walk_settle (void); /* until nothing waits to be done */
typedef gboolean (*WalkCondition) (Walk *walk, gpointer data);
void walk_until (Walk *walk, WalkCondition condition, gpointer data);
void walk_until_page (Walk *walk, const char *id);

void walk_click (Walk *walk, const char *id); /* "forward", "back", "terms" … ; it has to be sensitive */
void walk_type (Walk *walk, const char *id, const char *text);
gboolean walk_may_go_on (Walk *walk);
void walk_shot (Walk *walk, const char *name); /* a picture, where $PALIER_SHOTS names a folder */

/* Whole pages, as a person does them. */
void walk_agree (Walk *walk);
void walk_choose (Walk *walk, int position); /* from the list of recorders */
void walk_sign_in (Walk *walk);   /* until the plan */
void walk_copy (Walk *walk);      /* until the copy is read back, and on */
void walk_packages (Walk *walk);  /* until they are ready, and on */
void walk_default (Walk *walk);
void walk_start (Walk *walk);     /* on to the work */
void walk_until_asked (Walk *walk, PalierQuestion question);
void walk_work (Walk *walk);      /* answers what is asked, by the practice recorder's own hands, until the result */
char *walk_digits (Walk *walk);
