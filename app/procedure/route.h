/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/catalogue.h"

/* Where a recorder stands among its family's landings. Plan and gates both ask here, so that what
 * is announced and what is allowed cannot differ. */
typedef enum
{
  PALIER_STANDS_BELOW,
  PALIER_STANDS_AT_OR_ABOVE,
  PALIER_STANDS_UNKNOWN, /* the same numbers, and the build that decides was not told (P15) */
} PalierStanding;

PalierStanding palier_route_compare (const PalierVersion *from, const PalierVersion *target);

/* The next landing to climb to. NULL with the id of the rule that ends the route here: P13 at its
 * end, P15 where a build that decides was not told, P1 where the landing may not be climbed to from
 * there. */
const PalierLanding *palier_route_next (const PalierFamily *family, const PalierVersion *from,
                                        const char **rule);

/* The rule that asks for a full default before this landing: P2, P12, or NULL where none does. */
const char *palier_route_get_default_rule (const PalierLanding *landing, const PalierVersion *from);

/* P1: may this version be sent to a recorder that stands there, whatever the landing that it is
 * taken for? */
gboolean palier_route_may_send (const PalierFamily *family, const PalierVersion *from,
                                const PalierVersion *sent);
