/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session-private.h"
#include "session-recording.h"

gboolean
palier_session_may_record (PalierSession *self)
{
  return self->connection != NULL && !self->busy && !palier_session_is_running (self);
}

/* In the worker. */
static void
progress_cb (guint done, guint total, gpointer data)
{
  PalierSession *self = data;

  g_atomic_int_set (&self->recorded_permille, total > 0 ? (gint) (1000 * done / total) : 0);
}

double
palier_session_get_recorded (PalierSession *self)
{
  return g_atomic_int_get (&self->recorded_permille) / 1000.0;
}

static void
record_thread (GTask *task, gpointer source, gpointer connection, GCancellable *cancellable)
{
  GError *error = NULL;
  PalierRecording *recording = palier_recording_take (connection, progress_cb, source, cancellable, &error);

  if (recording != NULL)
    g_task_return_pointer (task, recording, (GDestroyNotify) palier_recording_free);
  else
    g_task_return_error (task, error);
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer outer)
{
  PalierSession *self = PALIER_SESSION (source);
  g_autoptr (GTask) task = outer;
  GError *error = NULL;
  PalierRecording *recording = g_task_propagate_pointer (G_TASK (result), &error);

  palier_session_set_busy (self, FALSE);
  if (recording != NULL)
    g_task_return_pointer (task, recording, (GDestroyNotify) palier_recording_free);
  else
    g_task_return_error (task, error);
}

void
palier_session_record (PalierSession *self, GCancellable *cancellable, GAsyncReadyCallback callback, gpointer data)
{
  GTask *outer = g_task_new (self, cancellable, callback, data);
  g_autoptr (GTask) task = g_task_new (self, cancellable, recorded_cb, outer);

  g_return_if_fail (palier_session_may_record (self));
  g_task_set_check_cancellable (outer, FALSE);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, g_object_ref (self->connection), g_object_unref);
  g_atomic_int_set (&self->recorded_permille, 0);
  palier_session_set_busy (self, TRUE);
  g_task_run_in_thread (task, record_thread);
}

PalierRecording *
palier_session_record_finish (PalierSession *self, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
