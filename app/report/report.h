/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "inventory/difference.h"
#include "report/findings.h"
#include "report/report-parts.h"
#include "run/journal.h"
#include "run/runner.h"

/* One intervention on one recorder, as its journal tells it: for the page that is left behind, and for machines.
 * Nothing in it is newer than what was read; what a person said is told apart from what was proved (P16). */
typedef struct
{
  char *site, *customer, *technician, *company, *remarks; /* "" when not given */
  char *model, *serial, *mac;
  char *begun, *finished; /* ISO; finished is NULL while it is open */
  char *from, *to;        /* firmware as told first and last; NULL: not told */
  char *restarted;        /* ISO, when the last restart was seen; NULL */
  gboolean declared;      /* the last reading was a person's, off its screen */
  PalierOutcome outcome;
  char *problem;          /* nick of the error, or "P1"; NULL: none */
  const char *sentence, *remedy; /* msgids; NULL: none */
  PalierInventory *before, *after;   /* NULL: not read */
  GPtrArray *steps;       /* of PalierReportStep */
  GPtrArray *gaps;        /* of PalierReportGap: the recorder may not have recorded */
  GPtrArray *backups;     /* of PalierBackup */
  char *backup_problem;   /* verbatim, of a second place; NULL */
  gboolean copy_not_compared; /* sent only once */
  GPtrArray *consents;    /* of PalierObservation, terms included */
  char *terms_sha256, *terms_language, *terms_capacity, *terms_date; /* NULL: not accepted */
  PalierPlan *plan;       /* of where it began */
  char *repair_begun, *repair_ended; /* ISO, NULL */
  char *repair_broken;    /* ISO, when one was last seen to break off; NULL */
  gboolean repair_interrupted; /* … by a restart of the recorder, not by itself */
  PalierFootageFinding *footage; /* NULL: not searched */
  gboolean footage_untold; /* looked for, and this firmware does not tell */
  GPtrArray *playback;    /* of PalierCheckRow: why recordings may still be missing; NULL: not asked */
  GPtrArray *checkup;     /* of PalierCheckRow; NULL: not made */
  char *page_date;        /* of the manufacturer's page, ISO */
} PalierReport;

/* A journal's file, open or kept aside ("*.done"): PALIER_ERROR_JOURNAL when it is none. */
PalierReport *palier_report_new (const char *path, PalierCatalogue *catalogue, GError **error);
/* What the front end knows besides; each replaces what the journal had. Inventories are taken over. */
void palier_report_take_before (PalierReport *self, PalierInventory *before);
void palier_report_take_after (PalierReport *self, PalierInventory *after);
void palier_report_set_outcome (PalierReport *self, PalierRunState state, const GError *error);
void palier_report_free (PalierReport *self);

char *palier_report_dup_number (const PalierReport *self); /* "20261124-4821": when, and on which recorder */
/* One object; its sentences in "fr" or "en". */
char *palier_report_to_json (const PalierReport *self, const char *language);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierReport, palier_report_free)
