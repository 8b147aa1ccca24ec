/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/catalogue.h"
#include "procedure/rule.h"

typedef enum
{
  PALIER_VERDICT_CLIMB,
  PALIER_VERDICT_NOTHING,
  PALIER_VERDICT_REFUSED,
} PalierVerdict;

typedef struct
{
  const PalierRule *rule;
  PalierLevel level; /* P5 is strong or advised by the plan */
} PalierPlanGate;

/* The landings still to climb from where a recorder stands, and the levelled rules that it meets on
 * the way. (P9, P16 and P17 guard each act whatever the plan: gate.h.) */
typedef struct
{
  PalierVerdict verdict;
  char *model;
  const PalierFamily *family; /* NULL when refused for its model */
  gboolean from_known;
  PalierVersion from;   /* valid when from_known */
  GArray *landings;     /* of PalierLanding */
  gboolean repair_advised;
  GArray *gates; /* of PalierPlanGate, in the rules' order */
} PalierPlan;

/* firmware as the recorder spells it, NULL or unreadable leads to P15. Never fails: a refusal is a
 * plan. */
PalierPlan *palier_plan_new (PalierCatalogue *catalogue, const char *model, const char *firmware);
void palier_plan_free (PalierPlan *self);

gboolean palier_plan_has_default (const PalierPlan *self);
/* NULL: not met */
const PalierPlanGate *palier_plan_find_gate (const PalierPlan *self, const char *id);
/* the gate that refuses, or NULL */
const PalierPlanGate *palier_plan_get_refusal (const PalierPlan *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierPlan, palier_plan_free)
