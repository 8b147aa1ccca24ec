/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "language.h"
#include "session-recorder.h"
#include "walk.h"

static const char *
get_title (Walk *walk)
{
  return palier_page_get_heading (palier_window_get_page (walk->window));
}

static guint
count_changes (Walk *walk)
{
  PalierPracticeState state;

  palier_practice_get_state (walk->practice, &state);
  return state.n_changes;
}

typedef struct
{
  const char *sentence;
  const char *scenario;
  gboolean defaults;
  const char *title; /* of the result page */
} Climb;

static const Climb climbs[] = {
  { "two landings with a default", "v3.4.70", TRUE, "At V4.50.00" },
  { "a default and one landing", "v3.4.92", TRUE, "At V4.50.00" },
  { "one landing, no default", "v4.1.64", FALSE, "At V4.50.00" },
  { "one landing, no repair", "v4.22.005", FALSE, "At V4.50.00" },
};

static void
test_climb (gconstpointer data)
{
  const Climb *climb = data;
  PalierPracticeState state;
  Walk walk;

  walk_begin (&walk, climb->scenario);
  walk_agree (&walk);
  walk_sign_in (&walk);
  g_assert_cmpuint (count_changes (&walk), ==, 0);
  walk_click (&walk, "forward");
  walk_copy (&walk);
  walk_packages (&walk);
  if (climb->defaults)
    walk_default (&walk);
  walk_until_page (&walk, "start");
  g_assert_cmpuint (count_changes (&walk), ==, 0);
  walk_start (&walk);
  walk_work (&walk);

  g_assert_cmpstr (get_title (&walk), ==, climb->title);
  g_assert_null (walk_find (&walk, "problem"));
  palier_practice_get_state (walk.practice, &state);
  g_assert_false (state.broken);
  g_assert_true (state.active);
  g_assert_false (state.repair_wanted);
  g_assert_true (g_str_has_prefix (state.version, "V4.50.00"));
  walk_end (&walk);
}

typedef struct
{
  const char *sentence;
  const char *scenario;
  const char *title;
  gboolean may_go_on; /* to a copy, when there is nothing to climb */
} Verdict;

static const Verdict verdicts[] = {
  { "nothing to climb: a copy is on offer", "v4.50.00", "Nothing to climb", TRUE },
  { "newer than the last landing: the same", "v4.61.030", "Nothing to climb", TRUE },
  { "a model that is not listed is sent nothing", "k2", "Palier sends nothing to this recorder", FALSE },
  { "an iDS (B) is not its sister", "ids-b", "Palier sends nothing to this recorder", FALSE },
  { "an unreadable version stops everything", "unreadable", "Palier sends nothing to this recorder", FALSE },
};

static void
test_verdict (gconstpointer data)
{
  const Verdict *verdict = data;
  Walk walk;

  walk_begin (&walk, verdict->scenario);
  walk_agree (&walk);
  walk_sign_in (&walk);
  g_assert_cmpstr (get_title (&walk), ==, verdict->title);
  g_assert_true ((walk_find (&walk, "forward") != NULL) == verdict->may_go_on);
  if (verdict->may_go_on)
    {
      walk_click (&walk, "forward");
      walk_copy (&walk);
    }
  g_assert_cmpuint (count_changes (&walk), ==, 0);
  walk_end (&walk);
}

/* Closed while the repair waits to be started, and gone on with another day. */
static void
test_another_day (void)
{
  GtkWidget *row;
  Walk walk;

  walk_begin (&walk, "v4.1.64");
  walk_agree (&walk);
  walk_sign_in (&walk);
  walk_click (&walk, "forward");
  walk_copy (&walk);
  walk_packages (&walk);
  walk_start (&walk);
  walk_until_asked (&walk, PALIER_QUESTION_REPAIR);
  walk_come_back (&walk);

  row = GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (walk_need (&walk, "unfinished")), 0));
  adw_action_row_activate (ADW_ACTION_ROW (row));
  walk_until_page (&walk, "recorder");
  walk_click (&walk, "forward");
  walk_until_page (&walk, "plan");
  walk_click (&walk, "forward");
  walk_until_page (&walk, "start");
  walk_click (&walk, "forward");
  walk_work (&walk);
  g_assert_cmpstr (get_title (&walk), ==, "At V4.50.00");
  walk_end (&walk);
}

static gboolean
is_aside (GtkWidget *widget, gpointer data)
{
  return g_strcmp0 (gtk_widget_get_name (widget), "aside") == 0;
}

/* Nobody is left with a run that leads nowhere. */
static void
test_set_aside (void)
{
  g_autoptr (GPtrArray) left = NULL;
  GtkWidget *button;
  Walk walk;

  walk_begin (&walk, "v4.1.64");
  walk_agree (&walk);
  walk_sign_in (&walk);
  walk_click (&walk, "forward");
  walk_copy (&walk);
  walk_come_back (&walk);

  walk_shot (&walk, "welcome-unfinished");
  button = walk_visit (walk_need (&walk, "unfinished"), is_aside, NULL);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  walk_settle ();
  g_assert_null (walk_find (&walk, "unfinished"));
  left = palier_session_list_unfinished (walk.session);
  g_assert_cmpuint (left->len, ==, 0);
  walk_end (&walk);
}

static void
close_when_guarded_cb (PalierRunner *runner, GParamSpec *pspec, Walk *walk)
{
  if (walk->guarded || palier_runner_may_close (runner))
    return;
  walk->guarded = TRUE;
  gtk_window_close (GTK_WINDOW (walk->window));
  g_assert_nonnull (walk->window);
  g_assert_true (gtk_revealer_get_reveal_child (GTK_REVEALER (walk_need (walk, "refusal"))));
}

static void
watch_runner_cb (PalierSession *session, GParamSpec *pspec, Walk *walk)
{
  if (palier_session_is_running (session))
    g_signal_connect (palier_session_get_runner (session), "notify::fraction", G_CALLBACK (close_when_guarded_cb), walk);
}

static void
test_stays_open (void)
{
  Walk walk;

  walk_begin (&walk, "v4.22.005");
  walk_agree (&walk);
  walk_sign_in (&walk);
  walk_click (&walk, "forward");
  walk_copy (&walk);
  walk_packages (&walk);
  g_signal_connect (walk.session, "notify::runner", G_CALLBACK (watch_runner_cb), &walk);
  walk_start (&walk);
  walk_work (&walk);
  g_assert_true (walk.guarded);
  walk_end (&walk);
}

static void
test_decline (void)
{
  Walk walk;

  walk_begin (&walk, NULL);
  walk_click (&walk, "second");
  g_assert_cmpstr (get_title (&walk), ==, "You have declined");
  g_assert_null (walk_find (&walk, "terms"));
  walk_click (&walk, "second");
  g_assert_nonnull (walk_find (&walk, "terms"));
  walk_end (&walk);
}

static gboolean
has_problem (Walk *walk, gpointer data)
{
  return walk_find (walk, "problem") != NULL;
}

static void
test_wrong_password (void)
{
  Walk walk;

  walk_begin (&walk, "v4.1.64");
  walk_agree (&walk);
  walk_type (&walk, "address", palier_practice_get_address (walk.practice));
  g_assert_false (walk_may_go_on (&walk));
  walk_type (&walk, "password", "not-the-one-1");
  walk_click (&walk, "forward");
  walk_until (&walk, has_problem, NULL);
  g_assert_cmpstr (palier_window_get_page_id (walk.window), ==, "recorder");
  walk_shot (&walk, "2-recorder-wrong");
  walk_sign_in (&walk);
  walk_end (&walk);
}

static gboolean
is_refused (Walk *walk, gpointer data)
{
  return !palier_session_get_busy (walk->session) && palier_session_get_problem (walk->session) != NULL;
}

static void
test_locked (void)
{
  Walk walk;

  walk_begin (&walk, "v4.1.64");
  walk_agree (&walk);
  walk_type (&walk, "address", palier_practice_get_address (walk.practice));
  do
    {
      walk_type (&walk, "password", "not-the-one-1");
      walk_click (&walk, "forward");
      walk_until (&walk, is_refused, NULL);
    }
  while (!g_error_matches (palier_session_get_problem (walk.session), PALIER_ERROR, PALIER_ERROR_LOCKED));
  walk_settle ();
  walk_shot (&walk, "2-recorder-locked");
  walk_type (&walk, "password", "another-one-1");
  g_assert_false (walk_may_go_on (&walk));
  /* It is that recorder's wait, and no other's. */
  walk_type (&walk, "address", "127.0.0.3");
  g_assert_true (walk_may_go_on (&walk));
  walk_end (&walk);
}

static void
test_back_is_free (void)
{
  Walk walk;

  walk_begin (&walk, "v4.1.64");
  walk_agree (&walk);
  walk_sign_in (&walk);
  walk_click (&walk, "back");
  g_assert_cmpstr (palier_window_get_page_id (walk.window), ==, "recorder");
  walk_click (&walk, "back");
  g_assert_cmpstr (palier_window_get_page_id (walk.window), ==, "welcome");
  g_assert_true (gtk_check_button_get_active (GTK_CHECK_BUTTON (walk_need (&walk, "terms"))));
  g_assert_null (walk_find (&walk, "back"));
  g_assert_cmpuint (count_changes (&walk), ==, 0);
  walk_end (&walk);
}

/* The switch keeps the page and everything that was typed. */
static void
test_language_keeps_input (void)
{
  Walk walk;

  walk_begin (&walk, "v4.1.64");
  walk_agree (&walk);
  walk_type (&walk, "address", "127.0.0.7");
  walk_type (&walk, "password", "half-typed");
  gtk_widget_activate_action (GTK_WIDGET (walk.window), "win.language", NULL);
  walk_settle ();
  g_assert_cmpstr (palier_language_get (), ==, "fr");
  g_assert_cmpstr (palier_window_get_page_id (walk.window), ==, "recorder");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (walk_need (&walk, "address"))), ==, "127.0.0.7");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (walk_need (&walk, "password"))), ==, "half-typed");
  walk_click (&walk, "back");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (walk_need (&walk, "company"))), ==, "Vigie SARL");
  gtk_widget_activate_action (GTK_WIDGET (walk.window), "win.language", NULL);
  walk_settle ();
  g_assert_cmpstr (palier_language_get (), ==, "en");
  walk_end (&walk);
}

int
main (int argc, char **argv)
{
  walk_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (climbs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/climb/%s", climbs[i].sentence);

      g_test_add_data_func (path, &climbs[i], test_climb);
    }
  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/verdict/%s", verdicts[i].sentence);

      g_test_add_data_func (path, &verdicts[i], test_verdict);
    }
  g_test_add_func ("/ui/a run is gone on with another day", test_another_day);
  g_test_add_func ("/ui/a run that leads nowhere is set aside", test_set_aside);
  g_test_add_func ("/ui/the window stays open while nothing may be interrupted", test_stays_open);
  g_test_add_func ("/ui/declining changes nothing and can be taken back", test_decline);
  g_test_add_func ("/ui/a wrong password is said in place, and tried once", test_wrong_password);
  g_test_add_func ("/ui/a locked recorder is not tried while it is locked", test_locked);
  g_test_add_func ("/ui/back is free until the start", test_back_is_free);
  g_test_add_func ("/ui/the other language loses no input", test_language_keeps_input);
  return g_test_run ();
}
