/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "inventory/inventory.h"

#include <json-glib/json-glib.h>

/* Empty lists, everything not told. */
PalierInventory *palier_inventory_new (void);
/* Network, time and schedule, as far as this firmware tells. */
gboolean palier_inventory_read_settings (PalierInventory *self, PalierConnection *connection,
                                         GCancellable *cancellable, GError **error);
void palier_inventory_build (const PalierInventory *self, JsonBuilder *builder); /* one object */
