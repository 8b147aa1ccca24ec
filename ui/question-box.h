/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session.h"
#include <adwaita.h>

/* What the engine asks, in place, in the person's words. Hidden while it asks nothing. */
#define PALIER_TYPE_QUESTION_BOX (palier_question_box_get_type ())
G_DECLARE_FINAL_TYPE (PalierQuestionBox, palier_question_box, PALIER, QUESTION_BOX, GtkBox)

/* FALSE: something else on the page leads on first, and its answer looks like any button. */
void palier_question_box_set_leading (PalierQuestionBox *self, gboolean leading);
void palier_question_box_set_session (PalierQuestionBox *self, PalierSession *session);
