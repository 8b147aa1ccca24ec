/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "checkup/router.h"

/* Where GUPnP is not to be had, nothing is asked, and that is what the checkup says. */
PalierRouter *
palier_router_ask (const char *reached_at,
                   const char *const *own,
                   GCancellable *cancellable,
                   GError **error)
{
  PalierRouter *self;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  self = g_new0 (PalierRouter, 1);
  self->state = PALIER_ROUTER_NO_UPNP;
  self->mappings = g_ptr_array_new ();
  return self;
}

void
palier_router_free (PalierRouter *self)
{
  g_ptr_array_unref (self->mappings);
  g_free (self);
}
