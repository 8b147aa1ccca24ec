/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

/* What goes wrong, by name and moment: {"fault": NAME, "at": MOMENT, "value": TEXT, "times": N, "after": N}.
 * A moment is KIND:VALUE. Unless said, "times" is 1 (stale-nonce, slow and no-version: 0, for
 * ever), and "after", how often a path is answered well before, 0. The moments that a fault knows, what its value is, and what happens:
 *
 * cut-connection             upload:PERCENT path:PATH -          the connection goes, the request is lost
 * answer-lost                upload:100 path:PATH     -          the request is done, its answer is lost
 * refuse                     path:PATH                sub-status that endpoint refuses
 * refuse-upload              upload:100               sub-status the package is refused
 * power-cut                  flash:PERCENT            -          broken for good
 * flash-fails                flash:PERCENT            -          the old version stays, no restart
 * stays-old-version          flash:100                -          restarts, still runs the old one
 * begins-late                flash:1                  seconds    says that it writes only then; a reboot before cuts it
 * percent-stays              flash:100                -          goes on telling 100 %, of the last one
 * long-restart               boot:N                   seconds    that restart takes so much longer
 * wrong-serial-after-restart boot:N                   serial     another recorder answers
 * address-changes            default:N                -          comes back on another port
 * default-ignored            default:N                -          says OK and does nothing
 * export-truncated           path:PATH (the export)   -          a file cut short
 * export-refused             path:PATH (the export)   sub-status no file
 * disk-error                 repair:PERCENT           disk       says error, its repair ends
 * repair-stops               repair:PERCENT           log text   the repair ends half done
 * restart-during-repair      repair:PERCENT           -          restarts, the repair half done
 * stale-nonce                every:N                  -          each Nth signed request
 * slow                       path:PATH                seconds    the answer takes so long
 * garbage-xml                path:PATH                -          an answer not well formed
 * locked                     start                    seconds    somebody used up the tries
 * no-version                 path:PATH (deviceInfo)   -          the version is not told
 *
 * PATH may end in "*". N counts from 1, 0 is each one. */
typedef struct
{
  char *name;
  char *at;
  char *value; /* NULL: that fault's own default */
  guint times, after;
  guint fired;
  const char *kind; /* "upload" … of at */
  const char *when; /* what follows the colon; "" for none */
} PalierFault;

void palier_fault_free (PalierFault *self);
/* PALIER_ERROR_DATA_FILE names the place. */
PalierFault *palier_fault_read (JsonObject *object, const char *place, GError **error);

/* The moment as a number: a percentage, an ordinal. */
double palier_fault_get_number (const PalierFault *self);
double palier_fault_get_seconds (const PalierFault *self, double otherwise);

/* NULL: none of that name may still fire at this kind of moment. */
PalierFault *palier_faults_find (GPtrArray *faults, const char *name, const char *kind);
/* The same, when the ordinal or the path is met; and it has fired now. */
PalierFault *palier_faults_take_nth (GPtrArray *faults, const char *name, const char *kind,
                                     guint n);
PalierFault *palier_faults_take_path (GPtrArray *faults, const char *name, const char *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierFault, palier_fault_free)
