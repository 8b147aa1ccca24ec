/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "checkup/router.h"

#include <libgupnp/gupnp.h>

/* Inside the room: one look for routers on one interface. Its GLib sources are in the thread's own
 * default context. */
typedef struct
{
  GUPnPContext *context;
  GPtrArray *points;     /* of GUPnPControlPoint */
  GHashTable *trusted;   /* locations whose host is who told them */
  char *doubtful;        /* who told another one; NULL */
  GPtrArray *services;   /* of GUPnPServiceProxy: WAN…Connection */
} PalierRouterSearch;

/* FALSE: this interface cannot be listened on. */
gboolean palier_router_search_begin (PalierRouterSearch *self, const char *interface,
                                     GInetAddress *address);
void palier_router_search_clear (PalierRouterSearch *self);
/* The host of a URL, or NULL. */
char *palier_url_dup_host (const char *url);

/* Turns the loop until it is done, the time is up (FALSE) or it was cancelled (FALSE). */
gboolean palier_router_wait (const gboolean *done, guint ms, GCancellable *cancellable);
/* Its list into router, which keeps those of the recorder. addresses: of GInetAddress. */
void palier_router_list (PalierRouter *router, GUPnPServiceProxy *service, GPtrArray *addresses,
                         GCancellable *cancellable);
