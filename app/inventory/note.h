/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "inventory/inventory.h"
#include "run/job.h"

/* The journal's fields. */
#define PALIER_INVENTORY_BEFORE "inventory-before"
#define PALIER_INVENTORY_AFTER "inventory-after"

/* Reads the job's recorder and keeps the list in that field of the journal; what was there is replaced. Blocking, for
 * the worker; changes nothing on the recorder. */
gboolean palier_inventory_note (PalierJob *job, const char *field, GCancellable *cancellable, GError **error);
