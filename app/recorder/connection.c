/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/connection-private.h"

#include "base/error.h"
#include "recorder/conversation.h"
#include "recorder/response-status.h"

G_DEFINE_FINAL_TYPE (PalierConnection, palier_connection, G_TYPE_OBJECT)

static void
palier_connection_finalize (GObject *object)
{
  PalierConnection *self = PALIER_CONNECTION (object);

  g_clear_pointer (&self->base, g_free);
  g_clear_pointer (&self->wire, palier_wire_free);
  g_clear_pointer (&self->credentials, palier_credentials_free);
  g_mutex_clear (&self->lock);

  G_OBJECT_CLASS (palier_connection_parent_class)->finalize (object);
}

static void
palier_connection_class_init (PalierConnectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = palier_connection_finalize;
}

static void
palier_connection_init (PalierConnection *self)
{
  g_mutex_init (&self->lock);
  self->wire = palier_wire_new ();
  self->credentials = palier_credentials_new ();
}

PalierConnection *
palier_connection_new (const char *address, GError **error)
{
  g_autofree char *base = palier_address_parse (address, "http", error);
  PalierConnection *self;

  if (!base)
    return NULL;
  self = g_object_new (PALIER_TYPE_CONNECTION, NULL);
  self->base = g_steal_pointer (&base);
  return self;
}

void
palier_connection_set_credentials (PalierConnection *self, const char *user, PalierSecret *password)
{
  palier_credentials_set (self->credentials, user, password);
}

void
palier_connection_set_tls_pin (PalierConnection *self, const char *sha256)
{
  palier_wire_set_pin (self->wire, sha256);
}

char *
palier_connection_dup_tls_seen (PalierConnection *self)
{
  return palier_wire_dup_seen (self->wire);
}

gboolean
palier_connection_set_address (PalierConnection *self, const char *address, GError **error)
{
  g_autofree char *old = palier_connection_dup_address (self);
  g_autofree char *scheme = g_uri_parse_scheme (old);
  g_autofree char *base = palier_address_parse (address, scheme, error);

  if (!base)
    return FALSE;
  g_mutex_lock (&self->lock);
  g_free (self->base);
  self->base = g_steal_pointer (&base);
  g_mutex_unlock (&self->lock);
  palier_wire_forget (self->wire);
  palier_credentials_forget_nonce (self->credentials);
  return TRUE;
}

char *
palier_connection_dup_address (PalierConnection *self)
{
  char *base;

  g_mutex_lock (&self->lock);
  base = g_strdup (self->base);
  g_mutex_unlock (&self->lock);
  return base;
}

void
palier_connection_set_tap (PalierConnection *self, PalierTapFunc tap, gpointer data)
{
  palier_wire_set_tap (self->wire, tap, data);
}

double
palier_connection_get_silence (PalierConnection *self)
{
  return palier_wire_get_silence (self->wire);
}

gboolean
palier_connection_is_signed_in (PalierConnection *self)
{
  return palier_credentials_were_accepted (self->credentials);
}

void
palier_connection_set_timeouts (PalierConnection *self, guint ordinary_s, guint slow_s)
{
  palier_wire_set_timeouts (self->wire, ordinary_s, slow_s);
}

static gboolean
is_signed (PalierConnection *self, const PalierRequest *request)
{
  return !(request->flags & PALIER_REQUEST_ANONYMOUS)
         && palier_credentials_are_set (self->credentials);
}

static gboolean
check_answer (PalierConnection *self,
              const PalierRequest *request,
              PalierReply *reply,
              GError **error)
{
  g_autoptr (GError) local = NULL;

  if (reply->answer.status >= 300 && reply->answer.status <= 399)
    {
      palier_redirect_set_error (reply->location, error);
      return FALSE;
    }
  if (palier_response_check (request, &reply->answer, &local))
    return TRUE;
  if (is_signed (self, request))
    palier_credentials_latch (self->credentials, local);
  else if (g_error_matches (local, PALIER_ERROR, PALIER_ERROR_WRONG_PASSWORD))
    {
      /* No password was sent that could be wrong. */
      palier_error_set (error, PALIER_ERROR_NO_PERMISSION, "%s", palier_error_get_detail (local));
      return FALSE;
    }
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

gboolean
palier_connection_ask (PalierConnection *self,
                       const PalierRequest *request,
                       PalierAnswer *answer,
                       GCancellable *cancellable,
                       GError **error)
{
  g_auto (PalierReply) reply = { 0 };
  g_autofree char *base = palier_connection_dup_address (self);
  gboolean done;

  if (is_signed (self, request))
    done = palier_connection_converse (self, request, &reply, cancellable, error);
  else
    done = palier_wire_exchange (self->wire, base, request, NULL, &reply, cancellable, error);
  done = done && check_answer (self, request, &reply, error);
  *answer = reply.answer;
  reply.answer = (PalierAnswer){ 0 };
  return done;
}

gboolean
palier_connection_send (PalierConnection *self,
                        const PalierRequest *request,
                        PalierAnswer *answer,
                        GCancellable *cancellable,
                        GError **error)
{
  gboolean done = palier_connection_ask (self, request, answer, cancellable, error);

  if (!done)
    palier_answer_clear (answer);
  return done;
}

void
palier_answer_clear (PalierAnswer *answer)
{
  g_clear_pointer (&answer->body, g_bytes_unref);
  g_clear_pointer (&answer->content_type, g_free);
  answer->status = 0;
}

gboolean
palier_connection_get (PalierConnection *self,
                       const char *path,
                       PalierAnswer *answer,
                       GCancellable *cancellable,
                       GError **error)
{
  const PalierRequest request = { .method = "GET", .path = path };

  return palier_connection_send (self, &request, answer, cancellable, error);
}

gboolean
palier_connection_put (PalierConnection *self,
                       const char *method,
                       const char *path,
                       GBytes *document,
                       PalierAnswer *answer,
                       GCancellable *cancellable,
                       GError **error)
{
  const PalierRequest request = {
    .method = method,
    .path = path,
    .content_type = document ? "application/xml; charset=\"UTF-8\"" : NULL,
    .body = document,
  };

  return palier_connection_send (self, &request, answer, cancellable, error);
}
