/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice.h"
#include "run/screen.h"
#include "steps/climb.h"

#include <json-glib/json-glib.h>

/* A practice recorder that nothing is connected to, a folder that stands for the stick, and a person who walks between
 * the two: they do what is asked, and say truly what they see, but for the slips that a test asks for. */
typedef struct ScreenBench ScreenBench;

struct ScreenBench
{
  char *folder; /* journal, packages, backups */
  char *stick;
  char *other_stick; /* what they put in when the first one is no good */
  PalierClock *clock;
  PalierPractice *practice;
  GMainLoop *loop;
  GCancellable *cancellable;
  PalierJob *job; /* while a climb runs */
  const char *withheld; /* a consent that they do not give */
  const char *extra;    /* one that they give besides */
  gboolean keeps_stick; /* answers STICK with the first one again and again, and gives up after three */
  gboolean leaves_way;  /* does not want a file on the stick renamed */
  guint readings;       /* of the screen, in this climb */
  guint slip_at;        /* the reading at which something else is typed; 0: none */
  const char *slip_model, *slip_serial, *slip_firmware; /* NULL: as it is */
  PalierAct stop_at;    /* what they will not do */
  guint asked[24];      /* how often each question came */
  guint acts[PALIER_N_ACTS];
  guint problems;       /* times that an answer was not enough */
  guint cancel_at, changes; /* as in bench.h */
  void (*hook) (ScreenBench *self);                             /* at each change of a step's state */
  void (*before_answer) (ScreenBench *self, PalierQuestion question, const PalierAsked *asked);
  /* Does what is asked in another way; FALSE: as usual. */
  gboolean (*instead) (ScreenBench *self, const PalierAsked *asked);
  gpointer data;
  PalierRunState state;
  GError *error;
};

void screen_bench_open (ScreenBench *self, const char *scenario);
/* Types what the screen shows, plans, and climbs as far as it gets. May be called again, as another day. */
void screen_bench_climb (ScreenBench *self);
void screen_bench_close (ScreenBench *self);

/* At its screen; FALSE: it stays dark. An inactive one is activated first. */
gboolean screen_bench_read (ScreenBench *self, char **model, char **serial, char **firmware);
JsonObject *screen_bench_load_journal (ScreenBench *self); /* finished or not; NULL: none */
guint screen_bench_count_seen (JsonObject *journal, const char *what);
