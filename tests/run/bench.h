/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice.h"
#include "steps/climb.h"

/* One practice recorder and the real engine in front of it, on the fastest clock. The front end's part (packages,
 * consents, answers) is played as a person who follows the wizard would. */
typedef struct Bench Bench;

struct Bench
{
  char *folder;
  PalierClock *clock;
  PalierPractice *practice;
  GMainLoop *loop;
  GCancellable *cancellable;
  const char *withheld; /* a consent that this person does not give; NULL: gives all */
  const char *extra;    /* a consent given besides, or NULL */
  gboolean mute;        /* answers no question */
  PalierExtent extent;  /* BACKUP, which is 0, stands for all of the climb here */
  gboolean distrusts;   /* a new certificate */
  PalierPracticeState doubted; /* how it stood when its new certificate was asked about */
  const char *pin;      /* of the certificate; NULL: the recorder's own */
  PalierConnection *connection; /* while it climbs, borrowed */
  gboolean idle_hands;  /* says that the settings are entered again, and enters none */
  guint asked[16];      /* how often each question came */
  guint cancel_at;      /* cancels at the n-th change of a step's state; 0: never */
  guint changes;
  void (*ready) (Bench *self); /* before the run begins, its packages chosen, or NULL */
  void (*hook) (Bench *self); /* at each change of a step's state, in the main thread, or NULL */
  gpointer hook_data;
  void (*repair_hook) (Bench *self, const PalierRepair *repair); /* at each look at the repair, or NULL */
  PalierRunState state;
  GError *error;
};

void bench_open (Bench *self, const char *scenario);
/* Signs in, plans, and climbs as far as it gets. May be called again: a new run with the same journal. */
void bench_climb (Bench *self);
void bench_close (Bench *self);
PalierJournal *bench_open_journal (Bench *self);
