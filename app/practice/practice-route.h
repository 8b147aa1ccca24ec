/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice-exchange.h"

typedef void (*PalierRouteFunc) (PalierExchange *exchange);

typedef enum
{
  PALIER_ROUTE_READS = 0,
  PALIER_ROUTE_OPEN = 1 << 0,    /* without signing in, active or not */
  PALIER_ROUTE_CHANGES = 1 << 1, /* administrators only, and counted */
  PALIER_ROUTE_UPLOAD = 1 << 2,  /* "upload:" faults are about it */
  PALIER_ROUTE_JSON = 1 << 3,    /* only where this firmware speaks JSON */
} PalierRouteFlags;

typedef struct
{
  const char *method;
  const char *path; /* "*" stands for a number */
  guint flags;
  PalierRouteFunc func;
} PalierRoute;

/* One table for each group of endpoints, ended by a NULL method. */
extern const PalierRoute palier_routes_system[];
extern const PalierRoute palier_routes_update[];
extern const PalierRoute palier_routes_export[];
extern const PalierRoute palier_routes_security[];
extern const PalierRoute palier_routes_activation[];
extern const PalierRoute palier_routes_storage[];
extern const PalierRoute palier_routes_cameras[];
extern const PalierRoute palier_routes_recording[];
extern const PalierRoute palier_routes_search[];
extern const PalierRoute palier_routes_settings[];
extern const PalierRoute palier_routes_channels[];

/* Path as the request has it, "/ISAPI/…". NULL: none; then other_method says whether the path is
 * known. */
const PalierRoute *palier_route_find (const char *method, const char *path, guint ids[2],
                                      gboolean *other_method);
