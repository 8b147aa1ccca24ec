/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reprogram/reprogram.h"

#include <json-glib/json-glib.h>

/* What was set before the default, as it is now: one object, or for a person to read, without what is as it was. */
JsonNode *palier_reprogram_to_json (PalierReprogram *reprogram, const PalierDeviceInfo *recorder);
void palier_reprogram_print (PalierReprogram *reprogram, const PalierDeviceInfo *recorder);
