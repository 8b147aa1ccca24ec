/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/step.h"

/* The journal's field of a person who wants the database repaired, whatever the plan says. */
#define PALIER_REPAIR_ASKED "repair-asked"

/* A recorder may take so long, after the last byte, before it says that it writes. */
#define PALIER_SETTLE_S 180.0

/* One file a step, one exported constant a file (the three looks for recordings share theirs). */
extern const PalierStep palier_step_identify;
extern const PalierStep palier_step_preflight;
extern const PalierStep palier_step_inventory;
extern const PalierStep palier_step_footage_before;
extern const PalierStep palier_step_backup;
extern const PalierStep palier_step_package;
extern const PalierStep palier_step_default;
extern const PalierStep palier_step_activate;
extern const PalierStep palier_step_upload;
extern const PalierStep palier_step_install;
extern const PalierStep palier_step_restart;
extern const PalierStep palier_step_confirm;
extern const PalierStep palier_step_reprogram;
extern const PalierStep palier_step_footage_upgraded;
extern const PalierStep palier_step_repair;
extern const PalierStep palier_step_footage_repaired;
extern const PalierStep palier_step_prove;

/* What both routes ask alike: rules, journal and files, never the recorder. */
gboolean palier_backup_save (PalierJob *job, GBytes *content, GCancellable *cancellable, GError **error);
gboolean palier_backup_verify (PalierJob *job, GCancellable *cancellable, GError **error);
gboolean palier_default_wanted (PalierJob *job);
/* Has this been seen of this landing, later than the last time that its file began to go out? */
gboolean palier_upload_has_seen (PalierJob *job, const char *what);
/* Our file of this landing is with the recorder: it is being written, or will be in a moment. */
gboolean palier_upload_is_under_way (PalierJob *job, GCancellable *cancellable);
gboolean palier_default_check (PalierJob *job, GCancellable *cancellable, GError **error);
gboolean palier_upload_check (PalierJob *job, GCancellable *cancellable, GError **error);
gboolean palier_repair_wanted (PalierJob *job);
gboolean palier_prove_is_at_the_top (PalierJob *job, const PalierSurvey *survey);
