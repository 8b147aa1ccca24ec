/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "footage/note.h"

#include "run/job-private.h"

#include <glib/gi18n-lib.h>

#define PATIENCE_S (15 * 60.0)

static void
progress_cb (double fraction, gpointer data)
{
  palier_job_set_fraction (data, fraction);
}

static gboolean
save (PalierJournal *journal, const PalierFootage *footage, GError **error)
{
  g_autofree char *text = palier_footage_to_text (footage);
  g_autofree char *found = NULL;
  PalierFootageFinding finding;

  palier_footage_count (footage, &finding);
  found = finding.samples > 0 ? palier_footage_finding_to_text (&finding) : NULL;
  return palier_journal_set_field (journal, PALIER_FOOTAGE_SAMPLES, text, error)
         && (!found || palier_journal_set_field (journal, PALIER_FOOTAGE_FOUND, found, error));
}

gboolean
palier_footage_note_before (PalierJob *job, GCancellable *cancellable, GError **error)
{
  PalierClock *clock = palier_job_get_clock (job);
  g_autoptr (PalierFootage) footage
      = palier_footage_take (palier_job_get_connection (job), clock, palier_clock_now (clock) + PATIENCE_S,
                             progress_cb, job, cancellable, error);

  return footage && save (palier_job_get_journal (job), footage, error);
}

gboolean
palier_footage_note_round (PalierJob *job, PalierFootageRound round, GCancellable *cancellable, GError **error)
{
  PalierJournal *journal = palier_job_get_journal (job);
  g_autoptr (PalierFootage) footage = palier_footage_new_from_journal (journal);

  if (!footage || footage->samples->len == 0)
    return TRUE;
  return palier_footage_search_again (footage, palier_job_get_connection (job), round, progress_cb, job, cancellable,
                                      error)
         && save (journal, footage, error);
}

PalierFootage *
palier_footage_new_from_journal (PalierJournal *journal)
{
  g_autofree char *text = palier_journal_dup_field (journal, PALIER_FOOTAGE_SAMPLES);

  return text ? palier_footage_new_from_text (text, NULL) : NULL;
}

gboolean
palier_footage_find_noted (PalierJournal *journal, PalierFootageFinding *finding)
{
  g_autofree char *text = palier_journal_dup_field (journal, PALIER_FOOTAGE_FOUND);

  return text && palier_footage_finding_parse (text, finding, NULL) && finding->samples > 0;
}

gboolean
palier_footage_is_lost (PalierJournal *journal)
{
  PalierFootageFinding finding;

  return palier_footage_find_noted (journal, &finding) && finding.found_after_upgrade >= 0
         && finding.found_after_upgrade < finding.found_before;
}

gboolean
palier_footage_stays_lost (PalierJournal *journal)
{
  PalierFootageFinding finding;

  return palier_footage_find_noted (journal, &finding) && finding.found_after_repair >= 0
         && finding.found_after_repair < finding.found_before;
}

static char *
dup_count (int found, int samples)
{
  /* translators: %1$d samples of recordings were found, of %2$d. */
  return g_strdup_printf (ngettext ("%1$d of %2$d sample of the recordings found.",
                                    "%1$d of %2$d samples of the recordings found.", (gulong) samples),
                          found, samples);
}

static char *
dup_untold (PalierJournal *journal)
{
  g_autoptr (PalierFootage) footage = palier_footage_new_from_journal (journal);

  if (!footage)
    return NULL;
  if (footage->untold)
    return g_strdup (_ ("This firmware does not tell which recordings it has: they are not compared."));
  return g_strdup (_ ("No recordings of the last days were found: there is nothing to compare."));
}

char *
palier_footage_dup_sentence (PalierJournal *journal)
{
  PalierFootageFinding finding;
  g_autofree char *count = NULL;

  if (!palier_footage_find_noted (journal, &finding))
    return dup_untold (journal);
  if (finding.found_after_repair < 0 && finding.found_after_upgrade < 0)
    return dup_count (finding.found_before, finding.samples);
  count = dup_count (finding.found_after_repair >= 0 ? finding.found_after_repair : finding.found_after_upgrade,
                     finding.samples);
  if (palier_footage_stays_lost (journal))
    return g_strconcat (count, " ", _ ("Some are still missing after the repair: see what the report says about it."),
                        NULL);
  if (finding.found_after_repair < 0 && palier_footage_is_lost (journal))
    return g_strconcat (count, " ", _ ("A database repair is advised: it makes them found again."), NULL);
  return g_steal_pointer (&count);
}
