/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session.h"

/* Finding a recorder and signing in to it. */

/* A recorder that can be chosen from the list. */
#define PALIER_TYPE_FOUND (palier_found_get_type ())
G_DECLARE_FINAL_TYPE (PalierFound, palier_found, PALIER, FOUND, GObject)

PalierFound *palier_found_new (const char *title, const char *detail, const char *address, gboolean practice);
const char *palier_found_get_title (PalierFound *self);
const char *palier_found_get_detail (PalierFound *self);
const char *palier_found_get_address (PalierFound *self);
gboolean palier_found_is_practice (PalierFound *self);

GListModel *palier_session_get_recorders (PalierSession *self); /* of PalierFound, practice first */
void palier_session_choose (PalierSession *self, PalierFound *found);
/* Is the address that is entered the practice recorder's? */
gboolean palier_session_uses_practice (PalierSession *self);

/* One attempt: signs in and reads; "survey" and "job" are notified, or "problem". */
void palier_session_connect (PalierSession *self);
/* The recorder is inactive: gives it the new password, then signs in with it. */
void palier_session_activate (PalierSession *self);
const GError *palier_session_get_problem (PalierSession *self);      /* property "problem" */
const PalierUserCheck *palier_session_get_check (PalierSession *self); /* NULL: no attempt yet */
void palier_session_clear_problem (PalierSession *self);

/* Unfinished runs, newest first: of char *, journal paths. */
GPtrArray *palier_session_list_unfinished (PalierSession *self);
/* Fills in what the journal knows (address, terms); FALSE with "problem" when it cannot be read. */
gboolean palier_session_resume (PalierSession *self, const char *journal_path);
char *palier_session_describe_journal (PalierSession *self, const char *journal_path);
