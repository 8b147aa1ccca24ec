/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/section.h"
#include "report/table.h"

#include <glib/gi18n-lib.h>

static const PalierStyle body = { PALIER_TYPE_BODY, PALIER_INK_TEXT, PANGO_ALIGN_LEFT, 0 };

static char *
dup_search (PalierWords *words, int found, int samples)
{
  if (found < 0)
    return g_strdup (palier_words_get (words, N_ ("not searched")));
  /* translators: %1$d samples of recordings were found, of %2$d. */
  return palier_words_printf (words, N_ ("%1$d of %2$d found"), found, samples);
}

static void
draw_footage (PalierSheet *sheet, const PalierFootageFinding *footage)
{
  static const PalierColumn columns[] = {
    { N_ ("Samples of recordings"), 30, PALIER_TYPE_STRONG },
    { N_ ("Before"), 25, PALIER_TYPE_BODY },
    { N_ ("After the upgrade"), 25, PALIER_TYPE_BODY },
    { N_ ("After the repair"), 25, PALIER_TYPE_BODY },
  };
  PalierWords *words = palier_sheet_get_words (sheet);
  g_autoptr (PalierTable) table = palier_table_new (sheet, columns, G_N_ELEMENTS (columns));
  g_autofree char *before = dup_search (words, footage->found_before, footage->samples);
  g_autofree char *upgraded = dup_search (words, footage->found_after_upgrade, footage->samples);
  g_autofree char *repaired = dup_search (words, footage->found_after_repair, footage->samples);

  palier_table_add (table, PALIER_INK_TEXT,
                    (const char *const[]){ palier_words_get (words, N_ ("The same ones, searched again")), before,
                                           upgraded, repaired });
}

static gboolean
is_put_off (const PalierReport *report)
{
  for (guint i = 0; i < report->consents->len; i++)
    if (g_str_equal (((const PalierObservation *) report->consents->pdata[i])->what, "skip-repair"))
      return TRUE;
  return FALSE;
}

static gboolean
is_lost (const PalierReport *report)
{
  const PalierFootageFinding *footage = report->footage;

  return footage && footage->found_after_upgrade >= 0 && footage->found_after_upgrade < footage->found_before;
}

/* One that broke off, and was not started anew since. */
static gboolean
is_broken_off (const PalierReport *report)
{
  return report->repair_broken && g_strcmp0 (report->repair_broken, report->repair_begun) > 0;
}

static char *
dup_broken_off (const PalierReport *report, PalierWords *words)
{
  g_autofree char *when = palier_words_moment (words, report->repair_broken);

  if (report->repair_interrupted)
    /* translators: %s is a date with its time. */
    return palier_words_printf (words, N_ ("The recorder restarted during the database repair, seen %s: the repair has "
                                           "to be started again from its menu."), when);
  /* translators: %s is a date with its time. */
  return palier_words_printf (words, N_ ("The database repair stopped before its end, seen %s. Look at the disks, then "
                                         "start it again from the recorder’s menu."), when);
}

static char *
dup_repair (const PalierReport *report, PalierWords *words)
{
  g_autofree char *begun = palier_words_moment (words, report->repair_begun);
  g_autofree char *ended = palier_words_moment (words, report->repair_ended);

  if (*begun && *ended)
    /* translators: %1$s and %2$s are dates with their times. */
    return palier_words_printf (words, N_ ("The database was repaired: seen to begin %1$s and to end %2$s."), begun,
                                ended);
  if (is_broken_off (report))
    return dup_broken_off (report, words);
  if (*begun)
    /* translators: %s is a date with its time. */
    return palier_words_printf (words, N_ ("The database repair was seen to begin %s; its end was not seen yet. Keep "
                                           "the recorder powered: it goes on recording, and older recordings are "
                                           "found again as it ends."), begun);
  if (is_put_off (report))
    return g_strdup (palier_words_get (words, N_ ("The database repair was put off. Until it is done, playback may "
                                                  "not find recordings that are still on the disks.")));
  if (report->plan->repair_advised)
    return g_strdup (palier_words_get (words, N_ ("A database repair is advised after this upgrade, and was not seen "
                                                  "yet.")));
  if (is_lost (report))
    return g_strdup (palier_words_get (words, N_ ("The procedure asks for no database repair here, but recordings that "
                                                  "were found before are not found now: a repair is advised for that "
                                                  "reason.")));
  return g_strdup (palier_words_get (words, N_ ("The procedure asks for no database repair here.")));
}

static const char *
get_verdict (PalierCheckVerdict verdict)
{
  static const char *const texts[] = { N_ ("Verified"), N_ ("Declared"), N_ ("Not checked") };

  return texts[verdict];
}

/* Finding, why, and what to do, each as a sentence of its own. */
static char *
dup_finding (PalierWords *words, const PalierCheckRow *row)
{
  g_autofree char *finding = palier_words_fill (words, row->finding ? row->finding : "", row->value);
  const char *why = row->needs_attention && row->why ? palier_words_get (words, row->why) : NULL;
  const char *what = row->needs_attention && row->what_to_do ? palier_words_get (words, row->what_to_do) : NULL;

  return g_strconcat (finding, why ? " " : "", why ? why : "", what ? " " : "", what ? what : "", NULL);
}

/* In the order of the questions, the last of which is support (P8). */
static void
draw_playback (PalierSheet *sheet, const PalierReport *report)
{
  static const PalierColumn columns[] = {
    { N_ ("Verdict"), 15, PALIER_TYPE_STRONG },
    { N_ ("Why recordings may be missing"), 25, PALIER_TYPE_BODY },
    { N_ ("Finding"), 65, PALIER_TYPE_BODY },
  };
  PalierWords *words = palier_sheet_get_words (sheet);
  g_autoptr (PalierTable) table = NULL;

  if (!report->playback || report->playback->len == 0)
    return;
  table = palier_table_new (sheet, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < report->playback->len; i++)
    {
      const PalierCheckRow *row = report->playback->pdata[i];
      g_autofree char *finding = dup_finding (words, row);
      const char *cells[] = { palier_words_get (words, get_verdict (row->verdict)),
                              row->topic ? palier_words_get (words, row->topic) : NULL, finding };

      palier_table_add (table, row->needs_attention ? PALIER_INK_WARN : PALIER_INK_GOOD, cells);
    }
}

void
palier_section_footage (PalierSheet *sheet, const PalierReport *report)
{
  PalierWords *words = palier_sheet_get_words (sheet);
  g_autofree char *repair = NULL;

  if (report->plan->verdict != PALIER_VERDICT_CLIMB && !report->footage && !report->footage_untold
      && !report->repair_begun)
    return;
  palier_sheet_heading (sheet, palier_words_get (words, N_ ("Recordings and database")), 40);
  if (report->footage)
    {
      draw_footage (sheet, report->footage);
      palier_sheet_skip (sheet, -4);
    }
  else if (report->footage_untold)
    palier_sheet_paragraph (sheet,
                            palier_words_get (words, N_ ("No samples of recordings could be compared: this firmware "
                                                         "does not tell them, or had none of the last days.")), body);
  repair = dup_repair (report, words);
  palier_sheet_paragraph (sheet, repair, body);
  palier_sheet_skip (sheet, 10);
  draw_playback (sheet, report);
}

static char *
dup_references (const PalierCheckRow *row)
{
  if (!row->etsi && !row->nist)
    return NULL;
  return g_strdup_printf ("%s%s%s%s", row->etsi ? "ETSI EN 303 645 " : "", row->etsi ? row->etsi : "",
                          row->etsi && row->nist ? ", " : "", row->nist ? row->nist : "");
}

void
palier_section_checkup (PalierSheet *sheet, const PalierReport *report)
{
  static const PalierColumn columns[] = {
    { N_ ("Verdict"), 15, PALIER_TYPE_STRONG },
    { N_ ("Topic"), 20, PALIER_TYPE_BODY },
    { N_ ("Finding"), 48, PALIER_TYPE_BODY },
    { N_ ("Reference"), 24, PALIER_TYPE_CAPTION },
  };
  PalierWords *words = palier_sheet_get_words (sheet);
  g_autoptr (PalierTable) table = NULL;

  if (!report->checkup || report->checkup->len == 0)
    return;
  palier_sheet_heading (sheet, palier_words_get (words, N_ ("Security checkup")), 50);
  palier_sheet_paragraph (sheet,
                          palier_words_get (words, N_ ("Verified: read from the recorder. Declared: said by the person "
                                                       "who was there. Nothing here claims that a standard is met.")),
                          (PalierStyle){ PALIER_TYPE_CAPTION, PALIER_INK_QUIET, PANGO_ALIGN_LEFT, 0 });
  palier_sheet_skip (sheet, 6);
  table = palier_table_new (sheet, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < report->checkup->len; i++)
    {
      const PalierCheckRow *row = report->checkup->pdata[i];
      g_autofree char *finding = dup_finding (words, row);
      g_autofree char *references = dup_references (row);
      const char *cells[] = { palier_words_get (words, get_verdict (row->verdict)),
                              row->topic ? palier_words_get (words, row->topic) : NULL, finding, references };

      palier_table_add (table,
                        row->needs_attention                          ? PALIER_INK_WARN
                        : row->verdict == PALIER_CHECK_VERIFIED ? PALIER_INK_GOOD
                                                                : PALIER_INK_QUIET,
                        cells);
    }
}
