/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stick/stick.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define WORD_LENGTH 4

struct _PalierStick
{
  GObject parent;
  PalierStickPlace *place;
  GPtrArray *volumes; /* of PalierVolume */
};

G_DEFINE_TYPE (PalierStick, palier_stick, G_TYPE_OBJECT)

static void
palier_stick_finalize (GObject *object)
{
  PalierStick *self = PALIER_STICK (object);

  g_clear_pointer (&self->place, palier_stick_place_free);
  g_clear_pointer (&self->volumes, g_ptr_array_unref);
  G_OBJECT_CLASS (palier_stick_parent_class)->finalize (object);
}

static void
palier_stick_class_init (PalierStickClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palier_stick_finalize;
}

static void
palier_stick_init (PalierStick *self)
{
  self->volumes = g_ptr_array_new_with_free_func (g_object_unref);
}

PalierStick *
palier_stick_new (const PalierStickPlace *place, GPtrArray *volumes)
{
  PalierStick *self = g_object_new (PALIER_TYPE_STICK, NULL);

  self->place = palier_stick_place_copy (place);
  for (guint i = 0; volumes && i < volumes->len; i++)
    {
      PalierVolume *volume = g_ptr_array_index (volumes, i);

      if (g_str_equal (palier_volume_get_port (volume), place->port))
        g_ptr_array_add (self->volumes, g_object_ref (volume));
    }
  return self;
}

guint
palier_stick_get_bus (PalierStick *self)
{
  return self->place->bus;
}

guint
palier_stick_get_address (PalierStick *self)
{
  return self->place->address;
}

const char *
palier_stick_get_port (PalierStick *self)
{
  return self->place->port;
}

const char *
palier_stick_get_vendor (PalierStick *self)
{
  return self->place->vendor;
}

const char *
palier_stick_get_product (PalierStick *self)
{
  return self->place->product;
}

const char *
palier_stick_get_serial (PalierStick *self)
{
  return self->place->serial;
}

guint
palier_stick_get_speed (PalierStick *self)
{
  return self->place->speed;
}

guint
palier_stick_get_n_volumes (PalierStick *self)
{
  return self->volumes->len;
}

PalierVolume *
palier_stick_get_volume (PalierStick *self, guint i)
{
  return g_ptr_array_index (self->volumes, i);
}

PalierVolume *
palier_stick_get_best_volume (PalierStick *self)
{
  PalierVolume *best = NULL;

  for (guint i = 0; i < self->volumes->len; i++)
    {
      PalierVolume *volume = palier_stick_get_volume (self, i);

      if (!palier_volume_get_filesystem (volume) || palier_volume_get_read_only (volume))
        continue;
      if (!best || (palier_volume_is_fat32 (volume) && !palier_volume_is_fat32 (best)))
        best = volume;
    }
  return best;
}

char *
palier_stick_dup_name (PalierStick *self)
{
  const char *vendor = self->place->vendor;
  const char *product = self->place->product;

  if (vendor && product)
    return g_str_has_prefix (product, vendor) ? g_strdup (product)
                                              : g_strdup_printf ("%s %s", vendor, product);
  if (vendor || product)
    return g_strdup (vendor ? vendor : product);
  return g_strdup (_ ("USB stick"));
}

char *
palier_stick_dup_format_word (PalierStick *self)
{
  const char *serial = self->place->serial;
  glong length = serial ? g_utf8_strlen (serial, -1) : 0;

  if (length == 0)
    return g_strdup (self->place->port);
  return g_utf8_substring (serial, MAX (length - WORD_LENGTH, 0), length);
}

int
palier_stick_compare (PalierStick *a, PalierStick *b)
{
  return palier_stick_place_compare (a->place, b->place);
}

gboolean
palier_stick_equal (PalierStick *a, PalierStick *b)
{
  if (!palier_stick_place_equal (a->place, b->place) || a->volumes->len != b->volumes->len)
    return FALSE;
  for (guint i = 0; i < a->volumes->len; i++)
    if (!palier_volume_equal (palier_stick_get_volume (a, i), palier_stick_get_volume (b, i)))
      return FALSE;
  return TRUE;
}
