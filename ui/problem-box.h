/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

/* An error in place: what happened and what it means, what to do now, the recorder's own words behind "Details", and
 * a button that copies it all. Hidden while there is none. */
#define PALIER_TYPE_PROBLEM_BOX (palier_problem_box_get_type ())
G_DECLARE_FINAL_TYPE (PalierProblemBox, palier_problem_box, PALIER, PROBLEM_BOX, GtkBox)

void palier_problem_box_set_error (PalierProblemBox *self, const GError *error);
/* A sentence of the page's own beside it: "3 tries left." NULL: none. */
void palier_problem_box_set_extra (PalierProblemBox *self, const char *extra);
