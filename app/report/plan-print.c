/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/print.h"

#include "config.h"
#include "report/section.h"
#include "report/table.h"

#include <glib/gi18n-lib.h>

#define MARK 34.0
#define RISE 46.0
#define LINE 4.0

typedef struct
{
  const PalierPlan *plan;
  const char *serial;
} Print;

static const PalierStyle caption = { PALIER_TYPE_CAPTION, PALIER_INK_QUIET, PANGO_ALIGN_LEFT, 1 };
static const PalierStyle body = { PALIER_TYPE_BODY, PALIER_INK_TEXT, PANGO_ALIGN_LEFT, 0 };

static const char *
get_heading (const PalierPlan *plan)
{
  switch (plan->verdict)
    {
    case PALIER_VERDICT_CLIMB:
      return N_ ("Upgrade plan");
    case PALIER_VERDICT_NOTHING:
      return N_ ("Nothing left to climb");
    case PALIER_VERDICT_REFUSED:
    default:
      return N_ ("This recorder must not be upgraded now");
    }
}

static void
draw_letterhead (PalierSheet *sheet, const Print *print)
{
  const PalierStyle title = { PALIER_TYPE_TITLE, PALIER_INK_TEXT, PANGO_ALIGN_LEFT, 1 };
  PalierWords *words = palier_sheet_get_words (sheet);
  double x = palier_sheet_get_left (sheet) + MARK + 12;
  double y = palier_sheet_get_y (sheet);
  double width = palier_sheet_get_width (sheet) - MARK - 12;
  g_autofree char *line = g_strdup (print->plan->model);

  if (print->serial)
    {
      g_free (line);
      /* translators: %1$s is a recorder’s model, %2$s its serial number. */
      line = palier_words_printf (words, N_ ("%1$s, serial number %2$s"), print->plan->model, print->serial);
    }
  palier_draw_mark (sheet, palier_sheet_get_left (sheet), y, MARK);
  palier_sheet_begin (sheet, "H1");
  palier_sheet_text (sheet, palier_words_get (words, get_heading (print->plan)), title, x, y, width);
  palier_sheet_end (sheet, "H1");
  palier_sheet_begin (sheet, "P");
  palier_sheet_text (sheet, line, caption, x, y + 22, width);
  palier_sheet_end (sheet, "P");
  palier_sheet_skip (sheet, MARK + 20);
}

/* One tread, and the words that stand on it. */
static void
draw_step (PalierSheet *sheet, guint i, guint n, const PalierVersion *version, const char *note, gboolean first)
{
  cairo_t *cr = palier_sheet_get_cairo (sheet);
  double tread = palier_sheet_get_width (sheet) / n;
  double x = palier_sheet_get_left (sheet) + i * tread;
  double y = palier_sheet_get_y (sheet) + (n - i) * RISE;
  const PalierStyle name = { PALIER_TYPE_TITLE, first ? PALIER_INK_QUIET : PALIER_INK_ACCENT, PANGO_ALIGN_LEFT, 1 };
  g_autofree char *build = palier_version_build_to_string (version);
  g_autofree char *text = build ? g_strdup_printf ("build %s · %s", build, note) : g_strdup (note);

  palier_sheet_set_ink (sheet, PALIER_INK_ACCENT);
  cairo_rectangle (cr, x, y, tread, LINE);
  if (i + 1 < n)
    cairo_rectangle (cr, x + tread - LINE, y - RISE, LINE, RISE);
  cairo_fill (cr);
  palier_sheet_begin (sheet, "P");
  palier_sheet_text (sheet, version->spelling, name, x + 8, y - 34, tread - 20);
  palier_sheet_text (sheet, text, caption, x + 8, y - 14, tread - 20);
  palier_sheet_end (sheet, "P");
}

static void
draw_staircase (PalierSheet *sheet, const PalierPlan *plan)
{
  PalierWords *words = palier_sheet_get_words (sheet);
  guint n = plan->landings->len + 1;

  draw_step (sheet, 0, n, &plan->from, palier_words_get (words, N_ ("where it stands")), TRUE);
  for (guint i = 0; i < plan->landings->len; i++)
    {
      const PalierLanding *landing = &g_array_index (plan->landings, PalierLanding, i);

      draw_step (sheet, i + 1, n, &landing->version,
                 palier_words_get (words, landing->default_before ? N_ ("after a full factory default")
                                                                  : N_ ("landing")), FALSE);
    }
  palier_sheet_skip (sheet, n * RISE + 26);
}

typedef struct
{
  PalierTable *table;
  PalierWords *words;
  const PalierPlan *plan;
  guint number;
} Rows;

static void
add (Rows *rows, const char *title, const char *rule_id, const char *reason)
{
  const PalierRule *rule = rule_id ? palier_rule_find (rule_id) : NULL;
  g_autofree char *number = g_strdup_printf ("%u", ++rows->number);
  g_autofree char *source = rule ? g_strdup_printf ("%s · %s", rule->id, palier_words_get (rows->words, rule->source))
                                 : NULL;

  palier_table_add (rows->table, PALIER_INK_ACCENT,
                    (const char *const[]){ number, title, palier_words_get (rows->words, rule ? rule->reason : reason),
                                           source });
}

static void
add_landing (Rows *rows, guint i)
{
  const PalierLanding *landing = &g_array_index (rows->plan->landings, PalierLanding, i);
  /* translators: %s is a firmware version, as in “V4.50.00”. */
  g_autofree char *title = palier_words_printf (rows->words, N_ ("Upgrade to %s"), landing->version.spelling);
  const char *rule = landing->package == PALIER_PACKAGE_CUSTOM ? "P10"
                     : landing->version.part[0] < 4            ? "P1"
                     : i > 0 || landing->default_before        ? "P3"
                                                               : "P4";

  if (landing->default_before)
    {
      add (rows, palier_words_get (rows->words, N_ ("Full factory default")),
           palier_plan_find_gate (rows->plan, "P12") ? "P12" : "P2", NULL);
      add (rows, palier_words_get (rows->words, N_ ("Activate the recorder with a new password")), NULL,
           N_ ("After the default it is as from the factory, without any password."));
    }
  add (rows, title, rule, NULL);
}

static void
draw_steps (PalierSheet *sheet, const PalierPlan *plan)
{
  static const PalierColumn columns[] = {
    { NULL, 4, PALIER_TYPE_STRONG },
    { N_ ("Step"), 26, PALIER_TYPE_STRONG },
    { N_ ("Why"), 54, PALIER_TYPE_BODY },
    { N_ ("Source"), 25, PALIER_TYPE_CAPTION },
  };
  PalierWords *words = palier_sheet_get_words (sheet);
  g_autoptr (PalierTable) table = NULL;
  Rows rows = { NULL, words, plan, 0 };

  palier_sheet_heading (sheet, palier_words_get (words, N_ ("Step by step")), 50);
  rows.table = table = palier_table_new (sheet, columns, G_N_ELEMENTS (columns));
  add (&rows, palier_words_get (words, N_ ("Copy the configuration")), "P5", NULL);
  for (guint i = 0; i < plan->landings->len; i++)
    add_landing (&rows, i);
  if (palier_plan_has_default (plan))
    add (&rows, palier_words_get (words, N_ ("Enter the settings again")), NULL,
         N_ ("The default takes network, time, cameras, users and recording schedule: nothing is recorded until they "
             "are entered again."));
  if (plan->repair_advised)
    add (&rows, palier_words_get (words, N_ ("Repair the database")), "P6", NULL);
}

static void
draw_verdict (PalierSheet *sheet, const PalierPlan *plan)
{
  const PalierPlanGate *refusal = palier_plan_get_refusal (plan);
  const PalierRule *rule = refusal ? refusal->rule : palier_rule_find ("P13");
  PalierWords *words = palier_sheet_get_words (sheet);
  const PalierStyle said = { PALIER_TYPE_BODY, refusal ? PALIER_INK_BAD : PALIER_INK_TEXT, PANGO_ALIGN_LEFT, 0 };

  palier_sheet_paragraph (sheet, palier_words_get (words, rule->reason), said);
  palier_sheet_skip (sheet, 6);
  palier_sheet_paragraph (sheet, palier_words_get (words, rule->remedy), body);
  palier_sheet_skip (sheet, 10);
}

static void
fill (PalierSheet *sheet, gconstpointer data)
{
  const Print *print = data;
  PalierWords *words = palier_sheet_get_words (sheet);
  const char *date = palier_catalogue_get_page_date (palier_catalogue_get_shipped ());
  g_autofree char *source = palier_words_printf (
    /* translators: %s is the date on which the manufacturer published the page, as in “2021-02-02”. */
    words, N_ ("From the manufacturer’s I-series upgrade page, published %s. A newer one may exist: look for it before "
               "you begin. This page changes nothing and is no permission: every rule is asked again before each "
               "act."), date);

  draw_letterhead (sheet, print);
  if (print->plan->verdict == PALIER_VERDICT_CLIMB)
    {
      draw_staircase (sheet, print->plan);
      draw_steps (sheet, print->plan);
    }
  else
    draw_verdict (sheet, print->plan);
  palier_sheet_paragraph (sheet, source, (PalierStyle){ PALIER_TYPE_CAPTION, PALIER_INK_QUIET, PANGO_ALIGN_LEFT, 0 });
}

gboolean
palier_plan_write_pdf (const PalierPlan *plan, const char *serial, const char *path, const char *language,
                       const char *paper, GError **error)
{
  const Print print = { plan, serial };
  g_autoptr (PalierWords) words = palier_words_new (language);
  /* translators: %s is a recorder’s model. */
  g_autofree char *title = palier_words_printf (words, N_ ("Upgrade plan: %s"), plan->model);
  /* translators: %s is the program’s version. */
  g_autofree char *footer = palier_words_printf (words, N_ ("Made with Palier %s"), PALIER_VERSION);
  const PalierSheetSetup setup = { .title = title, .author = "Palier", .footer = footer, .paper = paper };
  g_autoptr (GBytes) pdf = palier_sheet_print (words, &setup, fill, &print, error);

  return pdf && palier_sheet_save (pdf, path, error);
}
