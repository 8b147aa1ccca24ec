/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* The local router asked by UPnP IGD which ports it lets in. Read only, and only on the interface that reaches the
 * recorder. What was typed into the router itself, and what lies beyond it, is not in that list: "none found" never
 * means "not reachable". Source: footage-and-settings.md §9. */
typedef enum
{
  PALIER_ROUTER_NO_WAY,      /* no interface of this computer is on the recorder's network */
  PALIER_ROUTER_NO_UPNP,     /* this Palier was built without GUPnP */
  PALIER_ROUTER_SILENT,      /* nothing there answers as a router */
  PALIER_ROUTER_DOUBTFUL,    /* what answers points elsewhere: not asked */
  PALIER_ROUTER_CANNOT_LIST, /* a router that does not tell its mappings */
  PALIER_ROUTER_LISTED,      /* to the end */
  PALIER_ROUTER_LISTED_PARTLY, /* it went on past the cap, or failed in between */
} PalierRouterState;

#define PALIER_ROUTER_CAP 256

typedef struct
{
  char *protocol; /* "TCP" */
  guint external_port;
  guint internal_port;
  char *description; /* NULL: none */
} PalierRouterMapping;

typedef struct
{
  PalierRouterState state;
  char *address;       /* the router's; NULL: none answered */
  guint seen;          /* mappings listed, whomever they name */
  GPtrArray *mappings; /* of PalierRouterMapping: those that name the recorder and are not switched off */
  int fault;           /* the UPnP error that ended the list early, or 0 */
} PalierRouter;

/* Blocking, for a worker thread; takes a few seconds. reached_at: the IPv4 address by which this computer reaches the
 * recorder (NULL: none); own: those that the recorder gives itself, NULL-ended. Fails only when cancelled. */
PalierRouter *palier_router_ask (const char *reached_at, const char *const *own, GCancellable *cancellable,
                                 GError **error);
void palier_router_free (PalierRouter *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierRouter, palier_router_free)
