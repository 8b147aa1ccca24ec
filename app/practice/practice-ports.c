/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-ports.h"

#include "practice/practice-certificate.h"
#include "practice/practice-listener.h"

#define N_PORTS 2 /* plain, secure */

struct _PalierPorts
{
  PalierListener *listener[N_PORTS];
  guint addresses;    /* the model's generation of them */
  guint certificates; /* and of these */
  GMainContext *context;
  PalierPortFunc func;
  gpointer data;

  GMutex lock; /* of what callers and the model share */
  GTlsCertificate *certificate;
  char *fingerprint;
};

static gboolean
is_wanted (PalierModel *model, gboolean secure)
{
  const char *https = model->scenario->https;

  return secure ? !g_str_equal (https, "off") : !g_str_equal (https, "only");
}

static gboolean
make_certificate (PalierPorts *self, PalierModel *model, GError **error)
{
  char *fingerprint;
  GTlsCertificate *certificate
      = palier_practice_certificate_new (model->scenario->model, &fingerprint, error);

  if (certificate == NULL)
    return FALSE;
  g_mutex_lock (&self->lock);
  g_clear_object (&self->certificate);
  g_free (self->fingerprint);
  self->certificate = certificate;
  self->fingerprint = fingerprint;
  self->certificates = model->certificate_generation;
  g_mutex_unlock (&self->lock);
  return TRUE;
}

static gboolean
listen (PalierPorts *self, PalierModel *model, guint port, GError **error)
{
  self->addresses = model->address_generation;
  for (guint i = 0; i < N_PORTS; i++)
    {
      if (!is_wanted (model, i == 1))
        continue;
      self->listener[i] = palier_listener_new (port, error);
      if (self->listener[i] == NULL)
        return FALSE;
      port = 0;
    }
  return TRUE;
}

PalierPorts *
palier_ports_new (PalierModel *model, guint port, GError **error)
{
  PalierPorts *self = g_new0 (PalierPorts, 1);

  g_mutex_init (&self->lock);
  if ((!is_wanted (model, TRUE) || make_certificate (self, model, error))
      && listen (self, model, port, error))
    return self;
  palier_ports_close (self);
  palier_ports_free (self);
  return NULL;
}

static void
plain_cb (GSocketConnection *connection, gpointer data)
{
  PalierPorts *self = data;

  self->func (connection, FALSE, self->data);
}

static void
secure_cb (GSocketConnection *connection, gpointer data)
{
  PalierPorts *self = data;

  self->func (connection, TRUE, self->data);
}

GIOStream *
palier_ports_secure (PalierPorts *self, GSocketConnection *connection)
{
  g_autoptr (GTlsCertificate) certificate = NULL;
  GIOStream *stream;

  g_mutex_lock (&self->lock);
  certificate = g_object_ref (self->certificate);
  g_mutex_unlock (&self->lock);
  stream = g_tls_server_connection_new (G_IO_STREAM (connection), certificate, NULL);
  /* Power cuts say no farewell. */
  g_tls_connection_set_require_close_notify (G_TLS_CONNECTION (stream), FALSE);
  return stream;
}

static void
watch (PalierPorts *self)
{
  for (guint i = 0; i < N_PORTS; i++)
    if (self->listener[i] != NULL)
      palier_listener_watch (self->listener[i], self->context, i == 1 ? secure_cb : plain_cb, self);
}

void
palier_ports_watch (PalierPorts *self, GMainContext *context, PalierPortFunc func, gpointer data)
{
  self->context = context;
  self->func = func;
  self->data = data;
  watch (self);
}

static gboolean
retire_cb (gpointer data)
{
  palier_listener_free (data);
  return G_SOURCE_REMOVE;
}

/* In the watcher's own thread, where nobody is in the middle of using it. */
static void
retire (PalierPorts *self)
{
  if (self->context == NULL)
    {
      palier_ports_close (self);
      return;
    }
  for (guint i = 0; i < N_PORTS; i++)
    {
      g_autoptr (GSource) source = NULL;

      if (self->listener[i] == NULL)
        continue;
      source = g_idle_source_new ();
      g_source_set_callback (source, retire_cb, g_steal_pointer (&self->listener[i]), NULL);
      g_source_attach (source, self->context);
    }
}

void
palier_ports_follow (PalierPorts *self, PalierModel *model)
{
  if (model->phase == PALIER_PHASE_BROKEN)
    {
      retire (self);
      return;
    }
  if (self->certificate != NULL && self->certificates != model->certificate_generation)
    make_certificate (self, model, NULL);
  if (self->addresses == model->address_generation)
    return;
  retire (self);
  listen (self, model, 0, NULL);
  if (self->context != NULL)
    watch (self);
}

void
palier_ports_close (PalierPorts *self)
{
  for (guint i = 0; i < N_PORTS; i++)
    g_clear_pointer (&self->listener[i], palier_listener_free);
}

void
palier_ports_free (PalierPorts *self)
{
  g_clear_object (&self->certificate);
  g_free (self->fingerprint);
  g_mutex_clear (&self->lock);
  g_free (self);
}

guint
palier_ports_get (PalierPorts *self, gboolean secure)
{
  PalierListener *listener = self->listener[secure ? 1 : 0];

  return listener != NULL ? palier_listener_get_port (listener) : 0;
}

char *
palier_ports_dup_fingerprint (PalierPorts *self)
{
  char *fingerprint;

  g_mutex_lock (&self->lock);
  fingerprint = g_strdup (self->fingerprint);
  g_mutex_unlock (&self->lock);
  return fingerprint;
}
