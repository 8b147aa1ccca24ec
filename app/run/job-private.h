/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/gate.h"
#include "recorder/commands.h"
#include "run/evidence.h"
#include "run/step.h"

/* What the steps and the runner see of a job. In the worker. */
typedef void (*PalierFractionFunc) (double fraction, gpointer data);

void palier_job_set_context (PalierJob *self, guint landing, PalierFractionFunc fraction, gpointer data);
PalierPlan *palier_job_get_plan (PalierJob *self);   /* of where the recorder stood when this run began */
PalierPlan *palier_job_get_origin (PalierJob *self); /* of where the journal began: repair, reprogramming */
PalierCatalogue *palier_job_get_catalogue (PalierJob *self);
GPtrArray *palier_job_get_backup_folders (PalierJob *self); /* of char *; never empty */
void palier_job_ask_for_copy (PalierJob *self); /* takes a waiver from before back */
gboolean palier_job_wants_copy (PalierJob *self);
PalierSecret *palier_job_get_file_password (PalierJob *self);
PalierSecret *palier_job_get_new_password (PalierJob *self);
gboolean palier_job_has_consent (PalierJob *self, const char *id);
gboolean palier_job_knows_package (PalierJob *self, PalierPackage *package); /* catalogue, shelf or its own recorder */
PalierDefaultEvidence palier_job_get_default_evidence (PalierJob *self);
/* Has this kind of thing been seen, and later than any of that one (may be NULL: at all)? Details may be NULL. */
gboolean palier_job_has_seen_after (PalierJob *self, const char *what, const char *detail, const char *than,
                                    const char *than_detail);

/* P16: model, serial number and version, read again, signed in. Another serial number stops the run. The reading
 * is journalled ("read") when it tells something new. */
gboolean palier_job_read_again (PalierJob *self, GCancellable *cancellable, GError **error);
void palier_job_set_result (PalierJob *self, PalierSurvey *result); /* taken over */
gboolean palier_job_is_at_landing (PalierJob *self);              /* by the last reading */

/* The facts of the last reading and the journal; borrowed from the job until the next reading. */
void palier_job_get_facts (PalierJob *self, PalierFacts *facts);
void palier_job_get_package_facts (PalierJob *self, guint landing, PalierPackage *package,
                                   PalierPackageFacts *facts);

/* Looks again and again, backing off, until look says TRUE. NOT_DONE and a recorder that does not answer mean
 * "not yet"; any other error ends it. Far past the usual time the person is asked whether to wait on. */
gboolean palier_job_await (PalierJob *self, PalierStepFunc look, GCancellable *cancellable, GError **error);
/* The same, for a recorder that may come back at another address: after a long silence the person is asked where it
 * is. */
gboolean palier_job_await_anywhere (PalierJob *self, PalierStepFunc look, GCancellable *cancellable, GError **error);
/* Is this error another certificate, right after a default? Then the person is asked; TRUE: accepted, look again. */
gboolean palier_job_expects_certificate (PalierJob *self, const GError *error);
gboolean palier_job_ask_certificate (PalierJob *self, const GError *why, GCancellable *cancellable, GError **error);
/* Found there by its serial number; the same transport as before. */
void palier_job_take_address (PalierJob *self, const char *address, GCancellable *cancellable);
gboolean palier_error_is_silence (const GError *error); /* nobody answers, as while restarting */

void palier_job_show_repair (PalierJob *self, PalierRepair *repair); /* taken over */

/* Blocks until the front end answers, or until look (may be NULL) says that the question has become moot: then the
 * answer is YES. text (may be NULL) is what was typed. */
gboolean palier_job_ask (PalierJob *self, PalierQuestion question, PalierStepFunc look, PalierAnswerKind *answer,
                         char **text, GCancellable *cancellable, GError **error);
/* The same for a password; NULL with the error when the person says no. */
PalierSecret *palier_job_ask_secret (PalierJob *self, PalierQuestion question, GCancellable *cancellable,
                                     GError **error);
