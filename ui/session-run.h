/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "package-choice.h"
#include "session.h"

/* Setting the job up and running it. */

GListModel *palier_session_get_folders (PalierSession *self); /* a GtkStringList-like model of GFile, for the copies */
void palier_session_add_folder (PalierSession *self, GFile *folder);
void palier_session_remove_folder (PalierSession *self, guint position);

GListModel *palier_session_get_packages (PalierSession *self); /* of PalierPackageChoice, one a landing */
void palier_session_choose_package (PalierSession *self, guint landing, const char *path);
/* The strong consent for a file that nothing knows, then checked again. */
void palier_session_consent_package (PalierSession *self, guint landing, const char *typed);
gboolean palier_session_packages_ready (PalierSession *self);
void palier_session_make_practice_packages (PalierSession *self);

/* Consents in the person's words: FALSE with the error that the page shows. */
gboolean palier_session_consent (PalierSession *self, const char *id, const char *typed, GError **error);
gboolean palier_session_check_new_password (PalierSession *self, GError **error);

void palier_session_start_backup (PalierSession *self);
PalierRunner *palier_session_get_backup_runner (PalierSession *self);
gboolean palier_session_backup_ready (PalierSession *self); /* confirmed, or waived on record */
/* Nothing to climb was all that there was to say: the copy is all that is kept of this recorder. */
void palier_session_end_copy (PalierSession *self);
/* Nothing is left to climb, and yet something of an earlier day is owed: settings to enter, a repair. */
gboolean palier_session_is_owed (PalierSession *self);
void palier_session_start_climb (PalierSession *self);
void palier_session_start_repair (PalierSession *self); /* the repair alone, without a climb */
PalierRunner *palier_session_get_runner (PalierSession *self);
gboolean palier_session_is_running (PalierSession *self); /* either runner */
gboolean palier_session_may_close (PalierSession *self);
void palier_session_stop (PalierSession *self); /* only where it may be closed */
/* What a person would do at the practice recorder's own screen. */
gboolean palier_session_take_hand (PalierSession *self, PalierHand hand, GError **error);
