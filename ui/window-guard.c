/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-private.h"
#include <glib/gi18n.h>

static GtkApplication *
get_application (PalierWindow *self)
{
  return gtk_window_get_application (GTK_WINDOW (self));
}

static void
tell (PalierWindow *self, const char *title, const char *body)
{
  g_autoptr (GNotification) notification = NULL;

  if (get_application (self) == NULL || gtk_window_is_active (GTK_WINDOW (self)))
    return;
  self->called = title;
  /* Without a session bus there is nobody to show it. */
  if (g_application_get_dbus_connection (G_APPLICATION (get_application (self))) == NULL)
    return;
  notification = g_notification_new (title);
  g_notification_set_body (notification, body);
  g_notification_set_default_action (notification, "app.raise");
  g_application_send_notification (G_APPLICATION (get_application (self)), "run", notification);
}

static void
question_cb (PalierWindow *self)
{
  PalierJob *job = palier_session_get_job (self->session);
  PalierQuestion question = job != NULL ? palier_job_get_question (job) : PALIER_QUESTION_NONE;

  if (question != PALIER_QUESTION_NONE && question != self->told)
    tell (self, _("Palier needs you"), _("The recorder waits for you. Open Palier to see what for."));
  self->told = question;
}

static void
set_inhibited (PalierWindow *self, gboolean inhibited)
{
  GtkApplication *application = get_application (self);

  if (application == NULL || inhibited == (self->inhibited != 0))
    return;
  if (!inhibited)
    {
      gtk_application_uninhibit (application, self->inhibited);
      self->inhibited = 0;
      return;
    }
  self->inhibited = gtk_application_inhibit (application, GTK_WINDOW (self),
                                             GTK_APPLICATION_INHIBIT_SUSPEND | GTK_APPLICATION_INHIBIT_LOGOUT,
                                             _("A recorder is being upgraded or repaired"));
}

/* A run that only repairs, or that goes on the next day with nothing but that left, has upgraded nothing. */
static gboolean
climbs (PalierRunner *runner)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (runner)); i++)
    {
      g_autoptr (PalierStepItem) item = g_list_model_get_item (G_LIST_MODEL (runner), i);

      if (palier_step_item_get_landing (item) >= 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_put_off (PalierRunner *runner)
{
  return palier_journal_has_consent (palier_job_get_journal (palier_runner_get_job (runner)), "skip-repair");
}

static void
tell_end (PalierWindow *self)
{
  PalierRunner *runner = palier_session_get_runner (self->session);
  PalierRunState state = runner != NULL ? palier_runner_get_state (runner) : PALIER_RUN_IDLE;

  if (state == PALIER_RUN_DONE && !climbs (runner) && is_put_off (runner))
    return;
  if (state == PALIER_RUN_DONE && !climbs (runner))
    tell (self, _("The repair has ended"), _("Open Palier to see which recordings are found again."));
  else if ((state == PALIER_RUN_FAILED || state == PALIER_RUN_STOPPED) && !climbs (runner))
    tell (self, _("The repair has stopped"), _("Open Palier to see why, and what to do now."));
  else if (state == PALIER_RUN_DONE)
    tell (self, _("The recorder is upgraded"), _("Open Palier to see what was proved."));
  else if (state == PALIER_RUN_FAILED || state == PALIER_RUN_STOPPED)
    tell (self, _("The upgrade has stopped"), _("Open Palier to see why, and what to do now."));
}

static void
run_changed_cb (PalierWindow *self)
{
  gboolean running = palier_session_is_running (self->session);

  set_inhibited (self, running);
  if (!running)
    {
      gtk_revealer_set_reveal_child (self->refusal, FALSE);
      tell_end (self);
    }
  palier_window_update_buttons (self);
}

static void
job_cb (PalierWindow *self)
{
  PalierJob *job = palier_session_get_job (self->session);

  if (job != NULL)
    g_signal_connect_object (job, "notify::question", G_CALLBACK (question_cb), self, G_CONNECT_SWAPPED);
}

void
palier_window_watch_run (PalierWindow *self)
{
  g_signal_connect_object (self->session, "notify::job", G_CALLBACK (job_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::runner", G_CALLBACK (run_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::backup-runner", G_CALLBACK (run_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

void
palier_window_unwatch_run (PalierWindow *self)
{
  set_inhibited (self, FALSE);
}

gboolean
palier_window_refuse_close (PalierWindow *self)
{
  if (palier_session_may_close (self->session))
    return FALSE;
  gtk_label_set_text (self->refusal_label,
                      _("The window stays open: the recorder is being changed right now, and an interruption could end "
                        "it for good. You can leave the room; keep this computer and the recorder powered."));
  gtk_revealer_set_reveal_child (self->refusal, TRUE);
  return TRUE;
}
