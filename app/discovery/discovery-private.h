/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "discovery/discovery.h"
#include "discovery/port.h"

/* Shared by the files of the search, and by its tests. */
#define PALIER_DISCOVERY_FORGET_AFTER 45 /* seconds */
#define PALIER_DISCOVERY_FLUSH_EVERY 0.1
#define PALIER_DISCOVERY_MAX_ITEMS 2048 /* forged answers must not fill the memory */

struct _PalierDiscovery
{
  GObject parent_instance;

  char *only;
  PalierClock *clock;
  GPtrArray *interfaces; /* of PalierInterface: ours, as last looked at */
  GPtrArray *watches;    /* of PalierWatch, one an interface */

  GPtrArray *items;   /* of PalierDiscovered, as the list shows them */
  GPtrArray *pending; /* of PalierDiscovered, to be shown with the next flush */
  GHashTable *by_key; /* "m" + MAC or "s" + serial number -> PalierDiscovered, not owned */
  double next_flush;

  GMainContext *context;
  GSource *timer;
  double timer_due;
  double started, next_look;
  gboolean running;
  PalierNothing nothing; /* as last notified */
  guint64 n_verdicts[PALIER_PROBE_N_VERDICTS];
  guint64 n_full;
  char buffer[PALIER_PROBE_MAX_BYTES + 1];
};

/* One datagram; from is the sender's address. Lists nothing before the next flush. */
void palier_discovery_take (PalierDiscovery *self, const char *data, gsize length, const char *from);
/* Shows what is pending and drops what is silent, with one items-changed. */
void palier_discovery_flush (PalierDiscovery *self);
/* Does what is due now; returns the seconds until it wants to be called again. */
double palier_discovery_tick (PalierDiscovery *self);
void palier_discovery_wake (PalierDiscovery *self); /* something is pending: tick in time for it */

/* The networks: looked at, opened, asked. */
void palier_discovery_look_at_networks (PalierDiscovery *self, double now);
void palier_discovery_ask (PalierDiscovery *self, double now);
void palier_discovery_ask_anew (PalierDiscovery *self, double now);
gboolean palier_discovery_can_send (PalierDiscovery *self);
GPtrArray *palier_discovery_watches_new (void);
