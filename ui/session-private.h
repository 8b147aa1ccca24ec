/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "checkup/checkup.h"
#include "reprogram/reprogram.h"
#include "session-recorder.h"
#include "session-run.h"
#include "session-screen.h"
#include "session-sticks.h"

struct _PalierSession
{
  GObject parent_instance;

  char *company, *address, *user, *draft;
  char *site, *customer, *technician, *remarks;
  char *typed_default, *typed_start, *typed_skip_backup, *typed_skip_default;
  char *screen_model, *screen_serial, *screen_version;
  gboolean at_screen;
  gboolean agreed_terms, agreed_age, skip_default, busy;
  PalierCapacity capacity;
  PalierSecret *passwords[PALIER_N_PASSWORDS];

  PalierPractice *practice;
  char *practice_folder;
  PalierClock *clock;
  PalierShelf *shelf;
  GListModel *recorders; /* the practice recorder, and mapped */
  GListModel *mapped;    /* of PalierFound, what discovery found */
  PalierDiscovery *discovery;
  PalierFound *chosen;
  GListStore *folders;
  GListStore *packages;

  PalierConnection *connection;
  PalierUserCheck check;
  gboolean check_known;
  PalierSurvey *survey; /* ours when there is no job */
  PalierJob *job;
  PalierPins *pins;
  PalierApproach *approach; /* of the address that is entered */
  GCancellable *looking;    /* for the approach; NULL: nobody looks */
  char *terms_shown[2];     /* in French, in English: when first; NULL: not yet */
  gint recorded_permille;   /* of a recording's questions; atomic */
  gboolean inactive;      /* as far as is known, it has no password yet */
  gboolean was_inactive;  /* it said so itself, before it was activated */
  GCancellable *watching; /* of the look whether somebody activates it; NULL: nobody looks */
  GError *problem;

  PalierStickUse *stick_use; /* NULL: nobody has asked for sticks yet */
  int copy_target;           /* PalierCopyTarget, -1: the person has not chosen */
  gboolean copy_waits;       /* for the stick to be mounted */

  PalierRunner *backup_runner;
  PalierRunner *runner;
  PalierCheckup *checkup;     /* NULL: not asked for yet */
  PalierReprogram *reprogram; /* the same */
  GCancellable *after;        /* of both; NULL before sign-in */
  GCancellable *cancellable; /* of the runner that runs, or of the call under way */
};

void palier_session_make_list (PalierSession *self);
void palier_session_drop_list (PalierSession *self);
void palier_session_set_inactive (PalierSession *self, gboolean inactive);
void palier_session_watch_elsewhere (PalierSession *self); /* its address is another one */
void palier_session_activated (PalierSession *self);       /* with the new password, which is the one from here on */
/* The way to the recorder that is entered, as a worker takes it with it. */
typedef struct
{
  PalierPins *pins;
  char *address;
  char *serial; /* NULL: not told */
  guint https_port;
  PalierApproach *approach; /* as found by opening it */
} PalierWay;

PalierWay *palier_session_new_way (PalierSession *self);
void palier_way_free (PalierWay *way);
/* NULL with an error; a certificate that waits for the person's word is one. */
PalierConnection *palier_way_open (PalierWay *way, GCancellable *cancellable, GError **error);
void palier_session_take_approach (PalierSession *self, PalierApproach *approach);
void palier_session_forget_approach (PalierSession *self);

void palier_session_set_busy (PalierSession *self, gboolean busy);
void palier_session_take_problem (PalierSession *self, GError *error);
void palier_session_notify (PalierSession *self, const char *property);
/* The recorder that was signed in to: a job where there is something to climb or to copy. */
void palier_session_take_survey (PalierSession *self, PalierSurvey *survey, PalierJournal *journal);
/* Recorder, address and agreement go into the journal, once. */
gboolean palier_session_begin_record (PalierSession *self, GError **error);
char *palier_session_dup_agreement (PalierSession *self); /* language, capacity and the hash of the text agreed to */
/* Practice keeps its journal apart; NULL: the person's own folder. */
char *palier_session_dup_journal_folder (PalierSession *self, gboolean practice);
/* The copy: to the stick's folder alone, or (NULL) to those on this computer. */
void palier_session_begin_copy (PalierSession *self);
void palier_session_start_copy (PalierSession *self, const char *stick_folder);
void palier_session_end_stick (PalierSession *self); /* the copy is there: what is left for the stick */
void palier_session_forget_recorder (PalierSession *self);
