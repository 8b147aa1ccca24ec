/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "checkup/check-item-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _PalierCheckItem
{
  GObject parent_instance;

  PalierCheck check;
  PalierCheckRow *row;
};

enum
{
  PROP_0,
  PROP_ROW,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (PalierCheckItem, palier_check_item, G_TYPE_OBJECT)

static void
palier_check_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_ROW:
      g_value_set_pointer (value, PALIER_CHECK_ITEM (object)->row);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
palier_check_item_finalize (GObject *object)
{
  g_clear_pointer (&PALIER_CHECK_ITEM (object)->row, palier_check_row_free);
  G_OBJECT_CLASS (palier_check_item_parent_class)->finalize (object);
}

static void
palier_check_item_class_init (PalierCheckItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = palier_check_item_get_property;
  object_class->finalize = palier_check_item_finalize;
  properties[PROP_ROW]
      = g_param_spec_pointer ("row", NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
palier_check_item_init (PalierCheckItem *self)
{
}

PalierCheckItem *
palier_check_item_new (PalierCheck check)
{
  PalierCheckItem *self = g_object_new (PALIER_TYPE_CHECK_ITEM, NULL);

  self->check = check;
  return self;
}

void
palier_check_item_take_row (PalierCheckItem *self, PalierCheckRow *row)
{
  g_clear_pointer (&self->row, palier_check_row_free);
  self->row = row;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROW]);
}

PalierCheck
palier_check_item_get_check (PalierCheckItem *self)
{
  return self->check;
}

const PalierCheckRow *
palier_check_item_get_row (PalierCheckItem *self)
{
  return self->row;
}

char *
palier_check_row_dup_finding (const PalierCheckRow *row)
{
  const char *text = row->finding && *row->finding ? _ (row->finding) : "";
  const char *place = strstr (text, "%s");

  if (!place)
    return g_strdup (text);
  return g_strdup_printf ("%.*s%s%s", (int) (place - text), text, row->value ? row->value : "",
                          place + 2);
}
