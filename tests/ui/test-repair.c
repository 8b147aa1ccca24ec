/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "walk.h"
#include "window-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* The repair, at the real window: its disks while it runs, why it is asked for again, how its end is told. */

/* It breaks off half-way and the log calls that its end: recordings stay missing (P8). */
static const char half[]
  = "{\"note\":\"The repair ends half done.\",\"model\":\"DS-7716NI-I4/16P\","
    "\"serial\":\"DS-7716NI-I4/16P1620180304PRACTICE00007768WCVU\",\"mac\":\"02:00:00:00:77:68\","
    "\"version\":\"V4.1.64\",\"build\":\"190119\",\"realm\":\"7d0b3c5a91e24f6688d1c0aa\","
    "\"landings\":[{\"version\":\"V4.50.00\",\"build\":\"210802\"}],"
    "\"faults\":[{\"fault\":\"repair-stops\",\"at\":\"repair:50\",\"value\":\"Database repair stopped\"}]}";

typedef struct
{
  Walk *walk;
  guint rows; /* of disks, shown while it ran */
} Sight;

/* The page has heard of it before: it listens since it is there. */
static void
repair_cb (Sight *sight)
{
  GtkWidget *disks = walk_find (sight->walk, "disks");
  const PalierRepair *repair = palier_job_get_repair (palier_session_get_job (sight->walk->session));
  guint n = 0;

  if (repair->state != PALIER_REPAIR_RUNNING)
    return;
  while (disks != NULL && gtk_list_box_get_row_at_index (GTK_LIST_BOX (disks), (int) n) != NULL)
    n++;
  sight->rows = MAX (sight->rows, n);
}

static gboolean
is_visited (GtkWidget *widget, gpointer text)
{
  return GTK_IS_LABEL (widget) && strstr (gtk_label_get_text (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
says (Walk *walk, const char *text)
{
  return walk_visit (GTK_WIDGET (walk->window), is_visited, (gpointer) text) != NULL;
}

static gboolean
is_not_asked (Walk *walk, gpointer data)
{
  return palier_job_get_question (palier_session_get_job (walk->session)) == PALIER_QUESTION_NONE;
}

static gboolean
is_inactive (Walk *walk, gpointer data)
{
  return !gtk_window_is_active (GTK_WINDOW (walk->window));
}

/* The person does something else, in another window. */
static GtkWidget *
look_away (Walk *walk)
{
  GtkWidget *other = gtk_window_new ();

  gtk_window_present (GTK_WINDOW (other));
  walk_until (walk, is_inactive, NULL);
  return other;
}

static void
until_the_repair (Walk *walk, const char *scenario)
{
  walk_begin (walk, scenario);
  walk_agree (walk);
  walk_sign_in (walk);
  walk_click (walk, "forward");
  walk_copy (walk);
  walk_packages (walk);
  walk_until_page (walk, "start");
  walk_start (walk);
  walk_until_asked (walk, PALIER_QUESTION_REPAIR);
}

static const struct
{
  const char *says, *scenario, *why;
} broken_rows[] = {
  { "a restart in between", "repair-restart", "The recorder restarted during the repair" },
  { "it broke off by itself", "repair-stops", "The repair stopped before its end" },
};

static void
test_again (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (broken_rows); i++)
    {
      Walk walk;
      Sight sight = { .walk = &walk };

      g_test_message ("%s", broken_rows[i].says);
      until_the_repair (&walk, broken_rows[i].scenario);
      g_assert_false (says (&walk, broken_rows[i].why));
      g_signal_connect_swapped (palier_session_get_job (walk.session), "notify::repair", G_CALLBACK (repair_cb),
                                &sight);
      walk_click (&walk, "hand");
      walk_until (&walk, is_not_asked, NULL);
      walk_until_asked (&walk, PALIER_QUESTION_REPAIR);
      walk_shot (&walk, "8-work-repair-again");
      g_assert_true (says (&walk, broken_rows[i].why));
      g_assert_cmpuint (sight.rows, >, 1);
      walk_work (&walk);
      walk_end (&walk);
    }
}

/* What the wire tells about recordings that stay missing is on the page, not in the report alone. */
static void
test_still_missing (void)
{
  g_autofree char *folder = g_dir_make_tmp ("palier-repair-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "half.json", NULL);
  Walk walk;

  g_assert_true (g_file_set_contents (path, half, -1, NULL));
  until_the_repair (&walk, path);
  walk_work (&walk);
  walk_shot (&walk, "9-result-missing");
  g_assert_true (says (&walk, "Motion detection"));
  g_assert_true (says (&walk, "Technical support"));
  walk_end (&walk);
  g_remove (path);
  g_rmdir (folder);
}

/* Nothing was upgraded, and nobody is told so. */
static void
test_told (void)
{
  GtkWidget *other;
  Walk walk;

  walk_begin (&walk, "v4.50.00");
  walk_agree (&walk);
  walk_sign_in (&walk);
  walk_click (&walk, "forward");
  walk_until_page (&walk, "backup");
  walk_click (&walk, "second");
  walk_until_page (&walk, "care");
  walk_click (&walk, "repair");
  walk_until_page (&walk, "work");
  other = look_away (&walk);
  walk_work (&walk);
  g_assert_cmpstr (walk.window->called, ==, "The repair has ended");
  gtk_window_destroy (GTK_WINDOW (other));
  walk_end (&walk);
}

int
main (int argc, char **argv)
{
  walk_init (&argc, &argv);
  g_test_add_func ("/repair/its disks are shown, and why it is asked for again", test_again);
  g_test_add_func ("/repair/what is still missing is explained", test_still_missing);
  g_test_add_func ("/repair/its end is told as what it is", test_told);
  return g_test_run ();
}
