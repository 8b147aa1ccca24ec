/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/step-item-private.h"

/* Lives in the main thread; the worker's news reach it through the runner. */
struct _PalierStepItem
{
  GObject parent_instance;

  const PalierStep *step;
  int landing;
  PalierStepState state;
  double fraction;
  GDateTime *started;
  GDateTime *ended;
};

enum
{
  PROP_0,
  PROP_STATE,
  PROP_FRACTION,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (PalierStepItem, palier_step_item, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

#define TO(state) (1u << PALIER_STEP_##state)

/* Every edge that there is; any other is a bug of ours. */
static const guint edges[] = {
  [PALIER_STEP_WAITING] = TO (VERIFYING) | TO (CHECKING) | TO (SKIPPED),
  [PALIER_STEP_CHECKING] = TO (RUNNING) | TO (VERIFYING) | TO (FAILED),
  [PALIER_STEP_RUNNING] = TO (VERIFYING) | TO (DONE) | TO (SKIPPED) | TO (FAILED),
  [PALIER_STEP_VERIFYING] = TO (KEPT) | TO (CHECKING) | TO (DONE) | TO (FAILED),
  [PALIER_STEP_DONE] = 0,
  [PALIER_STEP_KEPT] = 0,
  [PALIER_STEP_SKIPPED] = 0,
  [PALIER_STEP_FAILED] = 0,
};

static void
palier_step_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PalierStepItem *self = PALIER_STEP_ITEM (object);

  switch (id)
    {
    case PROP_STATE:
      g_value_set_int (value, (int) self->state);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
palier_step_item_finalize (GObject *object)
{
  PalierStepItem *self = PALIER_STEP_ITEM (object);

  g_clear_pointer (&self->started, g_date_time_unref);
  g_clear_pointer (&self->ended, g_date_time_unref);
  G_OBJECT_CLASS (palier_step_item_parent_class)->finalize (object);
}

static void
palier_step_item_class_init (PalierStepItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = palier_step_item_get_property;
  object_class->finalize = palier_step_item_finalize;
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, G_MAXINT, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, -1, 1, -1,
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
palier_step_item_init (PalierStepItem *self)
{
  self->fraction = -1;
}

PalierStepItem *
palier_step_item_new (const PalierStep *step, int landing)
{
  PalierStepItem *self = g_object_new (PALIER_TYPE_STEP_ITEM, NULL);

  self->step = step;
  self->landing = landing;
  return self;
}

void
palier_step_item_set_state (PalierStepItem *self, PalierStepState state, GDateTime *when)
{
  if (!(edges[self->state] & (1u << state)))
    g_critical ("step %s: %s cannot become %s", self->step->id, palier_step_state_get_nick (self->state),
                palier_step_state_get_nick (state));
  self->state = state;
  if (!self->started)
    self->started = g_date_time_ref (when);
  if (palier_step_state_is_final (state))
    self->ended = g_date_time_ref (when);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

void
palier_step_item_set_fraction (PalierStepItem *self, double fraction)
{
  self->fraction = fraction;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FRACTION]);
}

gboolean
palier_step_state_is_final (PalierStepState state)
{
  return edges[state] == 0;
}

const PalierStep *
palier_step_item_get_step (PalierStepItem *self)
{
  return self->step;
}

int
palier_step_item_get_landing (PalierStepItem *self)
{
  return self->landing;
}

PalierStepState
palier_step_item_get_state (PalierStepItem *self)
{
  return self->state;
}

const char *
palier_step_state_get_nick (PalierStepState state)
{
  static const char *const nicks[] = { "waiting", "checking", "running", "verifying",
                                       "done",    "kept",     "skipped", "failed" };

  return nicks[state];
}

double
palier_step_item_get_fraction (PalierStepItem *self)
{
  return self->fraction;
}

GDateTime *
palier_step_item_get_started (PalierStepItem *self)
{
  return self->started;
}

GDateTime *
palier_step_item_get_ended (PalierStepItem *self)
{
  return self->ended;
}
