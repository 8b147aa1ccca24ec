/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "found-box.h"
#include "found-list.h"

#include <time.h>

/* Hundreds of recorders on the recorder page: the window is never held up by them. */

/* Of this thread alone: however busy the machine is, and whoever else works in it. */
static gint64
get_worked_us (void)
{
  struct timespec worked;

  g_assert_cmpint (clock_gettime (CLOCK_THREAD_CPUTIME_ID, &worked), ==, 0);
  return worked.tv_sec * G_USEC_PER_SEC + worked.tv_nsec / 1000;
}

/* No turn of the main loop makes more than a few rows; nor did the one that has just brought more. */
static void
grow (Walk *walk, guint before, guint wanted)
{
  gint64 longest = 0;

  g_assert_cmpuint (found_list_count (walk) - before, <=, PALIER_FOUND_BOX_ROWS_A_FRAME);
  while (before < wanted)
    {
      gint64 start = get_worked_us ();
      guint now;

      g_main_context_iteration (NULL, FALSE);
      longest = MAX (longest, get_worked_us () - start);
      now = found_list_count (walk);
      g_assert_cmpuint (now, >=, before);
      g_assert_cmpuint (now - before, <=, PALIER_FOUND_BOX_ROWS_A_FRAME);
      before = now;
    }
  g_assert_cmpuint (before, ==, wanted);
  g_test_message ("the longest turn worked for %d ms", (int) (longest / 1000));
}

static void
search (Walk *walk, const char *text)
{
  gint64 start = get_worked_us ();

  gtk_editable_set_text (GTK_EDITABLE (walk_need (walk, "search")), text);
  g_signal_emit_by_name (walk_need (walk, "search"), "search-changed");
  g_test_message ("the search for “%s” worked for %d ms", text, (int) ((get_worked_us () - start) / 1000));
}

/* On a clock that stands still: however long it takes, none falls silent by itself. */
static void
begin_flood (Walk *walk, PalierClock *clock)
{
  g_autoptr (PalierDiscovery) discovery = palier_discovery_new ("lo", clock);

  walk_begin (walk, "v3.4.70");
  palier_session_set_discovery (walk->session, discovery);
  walk_agree (walk);
  for (guint n = 0; n < 250; n++)
    found_list_take (walk, n, FOUND_LIST_OURS);
  palier_discovery_flush (discovery);
  grow (walk, 1, 251);
}

static void
test_flood (void)
{
  g_autoptr (PalierClock) clock = palier_clock_new (0);
  Walk walk;

  begin_flood (&walk, clock);
  walk_shot (&walk, "recorder-4-many");
  walk_choose (&walk, 200);
  search (&walk, "00000123");
  walk_settle ();
  g_assert_cmpuint (found_list_count (&walk), ==, 2);
  g_assert_cmpstr (found_list_get_title (&walk, 1), ==, "DS-7716NI-I4/16P · serial …0123");
  search (&walk, "");
  grow (&walk, 2, 251);
  walk_end (&walk);
}

/* The rows of all others stay as they are: none is made anew. */
static void
test_some_fall_silent (void)
{
  g_autoptr (PalierClock) clock = palier_clock_new (0);
  GtkListBoxRow *first, *last;
  Walk walk;

  begin_flood (&walk, clock);
  first = GTK_LIST_BOX_ROW (found_list_get_row (&walk, 1));
  last = GTK_LIST_BOX_ROW (found_list_get_row (&walk, 250));
  palier_clock_advance (clock, PALIER_DISCOVERY_FORGET_AFTER + 1);
  for (guint n = 0; n < 250; n++)
    if (n != 40 && n != 41 && n != 100)
      found_list_take (&walk, n, FOUND_LIST_OURS);
  palier_discovery_flush (found_list_get_discovery (&walk));
  g_assert_cmpuint (found_list_count (&walk), ==, 248);
  g_assert_true (GTK_LIST_BOX_ROW (found_list_get_row (&walk, 1)) == first);
  g_assert_true (GTK_LIST_BOX_ROW (found_list_get_row (&walk, 247)) == last);
  walk_end (&walk);
}

int
main (int argc, char **argv)
{
  walk_init (&argc, &argv);
  g_test_add_func ("/ui/many/hundreds do not hold a frame up", test_flood);
  g_test_add_func ("/ui/many/of hundreds, some that fall silent leave the rows of the others", test_some_fall_silent);
  return g_test_run ();
}
