/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/report-private.h"

/* When the recorder may not have recorded: from the first thing that stops it (a firmware file sent, a default) until
 * the landing was confirmed; after a default, until its settings were entered again, since it has no cameras before. */
typedef enum
{
  EVENT_STOPS,
  EVENT_DEFAULTS,
  EVENT_CONFIRMED,
  EVENT_REPROGRAMMED,
} EventKind;

typedef struct
{
  const char *date;
  EventKind kind;
} Event;

static void
add (GArray *events, EventKind kind, const char *date)
{
  Event event = { date, kind };

  g_array_append_val (events, event);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (((const Event *) a)->date, ((const Event *) b)->date);
}

static void
add_observation (GArray *events, const char *what, const char *date)
{
  if (g_str_equal (what, "sending") || g_str_equal (what, "sent"))
    add (events, EVENT_STOPS, date);
  else if (g_str_equal (what, "defaulting") || g_str_equal (what, "default-accepted")
           || g_str_equal (what, "default-declared"))
    add (events, EVENT_DEFAULTS, date);
  else if (g_str_equal (what, "reprogrammed"))
    add (events, EVENT_REPROGRAMMED, date);
}

static GArray *
collect (JsonObject *journal)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (Event));
  JsonArray *seen = json_object_get_array_member (journal, "observations");
  JsonArray *steps = json_object_get_array_member (journal, "steps");

  for (guint i = 0; i < json_array_get_length (seen); i++)
    add_observation (events, palier_report_get_member (seen, i, "what"), palier_report_get_member (seen, i, "date"));
  for (guint i = 0; i < json_array_get_length (steps); i++)
    {
      const char *state = palier_report_get_member (steps, i, "state");

      if (g_str_equal (palier_report_get_member (steps, i, "id"), "confirm")
          && (g_str_equal (state, "done") || g_str_equal (state, "declared") || g_str_equal (state, "kept")))
        add (events, EVENT_CONFIRMED, palier_report_get_member (steps, i, "date"));
    }
  g_array_sort (events, compare);
  return events;
}

GPtrArray *
palier_report_read_gaps (JsonObject *journal)
{
  g_autoptr (GArray) events = collect (journal);
  GPtrArray *gaps = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_report_gap_free);
  PalierReportGap *open = NULL;
  gboolean bare = FALSE;

  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);
      gboolean ends = event->kind == EVENT_REPROGRAMMED || (event->kind == EVENT_CONFIRMED && !bare);

      if (event->kind == EVENT_DEFAULTS)
        bare = TRUE;
      else if (event->kind == EVENT_REPROGRAMMED)
        bare = FALSE;
      if (ends && open)
        {
          open->until = g_strdup (event->date);
          open = NULL;
        }
      else if (!ends && !open && event->kind != EVENT_CONFIRMED)
        {
          open = g_new0 (PalierReportGap, 1);
          open->since = g_strdup (event->date);
          g_ptr_array_add (gaps, open);
        }
    }
  return gaps;
}
