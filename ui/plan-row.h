/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "words.h"
#include <gtk/gtk.h>

/* One line of the plan: number, what, and why when asked: the rule in our words, its level, its source. */
GtkWidget *palier_plan_row_new (const PalierPlanLine *line, guint number);
GtkWidget *palier_rule_box_new (const PalierRule *rule, PalierLevel level);
