/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session-private.h"

/* A recorder without a password yet: what is known of that, and the look whether somebody activates it at its own
 * screen. */
#define LOOK_EVERY 5 /* seconds: the smallest pause that a recorder is given */
#define ADMINISTRATOR "admin" /* the only user of an inactive recorder */

gboolean
palier_session_is_inactive (PalierSession *self)
{
  return self->inactive;
}

void
palier_session_set_inactive (PalierSession *self, gboolean inactive)
{
  if (self->inactive == inactive)
    return;
  self->inactive = inactive;
  if (inactive)
    g_object_set (self, "user", ADMINISTRATOR, NULL);
  else
    palier_session_watch_activation (self, FALSE);
  palier_session_notify (self, "inactive");
}

typedef struct
{
  PalierWay *way;
  PalierClock *clock;
  gboolean was_inactive;
} Watch;

static gboolean
is_active (Watch *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (PalierConnection) connection = palier_way_open (self->way, cancellable, error);
  PalierActivateStatus status = { 0 };

  if (connection == NULL || !palier_activate_status_read (connection, &status, cancellable, error))
    return FALSE;
  self->was_inactive |= !status.activated;
  return status.activated;
}

/* Until it says that it is active; silence meanwhile is a recorder that restarts, or a cable. */
static gboolean
watch (Watch *self, GCancellable *cancellable, GError **error)
{
  do
    {
      g_autoptr (GError) local = NULL;

      if (is_active (self, cancellable, &local))
        return TRUE;
      if (g_error_matches (local, PALIER_ERROR, PALIER_ERROR_CERTIFICATE)
          || g_error_matches (local, PALIER_ERROR, PALIER_ERROR_USAGE))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  while (palier_clock_wait (self->clock, LOOK_EVERY, cancellable, error));
  return FALSE;
}

static void
watch_free (Watch *self)
{
  palier_way_free (self->way);
  palier_clock_unref (self->clock);
  g_free (self);
}

static void
watch_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;

  if (watch (data, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
watched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PalierSession *self = PALIER_SESSION (source);
  Watch *watched = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;

  /* Another watch may have begun since, or none is wanted any more. */
  if (self->watching != g_task_get_cancellable (G_TASK (result)))
    return;
  self->was_inactive |= watched->was_inactive;
  if (watched->way->approach != NULL)
    palier_session_take_approach (self, g_steal_pointer (&watched->way->approach));
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      palier_session_set_inactive (self, FALSE);
      return;
    }
  palier_session_watch_activation (self, FALSE);
  palier_session_take_problem (self, error);
}

static void
start_watch (PalierSession *self)
{
  g_autoptr (GTask) task = NULL;
  Watch *watched = g_new0 (Watch, 1);

  watched->way = palier_session_new_way (self);
  watched->clock = palier_clock_ref (self->clock);
  self->watching = g_cancellable_new ();
  task = g_task_new (self, self->watching, watched_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, watched, (GDestroyNotify) watch_free);
  g_task_run_in_thread (task, watch_thread);
}

void
palier_session_watch_activation (PalierSession *self, gboolean watching)
{
  if (watching == (self->watching != NULL))
    return;
  if (watching)
    {
      start_watch (self);
    }
  else
    {
      g_cancellable_cancel (self->watching);
      g_clear_object (&self->watching);
    }
  palier_session_notify (self, "watching");
}

void
palier_session_watch_elsewhere (PalierSession *self)
{
  if (self->watching == NULL)
    return;
  palier_session_watch_activation (self, FALSE);
  palier_session_watch_activation (self, TRUE);
}

gboolean
palier_session_is_watching (PalierSession *self)
{
  return self->watching != NULL;
}

void
palier_session_activated (PalierSession *self)
{
  PalierSecret *secret = self->passwords[PALIER_PASSWORD_NEW];

  if (secret != NULL)
    palier_session_set_password (self, PALIER_PASSWORD_SIGN_IN, palier_secret_peek (secret));
  palier_session_set_password (self, PALIER_PASSWORD_NEW, NULL);
  palier_session_set_password (self, PALIER_PASSWORD_NEW_AGAIN, NULL);
  palier_session_set_inactive (self, FALSE);
}
