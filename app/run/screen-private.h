/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/job-private.h"
#include "run/screen.h"

/* The worker's side of the recorder-side route. */

PalierAsked *palier_asked_copy (const PalierAsked *self); /* with all that it points to; NULL: NULL */
void palier_asked_free (PalierAsked *self);

/* As palier_job_ask (), and what it is about. */
gboolean palier_job_ask_about (PalierJob *self, PalierQuestion question, const PalierAsked *asked,
                               PalierAnswerKind *answer, char **text, GCancellable *cancellable, GError **error);
/* The stop that a person asked for: no failure of anything. */
void palier_job_set_stopped_error (GError **error);

/* P16 without a connection: the person types what the screen shows. */
gboolean palier_job_read_screen (PalierJob *self, GCancellable *cancellable, GError **error);
/* What was typed when the run began is its first reading, as long as nothing has been changed since. */
gboolean palier_job_take_survey (PalierJob *self, gboolean *taken, GError **error);
/* Would what the journal knows let the recorder be this one? */
gboolean palier_job_check_reading (PalierJob *self, const PalierDeviceInfo *info, GError **error);
/* Journalled when it tells something new: a repeated reading is no event. */
gboolean palier_job_journal_reading (PalierJob *self, const char *what, GError **error);

const char *palier_job_get_stick (PalierJob *self); /* NULL: not known */
