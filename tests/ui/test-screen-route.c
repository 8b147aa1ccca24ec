/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session-screen.h"
#include "walk.h"

/* A recorder without a network, from the first page to the last, by the practice recorder's own screen and hands. */

static void
declare (Walk *walk)
{
  walk_click (walk, "no_network");
  walk_until_page (walk, "screen");
  g_assert_false (walk_may_go_on (walk));
  walk_click (walk, "hand");
  walk_shot (walk, "screen-1-page");
  g_assert_true (walk_may_go_on (walk));
  walk_click (walk, "forward");
  walk_until_page (walk, "plan");
}

typedef struct
{
  const char *at; /* leave at this page */
  PalierQuestion question;
  PalierAct act;
  guint asked[PALIER_N_ACTS], read, sticks;
} Way;

static gboolean
is_box_ready (Walk *walk, gpointer data)
{
  const Way *way = data;
  GtkWidget *box = walk_find (walk, "screen_question");
  GtkWidget *yes = box != NULL ? walk_find (walk, "yes") : NULL;

  /* Its clock stands still unless somebody waits. */
  palier_clock_advance (walk->clock, 30);
  if (g_strcmp0 (palier_window_get_page_id (walk->window), way->at) != 0)
    return TRUE;
  if (g_strcmp0 (way->at, "backup") == 0 && palier_session_backup_ready (walk->session) && walk_may_go_on (walk))
    return TRUE;
  if (palier_job_get_question (palier_session_get_job (walk->session)) == PALIER_QUESTION_REPROGRAM)
    return walk_find (walk, "question") != NULL;
  return yes != NULL && gtk_widget_is_sensitive (walk_need (walk, "hand"));
}

static gboolean
is_answered (Walk *walk, gpointer data)
{
  PalierJob *job = palier_session_get_job (walk->session);
  const PalierAsked *asked = palier_job_get_asked (job);
  const Way *way = data;

  palier_clock_advance (walk->clock, 30);
  if (way->question == PALIER_QUESTION_REPROGRAM)
    return palier_job_get_question (job) != way->question;
  return palier_job_get_question (job) != way->question || (asked != NULL && asked->act != way->act)
         || (way->question == PALIER_QUESTION_READ_SCREEN && gtk_widget_is_sensitive (walk_need (walk, "yes")));
}

static void
shot (Walk *walk, const Way *way)
{
  g_autofree char *name = g_strdup_printf ("screen-%s-%d-%d", way->at, way->question, way->act);

  walk_shot (walk, name);
}

static void
answer (Walk *walk, Way *way)
{
  PalierJob *job = palier_session_get_job (walk->session);
  const PalierAsked *asked = palier_job_get_asked (job);

  way->question = palier_job_get_question (job);
  way->act = asked != NULL ? asked->act : PALIER_ACT_NONE;
  g_test_message ("%s: question %d, act %d", way->at, way->question, way->act);
  shot (walk, way);
  if (way->question == PALIER_QUESTION_REPROGRAM)
    {
      if (walk_find (walk, "hand") != NULL)
        walk_click (walk, "hand");
      walk_click (walk, "yes");
      walk_until (walk, is_answered, way);
      return;
    }
  way->asked[way->act]++;
  way->sticks += way->question == PALIER_QUESTION_STICK ? 1 : 0;
  way->read += way->question == PALIER_QUESTION_READ_SCREEN ? 1 : 0;
  walk_click (walk, "hand");
  walk_until (walk, is_answered, way);
  if (way->question == PALIER_QUESTION_READ_SCREEN && palier_job_get_question (job) == way->question)
    {
      walk_click (walk, "yes");
      walk_settle ();
    }
}

static void
answer_all (Walk *walk, Way *way, const char *page)
{
  way->at = page;
  for (;;)
    {
      walk_until (walk, is_box_ready, way);
      if (g_strcmp0 (palier_window_get_page_id (walk->window), page) != 0
          || (g_strcmp0 (page, "backup") == 0 && palier_session_backup_ready (walk->session)))
        return;
      answer (walk, way);
    }
}

static void
give_consents (Walk *walk, gboolean defaults)
{
  g_autofree char *digits = walk_digits (walk);

  if (defaults)
    {
      walk_until_page (walk, "default");
      g_assert_null (walk_find (walk, "new_password"));
      walk_type (walk, "typed", digits);
      walk_click (walk, "forward");
    }
  walk_start (walk);
}

typedef struct
{
  const char *sentence;
  const char *scenario;
  gboolean defaults;
  guint upgrades;
} Climb;

static const Climb climbs[] = {
  { "two landings with a default", "v3.4.70", TRUE, 2 },
  { "one landing", "v4.1.64", FALSE, 1 },
};

static gboolean
says_declared (GtkWidget *widget, gpointer data)
{
  return GTK_IS_LABEL (widget) && g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), data) == 0;
}

static void
test_climb (gconstpointer data)
{
  const Climb *climb = data;
  Way way = { 0 };
  PalierPracticeState state;
  GtkWidget *page;
  Walk walk;

  walk_begin (&walk, climb->scenario);
  walk_agree (&walk);
  declare (&walk);
  walk_shot (&walk, "screen-2-plan");
  walk_click (&walk, "forward");
  walk_until_page (&walk, "backup");
  g_assert_null (walk_find (&walk, "target_group"));
  walk_shot (&walk, "screen-3-backup");
  walk_click (&walk, "forward");
  answer_all (&walk, &way, "backup");
  g_assert_cmpuint (way.asked[PALIER_ACT_EXPORT], ==, 1);
  walk_click (&walk, "forward");
  walk_packages (&walk);
  give_consents (&walk, climb->defaults);
  answer_all (&walk, &way, "work");

  walk_until_page (&walk, "result");
  walk_shot (&walk, "screen-9-result");
  g_assert_cmpuint (way.asked[PALIER_ACT_UPGRADE], ==, climb->upgrades);
  g_assert_cmpuint (way.asked[PALIER_ACT_DEFAULT], ==, climb->defaults ? 1 : 0);
  g_assert_cmpuint (way.read, >=, climb->upgrades);
  g_assert_cmpuint (way.sticks, >=, 1);
  palier_practice_get_state (walk.practice, &state);
  g_assert_false (state.broken);
  g_assert_true (g_str_has_prefix (state.version, "V4.50.00"));
  page = GTK_WIDGET (palier_window_get_page (walk.window));
  g_assert_nonnull (walk_visit (page, says_declared, (gpointer) "Declared"));
  walk_end (&walk);
}

/* A repair is followed over the network, so it is not on offer without one. */
static void
test_nothing_to_climb (void)
{
  Walk walk;

  walk_begin (&walk, "v4.50.00");
  walk_agree (&walk);
  declare (&walk);
  walk_click (&walk, "forward");
  walk_until_page (&walk, "backup");
  walk_click (&walk, "second");
  walk_until_page (&walk, "care");
  walk_shot (&walk, "screen-care");
  g_assert_null (walk_find (&walk, "repair"));
  palier_session_start_repair (walk.session);
  g_assert_false (palier_session_is_running (walk.session));
  walk_end (&walk);
}

int
main (int argc, char **argv)
{
  walk_init (&argc, &argv);
  for (guint i = 0; i < G_N_ELEMENTS (climbs); i++)
    {
      g_autofree char *path = g_strdup_printf ("/ui/screen/%s", climbs[i].sentence);

      g_test_add_data_func (path, &climbs[i], test_climb);
    }
  g_test_add_func ("/ui/screen/nothing to climb, and no repair to follow", test_nothing_to_climb);
  return g_test_run ();
}
