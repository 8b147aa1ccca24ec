/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "checkup/facts.h"

PalierCheckupFacts *
palier_checkup_facts_new (void)
{
  PalierCheckupFacts *self = g_new0 (PalierCheckupFacts, 1);

  for (guint i = 0; i < PALIER_N_SOURCES; i++)
    self->flags[i] = -1;
  self->upnp = (PalierUpnp) { -1, -1, 0 };
  self->log_days = -1;
  return self;
}

void
palier_checkup_facts_free (PalierCheckupFacts *self)
{
  for (guint i = 0; i < PALIER_N_SOURCES; i++)
    g_clear_error (&self->errors[i]);
  g_free (self->host);
  g_clear_pointer (&self->interfaces, g_ptr_array_unref);
  g_clear_pointer (&self->info, palier_device_info_free);
  g_clear_pointer (&self->plan, palier_plan_free);
  g_clear_pointer (&self->nics, g_ptr_array_unref);
  g_clear_pointer (&self->router, palier_router_free);
  g_clear_pointer (&self->services, g_ptr_array_unref);
  g_clear_pointer (&self->users, g_ptr_array_unref);
  g_clear_pointer (&self->cameras, g_ptr_array_unref);
  g_free (self->clock);
  palier_time_settings_clear (&self->time);
  g_free (self->default_seen);
  g_free (self->default_declared);
  g_free (self);
}
