/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/runner.h"

/* For the runner alone, in the main thread. */
void palier_step_item_set_state (PalierStepItem *self, PalierStepState state, GDateTime *when);
void palier_step_item_set_fraction (PalierStepItem *self, double fraction);
gboolean palier_step_state_is_final (PalierStepState state);
