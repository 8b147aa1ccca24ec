/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/report.h"

/* The report of a job as it stands: a climb that ended or stopped, or a recorder where nothing was to be climbed
 * (problem NULL, state done). What the recorder is like now is read where that was not noted yet. Blocking, for a
 * worker. */
PalierReport *palier_report_new_for_job (PalierJob *job, PalierRunState state, const GError *problem,
                                         GCancellable *cancellable, GError **error);
/* As JSON where the name ends in ".json", else as PDF; errors as in print.h. */
gboolean palier_report_save (const PalierReport *self, const char *path, const char *language, GError **error);
