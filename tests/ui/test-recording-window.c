/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recording-window.h"
#include "walk.h"

#include <string.h>

/* "Save what the recorder answered…" in the main menu. */

static PalierRecordingWindow *
find_window (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (PALIER_IS_RECORDING_WINDOW (window))
        return PALIER_RECORDING_WINDOW (window);
    }
  return NULL;
}

static gboolean
has_id (GtkWidget *widget, gpointer id)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0;
}

static GtkWidget *
find (const char *id)
{
  PalierRecordingWindow *window = find_window ();

  return window != NULL ? walk_visit (GTK_WIDGET (window), has_id, (gpointer) id) : NULL;
}

static gboolean
is_there (Walk *walk, gpointer id)
{
  return find (id) != NULL;
}

static gboolean
is_idle (Walk *walk, gpointer data)
{
  return !palier_session_get_busy (walk->session);
}

static gboolean
may_record (Walk *walk)
{
  return palier_session_may_record (walk->session);
}

static void
begin (Walk *walk)
{
  walk_begin (walk, "v4.1.64");
  walk_agree (walk);
  g_assert_false (may_record (walk));
  walk_sign_in (walk);
  g_assert_true (may_record (walk));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (walk->window), "win.record", NULL));
  walk_settle ();
}

static char *
dup_text (void)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (find ("view")));
  char *text = NULL;

  g_object_get (buffer, "text", &text, NULL);
  return text;
}

static void
test_shown_whole_then_saved (void)
{
  g_autofree char *path = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *saved = NULL;
  g_autoptr (GError) error = NULL;
  Walk walk;

  begin (&walk);
  walk_until (&walk, is_there, (gpointer) "view");
  walk_settle ();
  shown = dup_text ();
  g_assert_nonnull (strstr (shown, "/ISAPI/System/deviceInfo"));
  /* Whose recorder it is stays here. */
  g_assert_null (strstr (shown, palier_practice_get_serial (walk.practice)));
  g_assert_null (strstr (shown, palier_practice_get_password (walk.practice)));

  path = g_build_filename (walk.folder, "recorder.txt", NULL);
  palier_recording_window_save (find_window (), path);
  g_assert_true (g_file_get_contents (path, &saved, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (saved, ==, shown);
  g_assert_nonnull (find ("saved"));
  g_assert_null (find ("problem"));
  gtk_window_close (GTK_WINDOW (find_window ()));
  walk_settle ();
  g_assert_null (find_window ());
  g_assert_true (may_record (&walk));
  walk_end (&walk);
}

static void
test_not_saved (void)
{
  Walk walk;

  begin (&walk);
  walk_until (&walk, is_there, (gpointer) "view");
  palier_recording_window_save (find_window (), "/nowhere/at/all.txt");
  g_assert_nonnull (find ("problem"));
  g_assert_null (find ("saved"));
  gtk_window_close (GTK_WINDOW (find_window ()));
  walk_end (&walk);
}

static void
test_closed_meanwhile (void)
{
  Walk walk;

  begin (&walk);
  g_assert_true (palier_session_get_busy (walk.session));
  gtk_window_close (GTK_WINDOW (find_window ()));
  walk_until (&walk, is_idle, NULL);
  walk_settle ();
  g_assert_null (find_window ());
  g_assert_true (may_record (&walk));
  walk_end (&walk);
}

int
main (int argc, char **argv)
{
  walk_init (&argc, &argv);
  g_test_add_func ("/ui/recording/shown whole, then saved as it is", test_shown_whole_then_saved);
  g_test_add_func ("/ui/recording/what could not be written is said", test_not_saved);
  g_test_add_func ("/ui/recording/closing it ends the asking", test_closed_meanwhile);
  return g_test_run ();
}
