/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/clock.h"

/* What the recorder cannot tell: consents, where the backup is and its hash, which step was open, what was seen
 * and when. One JSON file a recorder, written atomically and fsynced at every change; safe in every thread. */
#define PALIER_TYPE_JOURNAL (palier_journal_get_type ())
G_DECLARE_FINAL_TYPE (PalierJournal, palier_journal, PALIER, JOURNAL, GObject)

typedef struct
{
  char *path;
  char *sha256;
  guint64 size;
  char *date; /* ISO */
} PalierBackup;

/* Something seen, in order: evidence for P2 and for "already true". */
typedef struct
{
  char *what;   /* "read", "declared", "default-accepted", "default-declared", "inactive", "imported", "sent", "restarted", … */
  char *detail; /* "V3.4.92 build 170518", or "" */
  char *date;   /* ISO */
} PalierObservation;

/* folder NULL: $XDG_DATA_HOME/palier/journal. An unfinished journal is gone on with; a finished one is kept
 * aside under its date and a new one begun. An unreadable one is an error (PALIER_ERROR_JOURNAL): it may hold
 * what a recorder can no longer tell, so a person decides. So is one that another Palier has open. */
PalierJournal *palier_journal_open (const char *folder, const char *serial, GError **error);
gboolean palier_journal_was_continued (PalierJournal *self);
void palier_journal_set_clock (PalierJournal *self, PalierClock *clock); /* whose dates it writes; else the computer's */
const char *palier_journal_get_path (PalierJournal *self);
/* Unfinished journals and such as cannot be read, newest first: of char * paths. */
GPtrArray *palier_journal_list_unfinished (const char *folder);
/* A person's decision: kept under its date, as a finished one is, and the next run on that recorder begins anew. What it
 * had proved has to be seen again. One that is not there is no error; one that is in use is. */
gboolean palier_journal_set_aside (const char *path, GError **error);

char *palier_journal_dup_field (PalierJournal *self, const char *name); /* "model", "address", "from", "customer" … */
gboolean palier_journal_set_field (PalierJournal *self, const char *name, const char *text, GError **error);

gboolean palier_journal_add_consent (PalierJournal *self, const char *id, const char *detail, GError **error);
gboolean palier_journal_has_consent (PalierJournal *self, const char *id); /* "default" and "skip-default": the later one */
GPtrArray *palier_journal_get_consents (PalierJournal *self); /* of PalierObservation: id, detail, date */

gboolean palier_journal_add_backup (PalierJournal *self, const PalierBackup *backup, GError **error);
GPtrArray *palier_journal_get_backups (PalierJournal *self); /* of PalierBackup */

gboolean palier_journal_observe (PalierJournal *self, const char *what, const char *detail, GError **error);
GPtrArray *palier_journal_get_observations (PalierJournal *self); /* of PalierObservation, in order */

gboolean palier_journal_step (PalierJournal *self, const char *id, const char *landing, const char *state, GError **error);
char *palier_journal_dup_open_step (PalierJournal *self); /* "upload V4.50.00", NULL when none is open */
gboolean palier_journal_finish (PalierJournal *self, const char *outcome, GError **error);

void palier_backup_free (PalierBackup *self);
