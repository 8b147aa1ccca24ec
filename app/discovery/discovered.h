/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "discovery/interfaces.h"
#include "discovery/probe.h"
#include <glib-object.h>

/* One recorder as it answers on the network, whatever its address becomes. Its words are hints:
 * model and version are read again, signed in, before anything is decided. Main thread only.
 * Properties, all notified: "model", "serial", "mac", "firmware" (strings; NULL: not told),
 * "address", "previous-address" (NULL until it is seen to move), "http-port" (0: not told),
 * "activated" (PalierTold), "reach" (PalierReach). */
#define PALIER_TYPE_DISCOVERED (palier_discovered_get_type ())
G_DECLARE_FINAL_TYPE (PalierDiscovered, palier_discovered, PALIER, DISCOVERED, GObject)

PalierDiscovered *palier_discovered_new (const PalierProbe *probe, PalierReach reach, double now);
/* Another answer of the same recorder, at now on the clock; what it does not tell stays as it
 * was. */
void palier_discovered_update (PalierDiscovered *self, const PalierProbe *probe, PalierReach reach,
                               double now);

const PalierProbe *palier_discovered_get_probe (PalierDiscovered *self);
const char *palier_discovered_get_previous_address (PalierDiscovered *self);
PalierReach palier_discovered_get_reach (PalierDiscovered *self);
double palier_discovered_get_last_seen (PalierDiscovered *self);

/* "192.168.1.64", "192.168.1.64:8080" where the port is not 80; NULL when it has no address. */
char *palier_discovered_dup_place (PalierDiscovered *self);
