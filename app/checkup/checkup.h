/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "checkup/check.h"
#include "procedure/catalogue.h"
#include "recorder/connection.h"
#include "run/journal.h"

/* The security checkup: reads, changes nothing, needs no climb. A GListModel of PalierCheckItem, one for each
 * PalierCheck, all there from the beginning. At most four requests at once; each fails alone, as "not checked". */
#define PALIER_TYPE_CHECKUP (palier_checkup_get_type ())
G_DECLARE_FINAL_TYPE (PalierCheckup, palier_checkup, PALIER, CHECKUP, GObject)

#define PALIER_TYPE_CHECK_ITEM (palier_check_item_get_type ())
G_DECLARE_FINAL_TYPE (PalierCheckItem, palier_check_item, PALIER, CHECK_ITEM, GObject)

/* journal: where the outcome ("checkup") and what was declared are kept for the report; NULL: nowhere. */
PalierCheckup *palier_checkup_new (PalierConnection *connection, PalierCatalogue *catalogue, PalierClock *clock,
                                   PalierJournal *journal);

/* The password that signed in, to be judged for itself; NULL: none was typed. It is never sent or guessed at. */
void palier_checkup_set_password (PalierCheckup *self, PalierSecret *password);
/* At any time; kept at once where a checkup has been made. An earlier one's is known from the journal. */
void palier_checkup_declare (PalierCheckup *self, PalierDeclaration declaration, PalierDeclared declared);
PalierDeclared palier_checkup_get_declared (PalierCheckup *self, PalierDeclaration declaration);

/* Returns at once. Signal "finished", once a start and in the main thread, also when cancelled: then the journal is
 * left as it was. May be started again after that. Property "running" (boolean, notified). */
void palier_checkup_start (PalierCheckup *self, GCancellable *cancellable);
gboolean palier_checkup_get_running (PalierCheckup *self);
/* What keeps it from being of use: the recorder does not answer, or does not let us in. NULL: nothing. Borrowed. */
const GError *palier_checkup_get_error (PalierCheckup *self);
guint palier_checkup_count (PalierCheckup *self, PalierCheckVerdict verdict);
guint palier_checkup_count_attention (PalierCheckup *self);
/* Of PalierCheckRow, borrowed ones; those that are there by now. */
GPtrArray *palier_checkup_get_rows (PalierCheckup *self);

/* Property "row", notified in the main thread. Texts are msgids: palier_check_row_dup_finding () fills them in. */
PalierCheck palier_check_item_get_check (PalierCheckItem *self);
const PalierCheckRow *palier_check_item_get_row (PalierCheckItem *self); /* NULL: being looked at, or not begun */
/* The finding in the program's language, its value in place. */
char *palier_check_row_dup_finding (const PalierCheckRow *row);

/* Passwords by recorder, of this session and in memory only: checkups ask it whether two recorders share one. A
 * checkup notes its own; whoever signs in elsewhere may note theirs. */
void palier_passwords_note (const char *serial, PalierSecret *password);
gboolean palier_passwords_are_shared (const char *serial, PalierSecret *password);
void palier_passwords_forget (void);
