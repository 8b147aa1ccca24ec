/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/plan.h"
#include <gtk/gtk.h>

/* The climb as a staircase: where the recorder stands, each landing, what each stretch asks. It is made of small
 * widgets placed by hand, so that named colours, text size and screen readers need nothing special. */
#define PALIER_TYPE_STAIRCASE (palier_staircase_get_type ())
G_DECLARE_FINAL_TYPE (PalierStaircase, palier_staircase, PALIER, STAIRCASE, GtkWidget)

void palier_staircase_set_plan (PalierStaircase *self, const PalierPlan *plan);
/* How many landings were reached and proved; climbing: the next stretch is under way. */
void palier_staircase_set_reached (PalierStaircase *self, guint reached, gboolean climbing);
