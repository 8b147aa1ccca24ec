/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stick/sticks.h"

#include "stick/port.h"
#include "stick/volumes.h"

GPtrArray *
palier_sticks_look (PalierSticksState *state, GCancellable *cancellable, GError **why_not)
{
  GPtrArray *sticks = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) places = palier_stick_port_list (why_not);
  g_autoptr (GPtrArray) volumes = NULL;

  if (state)
    *state = PALIER_STICKS_NO_BUS;
  if (!places)
    return sticks;
  volumes = palier_volumes_list (cancellable, why_not);
  for (guint i = 0; i < places->len; i++)
    g_ptr_array_add (sticks, palier_stick_new (g_ptr_array_index (places, i), volumes));
  if (state)
    *state = volumes ? PALIER_STICKS_READY : PALIER_STICKS_NO_SERVICE;
  return sticks;
}
