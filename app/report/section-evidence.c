/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/section.h"

#include <glib/gi18n-lib.h>

#define COLUMNS 3
#define GAP 9.0
#define CELL 51.0

typedef struct
{
  const char *name; /* msgid */
  PalierSign sign;
  char *value;
  char *note;
} Cell;

static void
clear (Cell *cell)
{
  g_free (cell->value);
  g_free (cell->note);
}

static void
set_firmware (Cell *cell, const PalierReport *report, PalierWords *words)
{
  cell->name = N_ ("Firmware");
  cell->value = g_strdup (report->to ? report->to : palier_words_get (words, N_ ("not read")));
  if (report->from)
    /* translators: %s is the firmware version that the recorder had, as in “V3.4.70 build 160910”. */
    cell->note = palier_words_printf (words, N_ ("was %s"), report->from);
  cell->sign = report->outcome == PALIER_OUTCOME_PROVED     ? PALIER_SIGN_GOOD
               : report->outcome == PALIER_OUTCOME_DECLARED ? PALIER_SIGN_WARN
               : report->outcome == PALIER_OUTCOME_FAILED   ? PALIER_SIGN_BAD
                                                            : PALIER_SIGN_NONE;
}

static void
set_restart (Cell *cell, const PalierReport *report, PalierWords *words)
{
  g_autofree char *time = palier_words_time (words, report->restarted);

  cell->name = N_ ("Restart");
  cell->sign = !report->restarted                           ? PALIER_SIGN_NONE
               : report->outcome == PALIER_OUTCOME_DECLARED ? PALIER_SIGN_WARN
                                                            : PALIER_SIGN_GOOD;
  /* translators: %s is a time of the day, as in “14:39”. */
  cell->value = report->restarted ? palier_words_printf (words, N_ ("seen at %s"), time)
                                  : g_strdup (palier_words_get (words, N_ ("not seen")));
  if (report->after && report->after->up_time_s >= 0)
    {
      g_autofree char *duration = palier_words_duration (words, report->after->up_time_s);

      /* translators: %s is how long the recorder had been running when it was read, as in “41 min”. */
      cell->note = palier_words_printf (words, N_ ("running for %s"), duration);
    }
}

static void
set_disks (Cell *cell, const PalierReport *report, PalierWords *words)
{
  guint n = report->after ? report->after->disks->len : 0;
  guint sound = report->after ? palier_inventory_count_sound (report->after) : 0;
  g_autofree char *ended = palier_words_moment (words, report->repair_ended);

  cell->name = N_ ("Disks");
  cell->sign = n == 0 ? PALIER_SIGN_NONE : sound == n ? PALIER_SIGN_GOOD : PALIER_SIGN_BAD;
  /* translators: %1$u disks are well, of %2$u. */
  cell->value = n > 0 ? palier_words_printf (words, N_ ("%1$u of %2$u in order"), sound, n)
                      : g_strdup (palier_words_get (words, N_ ("not read")));
  if (*ended)
    /* translators: %s is a date with its time. */
    cell->note = palier_words_printf (words, N_ ("repair ended %s"), ended);
  else if (report->plan->repair_advised)
    cell->note = g_strdup (palier_words_get (words, report->repair_begun ? N_ ("repair begun, its end not seen")
                                                                         : N_ ("repair advised, not done yet")));
}

static void
set_cameras (Cell *cell, const PalierReport *report, PalierWords *words)
{
  guint n = report->after ? report->after->cameras->len : 0;
  guint online = report->after ? palier_inventory_count_online (report->after) : 0;
  guint before = report->before ? report->before->cameras->len : 0;

  cell->name = N_ ("Cameras");
  cell->sign = n == 0 && before == 0 ? PALIER_SIGN_NONE
               : online < n || n < before ? PALIER_SIGN_WARN : PALIER_SIGN_GOOD;
  /* translators: %1$u cameras answer, of %2$u that the recorder knows. */
  cell->value = n > 0 || before > 0 ? palier_words_printf (words, N_ ("%1$u of %2$u answer"), online, n)
                                    : g_strdup (palier_words_get (words, N_ ("not read")));
  if (before > 0)
    /* translators: %u is how many cameras the recorder knew before. */
    cell->note = palier_words_printf (words, N_ ("before: %u"), before);
}

static int
get_found (const PalierFootageFinding *footage)
{
  if (footage->found_after_repair >= 0)
    return footage->found_after_repair;
  return footage->found_after_upgrade >= 0 ? footage->found_after_upgrade : footage->found_before;
}

static void
set_footage (Cell *cell, const PalierReport *report, PalierWords *words)
{
  const PalierFootageFinding *footage = report->footage;

  cell->name = N_ ("Footage");
  cell->sign = PALIER_SIGN_NONE;
  if (!footage || get_found (footage) < 0)
    {
      cell->value = g_strdup (palier_words_get (words, N_ ("not searched")));
      return;
    }
  cell->sign = get_found (footage) >= footage->found_before ? PALIER_SIGN_GOOD : PALIER_SIGN_WARN;
  /* translators: %1$d samples of recordings were found, of %2$d that were searched for. */
  cell->value = palier_words_printf (words, N_ ("%1$d of %2$d samples found"), get_found (footage), footage->samples);
  if (footage->found_after_repair >= 0 && footage->found_after_upgrade >= 0)
    /* translators: %d is how many of the samples were found after the upgrade and before the repair. */
    cell->note = palier_words_printf (words, N_ ("before the repair: %d"), footage->found_after_upgrade);
}

static void
set_backup (Cell *cell, const PalierReport *report, PalierWords *words)
{
  const PalierBackup *first = report->backups->len > 0 ? report->backups->pdata[0] : NULL;
  g_autofree char *size = first ? palier_words_size (words, first->size) : NULL;

  cell->name = N_ ("Copy of the configuration");
  cell->sign = first                                            ? PALIER_SIGN_GOOD
               : report->plan->verdict == PALIER_VERDICT_CLIMB ? PALIER_SIGN_WARN
                                                               : PALIER_SIGN_NONE;
  cell->value = g_strdup (palier_words_get (words, first ? N_ ("read back identical") : N_ ("none")));
  if (first)
    /* translators: %1$u is how many copies, %2$s their size, %3$.8s the beginning of their SHA-256. */
    cell->note = palier_words_printf (words, N_ ("copies: %1$u · %2$s · SHA-256 %3$.8s…"), report->backups->len, size,
                                      first->sha256);
}

static void
draw (PalierSheet *sheet, const Cell *cell, double x, double y, double width)
{
  const PalierStyle name = { PALIER_TYPE_CAPTION, PALIER_INK_QUIET, PANGO_ALIGN_LEFT, 1 };
  const PalierStyle value = { PALIER_TYPE_STRONG, PALIER_INK_TEXT, PANGO_ALIGN_LEFT, 1 };
  cairo_t *cr = palier_sheet_get_cairo (sheet);

  palier_sheet_set_ink (sheet, PALIER_INK_LINE);
  cairo_set_line_width (cr, 0.8);
  palier_sheet_rounded (sheet, x, y, width, CELL, 6);
  cairo_stroke (cr);
  palier_draw_sign (sheet, cell->sign, x + width - 22, y + 8, 13);
  palier_sheet_begin (sheet, "P");
  palier_sheet_text (sheet, palier_words_get (palier_sheet_get_words (sheet), cell->name), name, x + 10, y + 7,
                     width - 36);
  palier_sheet_text (sheet, cell->value, value, x + 10, y + 19, width - 18);
  palier_sheet_text (sheet, cell->note, name, x + 10, y + 34, width - 18);
  palier_sheet_end (sheet, "P");
}

void
palier_section_evidence (PalierSheet *sheet, const PalierReport *report)
{
  static void (*const set[]) (Cell *cell, const PalierReport *report, PalierWords *words) = {
    set_firmware, set_restart, set_disks, set_cameras, set_footage, set_backup,
  };
  double width = (palier_sheet_get_width (sheet) - (COLUMNS - 1) * GAP) / COLUMNS;
  double y = palier_sheet_get_y (sheet);

  for (guint i = 0; i < G_N_ELEMENTS (set); i++)
    {
      Cell cell = { 0 };

      set[i](&cell, report, palier_sheet_get_words (sheet));
      draw (sheet, &cell, palier_sheet_get_left (sheet) + i % COLUMNS * (width + GAP),
            y + i / COLUMNS * (CELL + GAP), width);
      clear (&cell);
    }
  palier_sheet_skip (sheet, 2 * CELL + GAP + 14);
}
