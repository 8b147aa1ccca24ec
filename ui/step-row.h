/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/runner.h"
#include <gtk/gtk.h>

/* The checklist: one row a step, in the state that the runner tells. */
void palier_step_list_bind (GtkListBox *list, PalierRunner *runner, const PalierPlan *plan);

/* "Upgrade to V4.50.00" for a step of a landing, its own title else. */
char *palier_step_item_dup_title (PalierStepItem *item, const PalierPlan *plan);
char *palier_step_item_dup_doing (PalierStepItem *item, const PalierPlan *plan);
