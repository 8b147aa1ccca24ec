/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/clock.h"
#include "practice/practice-dialect.h"
#include "practice/practice-parts.h"
#include "practice/practice-scenario.h"

/* The recorder itself, without any wire. Not locked: whoever holds it holds the lock (practice.c).
 * Times are seconds since 1970 on its clock. */
typedef enum
{
  PALIER_PHASE_RUNNING,
  PALIER_PHASE_FLASHING,
  PALIER_PHASE_FLASHED, /* waits for PUT reboot */
  PALIER_PHASE_RESTARTING,
  PALIER_PHASE_BROKEN,
} PalierPhase;

typedef struct
{
  PalierScenario *scenario;
  PalierClock *clock;
  double offset; /* of now from the clock */
  double now;    /* as far as it has lived */
  guint32 seed;
  GRand *chance;

  char *serial, *name;
  PalierVersion version;
  gboolean told_truly; /* another version runs than the scenario's, so it tells that one */
  guint phase;         /* PalierPhase */
  double phase_from, phase_until;
  gboolean flash_failed; /* the last one, by a fault */
  gboolean package_custom;
  char *package_version; /* being flashed, "V4.50.00 build 210802" */
  guint resets;          /* PalierDefault that the restart brings */
  double booted;
  guint boots, defaults;
  guint address_generation;     /* changes when it comes back on another port */
  guint certificate_generation; /* changes when it makes a new certificate */
  gboolean active;
  char challenge[33];    /* of an activation under way; "" for none */
  gboolean default_seen; /* a full default since this version was reached */

  gboolean repair_wanted, repairing;
  double repair_from;

  guint failed_sign_ins;
  double locked_until;
  guint n_changes;
  double bytes_taken;

  GPtrArray *disks, *cameras, *users, *log; /* of the structs above */
  GArray *spans;                            /* of PalierPracticeSpan */
  GHashTable *documents; /* path after /ISAPI/ -> the root element as it is kept, no namespace */
} PalierModel;

PalierModel *palier_model_new (PalierScenario *scenario, PalierClock *clock,
                               guint32 seed); /* takes scenario over */
void palier_model_free (PalierModel *self);
/* Lives up to the clock's present: flashes, restarts, repairs. */
void palier_model_tick (PalierModel *self);

const PalierDialect *palier_model_get_dialect (PalierModel *self);
gboolean palier_model_is_reachable (PalierModel *self); /* FALSE while it restarts, and broken */
GDateTime *palier_model_get_date (PalierModel *self,
                                  double time); /* on its own, perhaps wrong, clock */
char *palier_model_dup_time (PalierModel *self, double time, const char *format);
/* "2017-03-14T10:32:01Z": the Z means it only where utc is TRUE. FALSE for what is no time. */
gboolean palier_model_parse_time (PalierModel *self, const char *text, gboolean utc, double *time);
void palier_model_log (PalierModel *self, const char *user, const char *meta, const char *text);
void palier_model_break (PalierModel *self);
PalierPracticeUser *palier_model_find_user (PalierModel *self, const char *name);
PalierPracticeCamera *palier_model_find_camera (PalierModel *self, guint id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierModel, palier_model_free)
