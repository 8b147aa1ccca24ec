/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/plan.h"

/* The plan for a person who reads it in a terminal: the route, then each rule that it meets, with
 * its source. */
void palier_plan_print (const PalierPlan *plan);

/* Text over several lines of at most 78 columns, the first and the others behind these. */
void palier_print_wrapped (const char *text, const char *first, const char *others);
