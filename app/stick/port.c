/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stick/port.h"

PalierStickPlace *
palier_stick_place_copy (const PalierStickPlace *self)
{
  PalierStickPlace *copy = g_memdup2 (self, sizeof *self);

  copy->port = g_strdup (self->port);
  copy->vendor = g_strdup (self->vendor);
  copy->product = g_strdup (self->product);
  copy->serial = g_strdup (self->serial);
  return copy;
}

void
palier_stick_place_free (PalierStickPlace *self)
{
  g_free (self->port);
  g_free (self->vendor);
  g_free (self->product);
  g_free (self->serial);
  g_free (self);
}

gboolean
palier_stick_place_equal (const PalierStickPlace *a, const PalierStickPlace *b)
{
  return a->bus == b->bus && a->address == b->address && a->speed == b->speed
         && g_str_equal (a->port, b->port) && g_strcmp0 (a->vendor, b->vendor) == 0
         && g_strcmp0 (a->product, b->product) == 0 && g_strcmp0 (a->serial, b->serial) == 0;
}

int
palier_stick_place_compare (const PalierStickPlace *a, const PalierStickPlace *b)
{
  if (a->bus != b->bus)
    return a->bus < b->bus ? -1 : 1;
  return g_strcmp0 (a->port, b->port);
}
