/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "discovery/discovery.h"
#include "found.h"
#include "recorder/approach.h"
#include "session.h"

/* Finding a recorder and signing in to it. */

/* Of PalierFound: practice first, then what the search finds, as it comes. */
GListModel *palier_session_get_recorders (PalierSession *self);
/* The search: a page starts it while it shows the list, and stops it. */
PalierDiscovery *palier_session_get_discovery (PalierSession *self);
void palier_session_set_discovery (PalierSession *self, PalierDiscovery *discovery);
/* Fills in what it tells, and follows it when it answers from elsewhere; property "chosen". */
void palier_session_choose (PalierSession *self, PalierFound *found);
PalierFound *palier_session_get_chosen (PalierSession *self); /* NULL: none, or the address was typed over */
/* Is the address that is entered the practice recorder's? */
gboolean palier_session_uses_practice (PalierSession *self);

/* How it is reached: property "approach"; NULL: not looked at yet. */
const PalierApproach *palier_session_get_approach (PalierSession *self);
void palier_session_look (PalierSession *self); /* sends neither a request nor a password */
gboolean palier_session_is_certificate_open (PalierSession *self); /* it waits for the person's word */
gboolean palier_session_accept_certificate (PalierSession *self);  /* FALSE with "problem" */

/* One attempt: signs in and reads; "survey" and "job" are notified, or "problem". */
void palier_session_connect (PalierSession *self);

/* The recorder that is entered has no password yet, as far as it told: property "inactive". */
gboolean palier_session_is_inactive (PalierSession *self);
/* Gives it the new password, then signs in with it. One that is active already is left alone, and said. */
void palier_session_activate (PalierSession *self);
/* Looks every five seconds whether somebody has activated it at its own screen; property "watching". */
void palier_session_watch_activation (PalierSession *self, gboolean watching);
gboolean palier_session_is_watching (PalierSession *self);

const GError *palier_session_get_problem (PalierSession *self);      /* property "problem" */
const PalierUserCheck *palier_session_get_check (PalierSession *self); /* NULL: no attempt yet */
void palier_session_clear_problem (PalierSession *self);

/* Unfinished runs, newest first: of char *, journal paths. */
GPtrArray *palier_session_list_unfinished (PalierSession *self);
/* Fills in what the journal knows (address, terms); FALSE with "problem" when it cannot be read. */
gboolean palier_session_resume (PalierSession *self, const char *journal_path);
char *palier_session_describe_journal (PalierSession *self, const char *journal_path);
