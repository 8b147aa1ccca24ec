/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/job.h"

/* Putting back a configuration that this journal's run copied. Only what the journal knows is offered: a file from
 * elsewhere does not say which recorder and version wrote it. */

/* Why it is not to be offered, by the job's last reading; asks the recorder nothing. */
gboolean palier_restore_check (PalierJob *job, GError **error);

/* The newest copy that still is what it was: read, gated again on a fresh reading, sent, restarted after, and the
 * recorder read once more. Blocking, for a worker. The caller has asked the person; everything set since is lost. Asks
 * PALIER_QUESTION_SIGN_IN where the password came back with the settings. */
gboolean palier_restore_run (PalierJob *job, GCancellable *cancellable, GError **error);
