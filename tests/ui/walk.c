/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "walk.h"

#include "../remove-tree.h"
#include "language.h"
#include "recorder/device-info.h"
#include "session-recorder.h"

#define PATIENCE_S 120

void
walk_init (int *argc, char ***argv)
{
  palier_language_init ();
  adw_init ();
  g_test_init (argc, argv, NULL);
  g_set_prgname ("palier");
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);
}

static void
open_window (Walk *walk)
{
  g_autoptr (PalierDiscovery) discovery = palier_discovery_new ("lo", NULL);

  walk->session = palier_session_new (walk->practice, walk->clock, walk->folder);
  /* Nothing that a test sends leaves this machine. */
  palier_session_set_discovery (walk->session, discovery);
  walk->window = palier_window_new (GTK_APPLICATION (walk->application), walk->session);
  g_object_add_weak_pointer (G_OBJECT (walk->window), (gpointer *) &walk->window);
  gtk_window_present (GTK_WINDOW (walk->window));
  walk_settle ();
}

void
walk_begin (Walk *walk, const char *scenario)
{
  g_autoptr (GError) error = NULL;

  *walk = (Walk){ 0 };
  walk->folder = g_dir_make_tmp ("palier-ui-XXXXXX", &error);
  g_assert_no_error (error);
  walk->application = adw_application_new (PALIER_APP_ID, G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (walk->application), NULL, &error);
  g_assert_no_error (error);
  if (scenario != NULL)
    {
      walk->clock = palier_clock_new (0);
      walk->practice = palier_practice_new (scenario, walk->clock, 1, &error);
      g_assert_no_error (error);
      palier_practice_serve (walk->practice, 0, &error);
      g_assert_no_error (error);
    }
  open_window (walk);
}

static gboolean
is_gone (Walk *walk, gpointer data)
{
  gpointer *object = data;

  return *object == NULL;
}

static void
expect_gone (Walk *walk, gpointer object)
{
  gpointer weak = object;

  g_object_add_weak_pointer (object, &weak);
  g_object_unref (object);
  walk_until (walk, is_gone, &weak);
}

static void
close_window (Walk *walk)
{
  gpointer page = palier_window_get_page (walk->window);

  g_object_add_weak_pointer (page, &page);
  gtk_window_close (GTK_WINDOW (walk->window));
  walk_until (walk, is_gone, &walk->window);
  walk_until (walk, is_gone, &page);
}

void
walk_come_back (Walk *walk)
{
  gpointer job = palier_session_get_job (walk->session);

  if (job != NULL)
    g_object_add_weak_pointer (job, &job);
  close_window (walk);
  expect_gone (walk, walk->session);
  /* The worker lets go of the journal when it has seen that it is to stop. */
  walk_until (walk, is_gone, &job);
  open_window (walk);
}

void
walk_end (Walk *walk)
{
  /* The last page of some walks closes it by itself. */
  if (walk->window != NULL)
    close_window (walk);
  expect_gone (walk, walk->session);
  g_clear_object (&walk->practice);
  g_clear_pointer (&walk->clock, palier_clock_unref);
  g_application_quit (G_APPLICATION (walk->application));
  g_clear_object (&walk->application);
  remove_tree (walk->folder);
  g_free (walk->folder);
}

GtkWidget *
walk_visit (GtkWidget *from, WalkVisit visit, gpointer data)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_child_visible (from) || !gtk_widget_get_visible (from))
    return NULL;
  if (visit (from, data))
    return from;
  for (GtkWidget *child = gtk_widget_get_first_child (from); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = walk_visit (child, visit, data);
  return found;
}

static gboolean
has_id (GtkWidget *widget, gpointer id)
{
  return g_strcmp0 (gtk_buildable_get_buildable_id (GTK_BUILDABLE (widget)), id) == 0;
}

static gboolean
has_id_outside_pages (GtkWidget *widget, gpointer id)
{
  return has_id (widget, id) && gtk_widget_get_ancestor (widget, PALIER_TYPE_PAGE) == NULL;
}

/* While one page fades into another both are there: the one in front is meant. */
GtkWidget *
walk_find (Walk *walk, const char *id)
{
  GtkWidget *found = walk_visit (GTK_WIDGET (palier_window_get_page (walk->window)), has_id, (gpointer) id);

  return found != NULL ? found : walk_visit (GTK_WIDGET (walk->window), has_id_outside_pages, (gpointer) id);
}

GtkWidget *
walk_need (Walk *walk, const char *id)
{
  GtkWidget *widget = walk_find (walk, id);

  if (widget == NULL)
    g_error ("there is no “%s” on the page %s", id, palier_window_get_page_id (walk->window));
  return widget;
}

void
walk_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
out_of_patience_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

/* What is waited for may come about in another thread, without waking this one. */
static gboolean
heartbeat_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
walk_until (Walk *walk, WalkCondition condition, gpointer data)
{
  gboolean late = FALSE;
  guint timeout = g_timeout_add_seconds (PATIENCE_S, out_of_patience_cb, &late);
  guint heartbeat = g_timeout_add (20, heartbeat_cb, NULL);

  while (!late && !condition (walk, data))
    g_main_context_iteration (NULL, TRUE);
  if (late)
    {
      if (condition == is_gone)
        g_warning ("a %s is still held, %u times", G_OBJECT_TYPE_NAME (*(gpointer *) data),
                   (*(GObject **) data)->ref_count);
      g_error ("waited in vain on the page %s", walk->window != NULL ? palier_window_get_page_id (walk->window) : "–");
    }
  g_source_remove (heartbeat);
  g_source_remove (timeout);
}

static gboolean
is_at_page (Walk *walk, gpointer id)
{
  return g_strcmp0 (palier_window_get_page_id (walk->window), id) == 0;
}

void
walk_until_page (Walk *walk, const char *id)
{
  walk_until (walk, is_at_page, (gpointer) id);
  walk_settle ();
}

void
walk_click (Walk *walk, const char *id)
{
  GtkWidget *widget = walk_need (walk, id);

  if (!gtk_widget_is_sensitive (widget))
    g_error ("“%s” cannot be clicked on the page %s", id, palier_window_get_page_id (walk->window));
  /* A button that is activated by a key shows it for a quarter of a second first; a click does not wait. */
  if (GTK_IS_BUTTON (widget))
    g_signal_emit_by_name (widget, "clicked");
  else
    g_assert_true (gtk_widget_activate (widget));
  walk_settle ();
}

void
walk_type (Walk *walk, const char *id, const char *text)
{
  GtkWidget *field = walk_need (walk, id);
  GtkEditable *editable = GTK_EDITABLE (field);
  int position;

  g_assert_true (gtk_widget_grab_focus (field));
  gtk_editable_delete_text (editable, 0, -1);
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      position = -1;
      gtk_editable_insert_text (editable, at, (int) (g_utf8_next_char (at) - at), &position);
    }
  walk_settle ();
}

gboolean
walk_may_go_on (Walk *walk)
{
  return gtk_widget_is_sensitive (walk_need (walk, "forward"));
}

char *
walk_digits (Walk *walk)
{
  return palier_serial_last_four (palier_practice_get_serial (walk->practice));
}

void
walk_shot (Walk *walk, const char *name)
{
  const char *folder = g_getenv ("PALIER_SHOTS");
  g_autofree char *path = folder != NULL ? g_strdup_printf ("%s/%s.png", folder, name) : NULL;
  GtkWidget *widget = GTK_WIDGET (walk->window);
  g_autoptr (GdkPaintable) paintable = NULL;
  g_autoptr (GtkSnapshot) snapshot = NULL;
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  if (path == NULL)
    return;
  for (gint64 end = g_get_monotonic_time () + G_TIME_SPAN_SECOND; g_get_monotonic_time () < end;)
    g_main_context_iteration (NULL, FALSE);
  paintable = gtk_widget_paintable_new (widget);
  snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  /* Nothing to see while a new layout is under way. */
  if (node == NULL)
    return;
  texture = gsk_renderer_render_texture (gtk_native_get_renderer (GTK_NATIVE (widget)), node, NULL);
  g_assert_true (gdk_texture_save_to_png (texture, path));
}
