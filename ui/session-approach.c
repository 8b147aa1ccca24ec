/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session-private.h"

/* How the recorder that is entered is reached: over HTTPS with which certificate, or plainly. Looked at without a
 * request and without a password, and again by each attempt. */
#define HTTPS_PORT 443

PalierWay *
palier_session_new_way (PalierSession *self)
{
  const PalierProbe *probe = self->chosen != NULL ? palier_found_get_probe (self->chosen) : NULL;
  PalierWay *way = g_new0 (PalierWay, 1);

  way->pins = self->pins;
  /* Known already: its scheme spares the search for an open port. */
  way->address = self->approach != NULL ? g_strdup (self->approach->address)
                                         : palier_session_dup_string (self, "address");
  way->serial = probe != NULL ? g_strdup (probe->serial) : NULL;
  /* The port that the search tells is the one of plain HTTP. */
  way->https_port = probe != NULL && self->approach == NULL ? HTTPS_PORT : 0;
  return way;
}

void
palier_way_free (PalierWay *way)
{
  g_free (way->address);
  g_free (way->serial);
  g_clear_pointer (&way->approach, palier_approach_free);
  g_free (way);
}

static gboolean
look (PalierWay *way, GCancellable *cancellable, GError **error)
{
  const PalierApproachQuery query
      = { .address = way->address, .serial = way->serial, .https_port = way->https_port };

  g_clear_pointer (&way->approach, palier_approach_free);
  way->approach = palier_approach (way->pins, &query, cancellable, error);
  return way->approach != NULL;
}

PalierConnection *
palier_way_open (PalierWay *way, GCancellable *cancellable, GError **error)
{
  return look (way, cancellable, error) ? palier_approach_connect (way->approach, error) : NULL;
}

const PalierApproach *
palier_session_get_approach (PalierSession *self)
{
  return self->approach;
}

gboolean
palier_session_is_certificate_open (PalierSession *self)
{
  return self->approach != NULL
         && (self->approach->pin == PALIER_PIN_NEW || self->approach->pin == PALIER_PIN_CHANGED);
}

void
palier_session_take_approach (PalierSession *self, PalierApproach *approach)
{
  g_clear_pointer (&self->approach, palier_approach_free);
  self->approach = approach;
  palier_session_notify (self, "approach");
}

void
palier_session_forget_approach (PalierSession *self)
{
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (self->approach != NULL)
    palier_session_take_approach (self, NULL);
}

static void
look_thread (GTask *task, gpointer source, gpointer way, GCancellable *cancellable)
{
  g_task_return_boolean (task, look (way, cancellable, NULL));
}

/* Silence is no problem yet: nobody has asked to sign in. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PalierSession *self = PALIER_SESSION (source);
  PalierWay *way = g_task_get_task_data (G_TASK (result));

  if (self->looking != g_task_get_cancellable (G_TASK (result)))
    return;
  g_clear_object (&self->looking);
  if (g_task_propagate_boolean (G_TASK (result), NULL))
    palier_session_take_approach (self, g_steal_pointer (&way->approach));
}

void
palier_session_look (PalierSession *self)
{
  g_autofree char *address = palier_session_dup_string (self, "address");
  g_autoptr (GTask) task = NULL;

  if (*address == '\0' || self->busy || self->approach != NULL || self->looking != NULL)
    return;
  self->looking = g_cancellable_new ();
  task = g_task_new (self, self->looking, looked_cb, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, palier_session_new_way (self), (GDestroyNotify) palier_way_free);
  g_task_run_in_thread (task, look_thread);
}

gboolean
palier_session_accept_certificate (PalierSession *self)
{
  GError *error = NULL;

  g_return_val_if_fail (self->approach != NULL, FALSE);
  palier_session_clear_problem (self);
  if (!palier_approach_accept (self->approach, self->pins, &error))
    {
      palier_session_take_problem (self, error);
      return FALSE;
    }
  palier_session_notify (self, "approach");
  return TRUE;
}
