/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "walk.h"

void
walk_agree (Walk *walk)
{
  g_assert_false (walk_may_go_on (walk));
  walk_click (walk, "terms");
  walk_click (walk, "age");
  g_assert_false (walk_may_go_on (walk));
  walk_click (walk, "company_radio");
  g_assert_false (walk_may_go_on (walk));
  walk_type (walk, "company", "Vigie SARL");
  walk_shot (walk, "1-welcome");
  walk_click (walk, "forward");
  walk_until_page (walk, "recorder");
}

void
walk_choose (Walk *walk, int position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (walk_need (walk, "found")), position);

  g_assert_nonnull (row);
  adw_action_row_activate (ADW_ACTION_ROW (row));
  walk_settle ();
}

void
walk_sign_in (Walk *walk)
{
  walk_choose (walk, 0);
  walk_shot (walk, "2-recorder");
  walk_click (walk, "forward");
  walk_until_page (walk, "plan");
  walk_shot (walk, "3-plan");
}

static gboolean
is_copied (Walk *walk, gpointer data)
{
  return palier_session_backup_ready (walk->session) && walk_may_go_on (walk);
}

void
walk_copy (Walk *walk)
{
  walk_until_page (walk, "backup");
  walk_shot (walk, "4-backup");
  if (!is_copied (walk, NULL))
    {
      if (walk_find (walk, "key") != NULL)
        walk_type (walk, "key", "Palier-1234");
      walk_click (walk, "forward");
      walk_until (walk, is_copied, NULL);
    }
  walk_shot (walk, "4-backup-done");
  walk_click (walk, "forward");
}

static gboolean
is_ready (Walk *walk, gpointer data)
{
  return palier_session_packages_ready (walk->session) && walk_may_go_on (walk);
}

void
walk_packages (Walk *walk)
{
  walk_until_page (walk, "packages");
  walk_until (walk, is_ready, NULL);
  walk_shot (walk, "5-packages");
  walk_click (walk, "forward");
}

void
walk_default (Walk *walk)
{
  g_autofree char *digits = walk_digits (walk);

  walk_until_page (walk, "default");
  g_assert_false (walk_may_go_on (walk));
  walk_type (walk, "typed", digits);
  g_assert_false (walk_may_go_on (walk));
  walk_type (walk, "new_password", palier_practice_get_new_password (walk->practice));
  walk_type (walk, "new_again", "something-else-1");
  g_assert_false (walk_may_go_on (walk));
  walk_type (walk, "new_again", palier_practice_get_new_password (walk->practice));
  walk_shot (walk, "6-default");
  walk_click (walk, "forward");
}

void
walk_start (Walk *walk)
{
  g_autofree char *digits = walk_digits (walk);

  walk_until_page (walk, "start");
  g_assert_false (walk_may_go_on (walk));
  walk_type (walk, "typed", "0000");
  g_assert_false (walk_may_go_on (walk));
  walk_type (walk, "typed", digits);
  walk_shot (walk, "7-start");
  walk_click (walk, "forward");
}

static gboolean
is_asked_or_done (Walk *walk, gpointer data)
{
  PalierQuestion *answered = data;
  PalierQuestion question = palier_job_get_question (palier_session_get_job (walk->session));

  if (question != *answered)
    *answered = PALIER_QUESTION_NONE;
  return g_strcmp0 (palier_window_get_page_id (walk->window), "result") == 0
         || (question != PALIER_QUESTION_NONE && question != *answered && walk_find (walk, "question") != NULL);
}

static void
answer (Walk *walk, PalierQuestion question)
{
  walk_shot (walk, question == PALIER_QUESTION_REPAIR ? "8-work-repair" : "8-work-question");
  if (walk_find (walk, "hand") != NULL)
    walk_click (walk, "hand");
  if (question == PALIER_QUESTION_SIGN_IN || question == PALIER_QUESTION_NEW_PASSWORD)
    {
      GtkWidget *field = walk_need (walk, "password");

      gtk_editable_set_text (GTK_EDITABLE (field), palier_practice_get_new_password (walk->practice));
      walk_settle ();
    }
  /* What the recorder shows by itself needs no answer, and may have gone by now. */
  if (walk_find (walk, "yes") != NULL && question != PALIER_QUESTION_ACTIVATE)
    walk_click (walk, "yes");
}

static gboolean
is_asked (Walk *walk, gpointer question)
{
  return palier_job_get_question (palier_session_get_job (walk->session)) == *(PalierQuestion *) question;
}

void
walk_until_asked (Walk *walk, PalierQuestion question)
{
  walk_until (walk, is_asked, &question);
  walk_settle ();
}

void
walk_work (Walk *walk)
{
  PalierQuestion answered = PALIER_QUESTION_NONE;

  walk_shot (walk, "8-work");
  for (;;)
    {
      walk_until (walk, is_asked_or_done, &answered);
      if (g_strcmp0 (palier_window_get_page_id (walk->window), "result") == 0)
        break;
      answered = palier_job_get_question (palier_session_get_job (walk->session));
      answer (walk, answered);
    }
  walk_settle ();
  walk_shot (walk, "9-result");
}
