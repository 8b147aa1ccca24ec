/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/job.h"

/* Recordings are still missing after the repair (P8): each question that the wire can answer, as rows of
 * PalierCheckRow in the journal's field "playback", in the form of a checkup; support comes last. Source:
 * footage-and-settings.md §10. */
#define PALIER_PLAYBACK "playback"

/* Blocking, for the worker; changes nothing on the recorder. */
gboolean palier_playback_note (PalierJob *job, GCancellable *cancellable, GError **error);
