/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/clock.h"
#include "discovery/discovered.h"
#include "discovery/nothing.h"
#include <gio/gio.h>

/* The search for recorders, as a GListModel of PalierDiscovered in the order of their first
 * answer. Runs in the thread-default main context of whoever starts it; asks every network at 0,
 * 1 and 3 s and then every 15 s, follows cables being plugged in, and forgets what has been
 * silent for 45 s. The list changes at most ten times a second, and says which did. Property "nothing"
 * (PalierNothing), notified. */
#define PALIER_TYPE_DISCOVERY (palier_discovery_get_type ())
G_DECLARE_FINAL_TYPE (PalierDiscovery, palier_discovery, PALIER, DISCOVERY, GObject)

/* interface: that one alone ("eth0", "lo" too); NULL: all that can multicast. clock NULL: real
 * time. */
PalierDiscovery *palier_discovery_new (const char *interface, PalierClock *clock);
void palier_discovery_start (PalierDiscovery *self); /* again: asks anew, and keeps what is listed */
void palier_discovery_stop (PalierDiscovery *self);  /* closes the sockets; the list stays */

PalierNothing palier_discovery_get_why_nothing (PalierDiscovery *self);
/* Somebody else holds 37020 on one of the networks: what is answered to everybody is not heard
 * there. */
gboolean palier_discovery_is_port_in_use (PalierDiscovery *self);

guint64 palier_discovery_get_n_datagrams (PalierDiscovery *self); /* all that came in */
guint64 palier_discovery_get_n_dropped (PalierDiscovery *self);   /* of these: could not be used */
guint64 palier_discovery_get_n_verdicts (PalierDiscovery *self, PalierProbeVerdict verdict);

/* For a worker: where the recorder with this serial number answers now, "192.168.1.64:8080"
 * where its port is not 80. Blocks up to seconds (at most). PALIER_ERROR_UNREACHABLE when it
 * does not answer; G_IO_ERROR_CANCELLED. A hint like all answers: whoever connects there asks
 * the recorder itself who it is. */
char *palier_discovery_find_serial (const char *serial, guint seconds, GCancellable *cancellable,
                                    GError **error);
