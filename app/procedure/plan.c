/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "procedure/plan.h"

#include "procedure/route.h"

static void
meet (PalierPlan *self, const char *id, PalierLevel level)
{
  PalierPlanGate gate = { .rule = palier_rule_find (id), .level = level };

  g_array_append_val (self->gates, gate);
}

static PalierPlan *
refuse (PalierPlan *self, const char *id)
{
  self->verdict = PALIER_VERDICT_REFUSED;
  g_array_set_size (self->landings, 0);
  meet (self, id, palier_rule_find (id)->level);
  return self;
}

/* Climbs in thought, landing by landing; returns the rule that ends the route and notes the one
 * that asks for a default. */
static const char *
climb (PalierPlan *self, const char **default_rule)
{
  PalierVersion at = self->from;
  const PalierLanding *next;
  const char *end = NULL;

  while ((next = palier_route_next (self->family, &at, &end)))
    {
      PalierLanding landing = *next;
      const char *rule = palier_route_get_default_rule (next, &at);

      landing.default_before = rule != NULL;
      if (rule)
        *default_rule = rule;
      g_array_append_val (self->landings, landing);
      at = next->version;
    }
  return end;
}

static gboolean
is_repair_advised (const PalierPlan *self)
{
  const PalierVersion *unless = &self->family->repair_unless_from;

  return self->landings->len > 0 && self->family->repair_advised
         && !(palier_version_is_given (unless)
              && palier_version_compare_numbers (&self->from, unless) == 0);
}

/* In the rules' order. */
static void
meet_gates (PalierPlan *self, const char *default_rule)
{
  if (self->landings->len > 1)
    meet (self, "P1", PALIER_LEVEL_FORBIDDEN);
  if (g_strcmp0 (default_rule, "P2") == 0)
    meet (self, "P2", PALIER_LEVEL_STRONG);
  if (self->landings->len > 0)
    meet (self, "P5", default_rule ? PALIER_LEVEL_STRONG : PALIER_LEVEL_ADVISED);
  if (self->repair_advised)
    meet (self, "P6", PALIER_LEVEL_ADVISED);
  if (self->family->only_listed)
    meet (self, "P10", PALIER_LEVEL_FORBIDDEN);
  if (g_strcmp0 (default_rule, "P12") == 0)
    meet (self, "P12", PALIER_LEVEL_STRONG);
  if (self->landings->len > 0)
    meet (self, "P14", PALIER_LEVEL_REQUIRED);
}

PalierPlan *
palier_plan_new (PalierCatalogue *catalogue, const char *model, const char *firmware)
{
  PalierPlan *self = g_new0 (PalierPlan, 1);
  const char *default_rule = NULL;
  const char *end;

  self->model = g_strdup (model ? model : "");
  self->family = palier_catalogue_find_family (catalogue, model);
  self->from_known = palier_version_parse (firmware, &self->from, NULL);
  self->landings = g_array_new (FALSE, TRUE, sizeof (PalierLanding));
  self->gates = g_array_new (FALSE, TRUE, sizeof (PalierPlanGate));
  if (!self->family)
    return refuse (self, "P11");
  if (!self->from_known)
    return refuse (self, "P15");
  end = climb (self, &default_rule);
  if (!g_str_equal (end, "P13"))
    return refuse (self, end);
  self->verdict = self->landings->len > 0 ? PALIER_VERDICT_CLIMB : PALIER_VERDICT_NOTHING;
  self->repair_advised = is_repair_advised (self);
  meet_gates (self, default_rule);
  return self;
}

void
palier_plan_free (PalierPlan *self)
{
  g_free (self->model);
  g_array_unref (self->landings);
  g_array_unref (self->gates);
  g_free (self);
}

gboolean
palier_plan_has_default (const PalierPlan *self)
{
  for (guint i = 0; i < self->landings->len; i++)
    if (g_array_index (self->landings, PalierLanding, i).default_before)
      return TRUE;
  return FALSE;
}

const PalierPlanGate *
palier_plan_find_gate (const PalierPlan *self, const char *id)
{
  for (guint i = 0; i < self->gates->len; i++)
    {
      const PalierPlanGate *gate = &g_array_index (self->gates, PalierPlanGate, i);

      if (g_str_equal (gate->rule->id, id))
        return gate;
    }
  return NULL;
}

const PalierPlanGate *
palier_plan_get_refusal (const PalierPlan *self)
{
  return self->verdict == PALIER_VERDICT_REFUSED ? &g_array_index (self->gates, PalierPlanGate, 0)
                                                 : NULL;
}
