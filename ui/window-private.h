/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page-table.h"
#include "session-run.h"
#include "window.h"

struct _PalierWindow
{
  AdwApplicationWindow parent_instance;

  PalierSession *session;
  const PalierPageEntry *entry;
  PalierPage *page;
  guint inhibited; /* the cookie, 0: none */
  guint notify_question;
  PalierQuestion told; /* the question that the person was called for */
  const char *called;  /* the title of the last notification, NULL: none */

  AdwWindowTitle *title;
  GtkWidget *back;
  GtkWidget *menu_button;
  GtkWidget *language;
  GtkStack *halves;
  GtkStack *steps;
  GtkStack *climb;
  GtkRevealer *refusal;
  GtkLabel *refusal_label;
  GtkWidget *bar;
  GtkSpinner *spinner;
  GtkButton *second;
  GtkButton *forward;
};

/* window-buttons.c: header and buttons follow the page in front */
void palier_window_update_buttons (PalierWindow *self);
/* window-guard.c: keeps the computer awake, the window open and the person told while a run goes on */
void palier_window_watch_run (PalierWindow *self);
void palier_window_unwatch_run (PalierWindow *self);
gboolean palier_window_refuse_close (PalierWindow *self);
