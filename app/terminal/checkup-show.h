/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "checkup/checkup.h"
#include "recorder/device-info.h"
#include <json-glib/json-glib.h>

/* report: the file that was written, NULL: none. */
JsonNode *palier_checkup_to_json (PalierCheckup *checkup, const PalierDeviceInfo *recorder,
                                  gint64 up_time_s, const char *report);
void palier_checkup_print (PalierCheckup *checkup, const PalierDeviceInfo *recorder);
