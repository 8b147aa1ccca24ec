/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/job-private.h"

/* One look at the repair: disks, log, up-time, what records. What was seen for the first time is journalled, and the
 * front end is shown it all. */
gboolean palier_repair_look (PalierJob *job, PalierRepairState *state, GCancellable *cancellable, GError **error);
