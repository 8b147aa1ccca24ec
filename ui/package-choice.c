/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "package-choice.h"

struct _PalierPackageChoice
{
  GObject parent_instance;

  PalierLanding landing;
  char *path;
  char *typed;
  PalierChoiceState state;
  GError *error;
};

typedef enum
{
  PROP_STATE = 1,
  PROP_TYPED,
  N_PROPS
} PalierPackageChoiceProperty;

G_DEFINE_FINAL_TYPE (PalierPackageChoice, palier_package_choice, G_TYPE_OBJECT)

static GParamSpec *properties[N_PROPS];

static void
palier_package_choice_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  PalierPackageChoice *self = PALIER_PACKAGE_CHOICE (object);

  if (id == PROP_STATE)
    g_value_set_int (value, self->state);
  else if (id == PROP_TYPED)
    g_value_set_string (value, self->typed);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
palier_package_choice_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  PalierPackageChoice *self = PALIER_PACKAGE_CHOICE (object);

  if (id == PROP_TYPED)
    {
      g_free (self->typed);
      self->typed = g_value_dup_string (value);
    }
  else
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
palier_package_choice_finalize (GObject *object)
{
  PalierPackageChoice *self = PALIER_PACKAGE_CHOICE (object);

  g_free (self->path);
  g_free (self->typed);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (palier_package_choice_parent_class)->finalize (object);
}

static void
palier_package_choice_class_init (PalierPackageChoiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = palier_package_choice_get_property;
  object_class->set_property = palier_package_choice_set_property;
  object_class->finalize = palier_package_choice_finalize;
  properties[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, PALIER_CHOICE_NONE, PALIER_CHOICE_READY,
                                             PALIER_CHOICE_NONE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_TYPED] = g_param_spec_string ("typed", NULL, NULL, "",
                                                G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
palier_package_choice_init (PalierPackageChoice *self)
{
  self->typed = g_strdup ("");
}

PalierPackageChoice *
palier_package_choice_new (const PalierLanding *landing)
{
  PalierPackageChoice *self = g_object_new (PALIER_TYPE_PACKAGE_CHOICE, NULL);

  self->landing = *landing;
  return self;
}

const PalierLanding *
palier_package_choice_get_landing (PalierPackageChoice *self)
{
  return &self->landing;
}

PalierChoiceState
palier_package_choice_get_state (PalierPackageChoice *self)
{
  return self->state;
}

const char *
palier_package_choice_get_path (PalierPackageChoice *self)
{
  return self->path;
}

const GError *
palier_package_choice_get_error (PalierPackageChoice *self)
{
  return self->error;
}

void
palier_package_choice_set_path (PalierPackageChoice *self, const char *path)
{
  g_autofree char *copy = g_strdup (path);

  g_free (self->path);
  self->path = g_steal_pointer (&copy);
  g_object_set (self, "typed", "", NULL);
}

void
palier_package_choice_set_state (PalierPackageChoice *self, PalierChoiceState state, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}
