/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* /ISAPI/System/Network/UPnP and …/UPnP/ports: whether the recorder opens ports in a router by itself. Source:
 * footage-and-settings.md §9. */
typedef struct
{
  int enabled;       /* 1, 0, -1: not told */
  int ports_enabled; /* the same, of the port mapping */
  guint ports;       /* that are listed and not switched off */
} PalierUpnp;

gboolean palier_upnp_read (PalierConnection *connection, PalierUpnp *upnp, GCancellable *cancellable, GError **error);

/* Switches both off, then reads them again: PALIER_ERROR_NOT_DONE when the recorder still says that they are on.
 * What a router was told before may live there until its lease ends. */
gboolean palier_upnp_close (PalierConnection *connection, GCancellable *cancellable, GError **error);
