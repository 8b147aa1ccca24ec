/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/section.h"
#include "report/table.h"

#include <glib/gi18n-lib.h>

#define MOST_ROWS 60 /* of differences; a list of a hundred cameras belongs on a screen */

static const PalierStyle body = { PALIER_TYPE_BODY, PALIER_INK_TEXT, PANGO_ALIGN_LEFT, 0 };

void
palier_section_backups (PalierSheet *sheet, const PalierReport *report)
{
  static const PalierColumn columns[] = {
    { N_ ("File"), 42, PALIER_TYPE_CAPTION },
    { N_ ("Size"), 11, PALIER_TYPE_CAPTION },
    { N_ ("Read back at"), 18, PALIER_TYPE_CAPTION },
    { N_ ("SHA-256"), 40, PALIER_TYPE_FIXED },
  };
  PalierWords *words = palier_sheet_get_words (sheet);
  g_autoptr (PalierTable) table = NULL;

  if (report->backups->len == 0)
    return;
  palier_sheet_heading (sheet, palier_words_get (words, N_ ("Copies of the configuration")), 50);
  table = palier_table_new (sheet, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < report->backups->len; i++)
    {
      const PalierBackup *backup = report->backups->pdata[i];
      g_autofree char *size = palier_words_size (words, backup->size);
      g_autofree char *date = palier_words_moment (words, backup->date);
      const char *cells[] = { backup->path, size, date, backup->sha256 };

      palier_table_add (table, PALIER_INK_TEXT, cells);
    }
  g_clear_pointer (&table, palier_table_free);
  palier_sheet_skip (sheet, -6);
  palier_sheet_paragraph (sheet,
                          palier_words_get (words, N_ ("These files hold settings, not recordings. A file of another "
                                                       "firmware version may not be accepted again.")),
                          (PalierStyle){ PALIER_TYPE_CAPTION, PALIER_INK_QUIET, PANGO_ALIGN_LEFT, 0 });
  if (report->backup_problem)
    {
      /* translators: %s is the reason, in the words of the computer. */
      g_autofree char *text = palier_words_printf (words, N_ ("Another place could not be written: %s"),
                                                   report->backup_problem);

      palier_sheet_paragraph (sheet, text, (PalierStyle){ PALIER_TYPE_BODY, PALIER_INK_WARN, PANGO_ALIGN_LEFT, 0 });
    }
  if (report->copy_not_compared)
    palier_sheet_paragraph (sheet,
                            palier_words_get (words, N_ ("The recorder sent its configuration only once, so its "
                                                         "length could not be compared with a second one.")),
                            (PalierStyle){ PALIER_TYPE_BODY, PALIER_INK_WARN, PANGO_ALIGN_LEFT, 0 });
  palier_sheet_skip (sheet, 10);
}

static void
draw_gap (PalierSheet *sheet, const PalierReportGap *gap)
{
  PalierWords *words = palier_sheet_get_words (sheet);
  g_autofree char *since = palier_words_moment (words, gap->since);
  g_autofree char *until = palier_words_moment (words, gap->until);
  g_autoptr (GDateTime) begin = g_date_time_new_from_iso8601 (gap->since, NULL);
  g_autoptr (GDateTime) end = gap->until ? g_date_time_new_from_iso8601 (gap->until, NULL) : NULL;
  g_autofree char *duration = NULL;
  g_autofree char *text = NULL;

  if (begin && end)
    {
      duration = palier_words_duration (words, g_date_time_difference (end, begin) / G_TIME_SPAN_SECOND);
      /* translators: %1$s and %2$s are dates with their times, %3$s how long that is, as in “41 min”. */
      text = palier_words_printf (words, N_ ("From %1$s to %2$s (%3$s)."), since, until, duration);
    }
  else
    /* translators: %s is a date with its time. */
    text = palier_words_printf (words, N_ ("From %s on; its end was not seen."), since);
  palier_sheet_paragraph (sheet, text, body);
}

static void
draw_gaps (PalierSheet *sheet, const PalierReport *report)
{
  PalierWords *words = palier_sheet_get_words (sheet);

  if (report->gaps->len == 0)
    return;
  palier_sheet_heading (sheet, palier_words_get (words, N_ ("When it may not have recorded")), 30);
  for (guint i = 0; i < report->gaps->len; i++)
    draw_gap (sheet, report->gaps->pdata[i]);
  palier_sheet_skip (sheet, 10);
}

static char *
dup_what (PalierWords *words, const PalierDifference *row)
{
  const char *title = palier_words_get (words, palier_topic_get_title (row->topic));

  return *row->what ? g_strdup_printf ("%s %s", title, row->what) : g_strdup (title);
}

static void
draw_rows (PalierSheet *sheet, GPtrArray *rows)
{
  static const PalierColumn columns[] = {
    { N_ ("Setting"), 22, PALIER_TYPE_STRONG },
    { N_ ("Before"), 40, PALIER_TYPE_BODY },
    { N_ ("Now"), 40, PALIER_TYPE_BODY },
  };
  PalierWords *words = palier_sheet_get_words (sheet);
  const char *absent = palier_words_get (words, N_ ("not there, or not told"));
  g_autoptr (PalierTable) table = palier_table_new (sheet, columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < MIN (rows->len, MOST_ROWS); i++)
    {
      const PalierDifference *row = rows->pdata[i];
      g_autofree char *what = dup_what (words, row);
      const char *cells[] = { what, row->before ? row->before : absent, row->after ? row->after : absent };

      palier_table_add (table, row->after ? PALIER_INK_TEXT : PALIER_INK_WARN, cells);
    }
}

static void
draw_clock (PalierSheet *sheet, const PalierInventory *after)
{
  PalierWords *words = palier_sheet_get_words (sheet);
  g_autofree char *by = palier_words_duration (words, ABS (after->clock_ahead_s));
  g_autofree char *text = NULL;

  if (!after->clock_known)
    return;
  if (after->clock_ahead_s == 0)
    text = g_strdup (palier_words_get (words, N_ ("The recorder’s clock agrees with this computer’s.")));
  else if (after->clock_ahead_s > 0)
    /* translators: %s is a length of time, as in “14 s”. */
    text = palier_words_printf (words, N_ ("The recorder’s clock is %s ahead of this computer’s."), by);
  else
    /* translators: %s is a length of time, as in “14 s”. */
    text = palier_words_printf (words, N_ ("The recorder’s clock is %s behind this computer’s."), by);
  palier_sheet_paragraph (sheet, text, body);
}

void
palier_section_changes (PalierSheet *sheet, const PalierReport *report)
{
  PalierWords *words = palier_sheet_get_words (sheet);
  g_autoptr (GPtrArray) rows = NULL;

  draw_gaps (sheet, report);
  if (!report->before || !report->after)
    return;
  rows = palier_inventory_compare (report->before, report->after);
  palier_sheet_heading (sheet, palier_words_get (words, N_ ("Settings, before and now")), 40);
  if (rows->len == 0)
    palier_sheet_paragraph (sheet,
                            palier_words_get (words, N_ ("Of what the recorder tells over the network, nothing "
                                                         "differs.")), body);
  else
    draw_rows (sheet, rows);
  if (rows->len > MOST_ROWS)
    {
      /* translators: %u is a number of settings that do not fit on the page. */
      g_autofree char *more = palier_words_printf (words, N_ ("And %u more: they are in the JSON of this report."),
                                                   rows->len - MOST_ROWS);

      palier_sheet_paragraph (sheet, more, body);
    }
  draw_clock (sheet, report->after);
  palier_sheet_skip (sheet, 10);
}
