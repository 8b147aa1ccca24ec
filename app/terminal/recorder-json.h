/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/json-text.h"
#include "run/survey.h"

/* The objects of cli.md that more than one command writes. What the recorder does not tell is null. */
/* The value alone: begin_object … end_object. info NULL: null. */
void palier_json_add_recorder (JsonBuilder *builder, const PalierDeviceInfo *info, gint64 up_time_s);
void palier_json_add_plan (JsonBuilder *builder, const PalierPlan *plan);
/* A member: what went wrong, by the rule that refused or the error's own name. error NULL: null. */
void palier_json_add_error (JsonBuilder *builder, const char *name, const GError *error);
