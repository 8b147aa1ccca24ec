/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* What went wrong, named for what the person must know. Each code has a nick (for JSON and the
 * journal), one sentence and one remedy (translated); a recorder's own words are kept beside them
 * as detail, verbatim. Cancellation stays G_IO_ERROR_CANCELLED, as GLib has it. */

#define PALIER_ERROR (palier_error_quark ())

typedef enum
{
  /* the recorder cannot be reached or does not let us in (exit status 4) */
  PALIER_ERROR_UNREACHABLE,
  PALIER_ERROR_TIMED_OUT,
  PALIER_ERROR_CONNECTION_LOST,
  PALIER_ERROR_NOT_A_RECORDER,
  PALIER_ERROR_WRONG_PASSWORD,
  PALIER_ERROR_LOCKED,
  PALIER_ERROR_NOT_ACTIVATED,
  PALIER_ERROR_NO_PERMISSION,
  PALIER_ERROR_CERTIFICATE,
  /* the recorder answered, and not as hoped */
  PALIER_ERROR_BAD_ANSWER,
  PALIER_ERROR_NOT_SUPPORTED,
  PALIER_ERROR_REFUSED,
  PALIER_ERROR_BUSY,
  PALIER_ERROR_UPGRADING,
  PALIER_ERROR_REPAIRING,
  PALIER_ERROR_RECORDER_MEMORY,
  PALIER_ERROR_RECORDER_DISK,
  PALIER_ERROR_RISK_PASSWORD,
  PALIER_ERROR_ALREADY_ACTIVE,
  PALIER_ERROR_WRONG_FILE_PASSWORD,
  PALIER_ERROR_PACKAGE_REFUSED,
  PALIER_ERROR_PACKAGE_WRONG_TYPE,
  PALIER_ERROR_PACKAGE_WRONG_LANGUAGE,
  PALIER_ERROR_PACKAGE_TOO_OLD,
  PALIER_ERROR_PACKAGE_TOO_LARGE,
  PALIER_ERROR_PACKAGE_NOT_NEEDED,
  PALIER_ERROR_FLASH_FAILED,
  PALIER_ERROR_UPGRADE_FAILED,
  /* the procedure stops it (exit status 3) */
  PALIER_ERROR_RULE,
  PALIER_ERROR_CONSENT_MISSING,
  /* files and this computer */
  PALIER_ERROR_FILE_UNREADABLE,
  PALIER_ERROR_NOT_A_PACKAGE,
  PALIER_ERROR_PACKAGE_DAMAGED,
  PALIER_ERROR_PACKAGE_MISSING,
  PALIER_ERROR_DISK_FULL,
  PALIER_ERROR_CANNOT_WRITE,
  PALIER_ERROR_READ_ONLY,
  PALIER_ERROR_FILE_TOO_LARGE,
  PALIER_ERROR_FILE_IN_THE_WAY,
  PALIER_ERROR_PLACE_GONE,
  PALIER_ERROR_NOT_READ_BACK,
  PALIER_ERROR_NO_STICK_SERVICE,
  PALIER_ERROR_STICK_BUSY,
  PALIER_ERROR_STICK_UNUSABLE,
  PALIER_ERROR_BACKUP_NOT_VERIFIED,
  PALIER_ERROR_BACKUP_LOST,
  PALIER_ERROR_JOURNAL,
  PALIER_ERROR_DATA_FILE,
  PALIER_ERROR_COMPUTER,
  /* a step looked, and it is not so */
  PALIER_ERROR_NOT_DONE,
  PALIER_ERROR_NOT_BACK,
  PALIER_ERROR_VERSION_NOT_REACHED,
  PALIER_ERROR_RESTART_NOT_SEEN,
  PALIER_ERROR_DEFAULT_NOT_SEEN,
  PALIER_ERROR_REPAIR_STOPPED,
  /* the caller's words are off (exit status 2) */
  PALIER_ERROR_USAGE,
  PALIER_N_ERRORS
} PalierErrorCode;

GQuark palier_error_quark (void);

/* Detail is for the journal and "Details": never a password, never translated. NULL: none. */
void palier_error_set (GError **error, PalierErrorCode code, const char *detail, ...) G_GNUC_PRINTF (3, 4);

/* A rule of the procedure stops the act. id ("P1"), reason and remedy are static msgids. */
void palier_error_set_rule (GError **error, const char *id, const char *reason, const char *remedy);

/* The same code with a more precise sentence and remedy (static msgids). */
void palier_error_set_words (GError **error, PalierErrorCode code, const char *sentence,
                             const char *remedy, const char *detail);

const char *palier_error_get_nick (const GError *error);
const char *palier_error_get_sentence (const GError *error);
const char *palier_error_get_remedy (const GError *error);
/* The same two as static msgids, for a reader in another language than the program's. */
const char *palier_error_get_sentence_id (const GError *error);
const char *palier_error_get_remedy_id (const GError *error);
const char *palier_error_get_detail (const GError *error); /* NULL when none */
const char *palier_error_get_rule (const GError *error);   /* "P1", NULL when none */
int palier_error_get_exit_status (const GError *error);

/* Turns a GIO or GLib error into ours (no space, cannot write, …); cancellation passes untouched. */
void palier_error_adopt (GError **error, PalierErrorCode otherwise);
