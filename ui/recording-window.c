/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "form.h"
#include "problem-box.h"
#include "recording-window.h"
#include "save-dialog.h"
#include <glib/gi18n.h>

#define TICK_MS 200

struct _PalierRecordingWindow
{
  AdwWindow parent_instance;

  PalierSession *session;
  PalierRecording *recording; /* NULL: still asking, or it failed */
  GCancellable *cancellable;
  guint tick;

  PalierProblemBox *problem;
  GtkLabel *text;
  GtkProgressBar *progress;
  GtkWidget *result;
  GtkLabel *summary;
  GtkTextView *view;
  GtkLabel *saved;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (PalierRecordingWindow, palier_recording_window, ADW_TYPE_WINDOW)

static gboolean
tick_cb (gpointer data)
{
  PalierRecordingWindow *self = data;

  gtk_progress_bar_set_fraction (self->progress, palier_session_get_recorded (self->session));
  return G_SOURCE_CONTINUE;
}

static void
show_recording (PalierRecordingWindow *self)
{
  g_autofree char *summary = palier_recording_dup_summary (self->recording);

  gtk_label_set_text (self->text, _("This is the whole text that would be saved. Read it through: names of people and "
                                    "places that no rule knows are yours to find, and the file can be edited."));
  palier_form_show_text (self->summary, summary);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), palier_recording_get_text (self->recording), -1);
  gtk_widget_set_visible (self->result, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PalierRecordingWindow) self = data;
  g_autoptr (GError) error = NULL;

  self->recording = palier_session_record_finish (PALIER_SESSION (source), result, &error);
  g_clear_handle_id (&self->tick, g_source_remove);
  /* Closed meanwhile: nobody is there to read it. */
  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  palier_problem_box_set_error (self->problem, error);
  if (self->recording != NULL)
    show_recording (self);
}

void
palier_recording_window_save (PalierRecordingWindow *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  gboolean done = palier_recording_save (self->recording, path, &error);
  g_autofree char *text = NULL;

  /* translators: %s is a path on this computer */
  text = done ? g_strdup_printf (_("Saved as %s."), path) : NULL;
  palier_form_show_text (self->saved, text);
  palier_problem_box_set_error (self->problem, error);
}

static void
chosen_cb (GtkWidget *self, const char *path)
{
  palier_recording_window_save (PALIER_RECORDING_WINDOW (self), path);
}

static void
save_cb (PalierRecordingWindow *self)
{
  const char *const patterns[] = { _("Recordings"), "*.txt", NULL };

  palier_save_dialog_run (GTK_WIDGET (self), _("Save what the recorder answered"), "recorder.txt", patterns, chosen_cb);
}

static gboolean
palier_recording_window_close_request (GtkWindow *window)
{
  g_cancellable_cancel (PALIER_RECORDING_WINDOW (window)->cancellable);
  return GTK_WINDOW_CLASS (palier_recording_window_parent_class)->close_request (window);
}

static void
palier_recording_window_dispose (GObject *object)
{
  PalierRecordingWindow *self = PALIER_RECORDING_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->tick, g_source_remove);
  g_clear_pointer (&self->recording, palier_recording_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (palier_recording_window_parent_class)->dispose (object);
}

static void
palier_recording_window_finalize (GObject *object)
{
  g_object_unref (PALIER_RECORDING_WINDOW (object)->cancellable);
  G_OBJECT_CLASS (palier_recording_window_parent_class)->finalize (object);
}

static void
palier_recording_window_class_init (PalierRecordingWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = palier_recording_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = palier_recording_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = palier_recording_window_close_request;
  g_type_ensure (PALIER_TYPE_PROBLEM_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/palier/Palier/recording-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PalierRecordingWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, PalierRecordingWindow, text);
  gtk_widget_class_bind_template_child (widget_class, PalierRecordingWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, PalierRecordingWindow, result);
  gtk_widget_class_bind_template_child (widget_class, PalierRecordingWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, PalierRecordingWindow, view);
  gtk_widget_class_bind_template_child (widget_class, PalierRecordingWindow, saved);
  gtk_widget_class_bind_template_child (widget_class, PalierRecordingWindow, save);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
palier_recording_window_init (PalierRecordingWindow *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("What the recorder answered"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Questions answered"), -1);
}

PalierRecordingWindow *
palier_recording_window_new (GtkWindow *parent, PalierSession *session)
{
  PalierRecordingWindow *self = g_object_new (PALIER_TYPE_RECORDING_WINDOW, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->tick = g_timeout_add (TICK_MS, tick_cb, self);
  palier_session_record (session, self->cancellable, recorded_cb, g_object_ref (self));
  return self;
}
