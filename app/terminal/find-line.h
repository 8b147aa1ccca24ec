/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "discovery/discovered.h"
#include <json-glib/json-glib.h>

/* One found recorder, as `palier find` writes it: an object of cli.md, or lines for a person. */
void palier_found_add_json (JsonBuilder *builder, PalierDiscovered *item);
JsonNode *palier_found_to_json (PalierDiscovered *item);
char *palier_found_to_text (PalierDiscovered *item);
