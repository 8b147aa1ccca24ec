/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/job-private.h"
#include "run/runner.h"

/* The worker's half of the runner (runner-work.c) tells the main thread's half (runner.c) what happens. */
gboolean palier_runner_work (PalierRunner *runner, GCancellable *cancellable, GError **error);

void palier_runner_post_state (PalierRunner *self, guint item, PalierStepState state);
void palier_runner_post_fraction (PalierRunner *self, guint item, double fraction);
