/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/clock.h"
#include "firmware/shelf.h"
#include "recorder/pins.h"
#include "run/journal.h"
#include "run/repair.h"
#include "run/survey.h"

/* One upgrade of one recorder: what the front end has gathered, and what the steps work with. The engine side runs
 * in one worker thread; the front end sets it up before, and answers questions, in the main thread. */
#define PALIER_TYPE_JOB (palier_job_get_type ())
G_DECLARE_FINAL_TYPE (PalierJob, palier_job, PALIER, JOB, GObject)

/* The engine asks by id; the words belong to the front end. */
typedef enum
{
  PALIER_QUESTION_NONE,
  PALIER_QUESTION_NEW_PASSWORD, /* text: for the activation after a default */
  PALIER_QUESTION_ADDRESS,      /* text: where the recorder is now; YES: look again where it was; NO: stop here */
  PALIER_QUESTION_ACTIVATE,     /* activation over the network failed: do it at its screen; YES: look again */
  PALIER_QUESTION_SIGN_IN,      /* text: the password was refused, one attempt an answer */
  PALIER_QUESTION_REPROGRAM,    /* YES: the settings are entered again */
  PALIER_QUESTION_REPAIR,       /* start the repair at its menu; answers itself when a start is seen; NO: skip-repair */
  PALIER_QUESTION_WAIT,         /* it takes far longer than usual; YES: go on waiting, NO: stop here */
  /* of the recorder-side route; what they are about: screen.h. NO to any of them: stop here */
  PALIER_QUESTION_READ_SCREEN,      /* palier_job_answer_screen: model, serial number and version, read off its screen */
  PALIER_QUESTION_STICK,            /* text: the folder where the stick is mounted now */
  PALIER_QUESTION_STICK_IN_THE_WAY, /* firmware that is on it already; YES: give it another name; NO: another stick */
  PALIER_QUESTION_AT_SCREEN,        /* do it, or look, at its screen; YES: done, seen; NO to the repair: skip-repair */
  PALIER_QUESTION_CERTIFICATE,  /* after a default it shows another one (palier_connection_dup_tls_seen ()); YES: it is
                                 * the recorder's, as the person compared; NO: stop here */
} PalierQuestion;

typedef enum
{
  PALIER_ANSWER_NO,
  PALIER_ANSWER_YES,
} PalierAnswerKind;

/* survey is taken over. shelf may be NULL. */
PalierJob *palier_job_new (PalierConnection *connection, PalierSurvey *survey, PalierCatalogue *catalogue,
                           PalierClock *clock, PalierJournal *journal, PalierShelf *shelf);

PalierSurvey *palier_job_get_survey (PalierJob *self); /* as it was before the first change */
PalierJournal *palier_job_get_journal (PalierJob *self);
PalierConnection *palier_job_get_connection (PalierJob *self); /* NULL: at its screen (screen.h) */
PalierClock *palier_job_get_clock (PalierJob *self);

/* The recorder as read last (identity) and at the end (everything); NULL before. For the main thread once the
 * runner has finished. */
const PalierDeviceInfo *palier_job_get_reading (PalierJob *self);
PalierSurvey *palier_job_get_result (PalierJob *self);

/* Set up, before the run. */
void palier_job_set_package (PalierJob *self, guint landing, PalierPackage *package); /* taken over */
PalierPackage *palier_job_get_package (PalierJob *self, guint landing);              /* NULL: none yet */
/* Would it be let through for this landing? The same rules as right before the upload, asked early. */
gboolean palier_job_check_package (PalierJob *self, guint landing, GError **error);
void palier_job_add_backup_folder (PalierJob *self, const char *folder);
void palier_job_clear_backup_folders (PalierJob *self);
void palier_job_set_file_password (PalierJob *self, PalierSecret *password);
void palier_job_set_new_password (PalierJob *self, PalierSecret *password);

/* Where a certificate accepted during the run is kept; borrowed, NULL: nowhere. */
void palier_job_set_pins (PalierJob *self, PalierPins *pins);

/* How a recorder that came back elsewhere is found by its serial number: an address, or NULL (palier_discovery_find_serial).
 * Without one the person is asked. */
typedef char *(*PalierFindFunc) (const char *serial, guint seconds, GCancellable *cancellable, GError **error);
void palier_job_set_finder (PalierJob *self, PalierFindFunc find);

/* Consents: "terms", "default", "upgrade", "skip-default", "skip-backup", "unknown-package", "skip-repair",
 * "restore". typed is
 * compared with the last four digits of the serial number where the consent is strong; a wrong one is
 * PALIER_ERROR_CONSENT_MISSING and nothing is recorded. detail is journalled (language, text hash, company …). */
gboolean palier_job_consent (PalierJob *self, const char *id, const char *typed, const char *detail, GError **error);
gboolean palier_job_consent_is_strong (PalierJob *self, const char *id);
gboolean palier_consent_exists (const char *id);
/* Is this landing's file one that nobody knows, and that "unknown-package" would open? (never for an iDS) */
gboolean palier_job_package_needs_consent (PalierJob *self, guint landing);
/* Everything this plan needs and lacks, all at once: of char * ids. */
GPtrArray *palier_job_get_missing_consents (PalierJob *self);

/* How the repair stands; NULL: not looked at. notify::repair comes in the main thread, at each look of a minute. */
const PalierRepair *palier_job_get_repair (PalierJob *self);

/* Questions: notify::question comes in the main thread; the worker waits until it is answered. */
PalierQuestion palier_job_get_question (PalierJob *self);
void palier_job_answer (PalierJob *self, PalierAnswerKind answer, const char *text);
void palier_job_answer_secret (PalierJob *self, PalierSecret *secret);
