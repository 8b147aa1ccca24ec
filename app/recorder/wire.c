/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/wire-private.h"

#include "base/error.h"

#include "recorder/auth-list.h"

#define CHUNK (64 * 1024)
#define MAX_ANSWER (4 * 1024 * 1024)
#define MAX_FILE (256 * 1024 * 1024)
/* A small answer that drips is no better than none. */
#define MAX_WHOLE_S 120

PalierWire *
palier_wire_new (void)
{
  PalierWire *self = g_new0 (PalierWire, 1);

  g_mutex_init (&self->lock);
  self->timeout[PALIER_WIRE_ORDINARY] = 15;
  self->timeout[PALIER_WIRE_SLOW] = 45;
  return self;
}

/* With the lock held. */
static void
drop_sessions (PalierWire *self)
{
  for (guint i = 0; i < PALIER_WIRE_N_SESSIONS; i++)
    {
      if (self->session[i])
        soup_session_abort (self->session[i]);
      g_clear_object (&self->session[i]);
    }
}

void
palier_wire_free (PalierWire *self)
{
  drop_sessions (self);
  g_mutex_clear (&self->lock);
  g_free (self->pin);
  g_free (self->seen);
  g_free (self);
}

void
palier_wire_set_timeouts (PalierWire *self, guint ordinary, guint slow)
{
  g_mutex_lock (&self->lock);
  self->timeout[PALIER_WIRE_ORDINARY] = ordinary;
  self->timeout[PALIER_WIRE_SLOW] = slow;
  drop_sessions (self);
  g_mutex_unlock (&self->lock);
}

void
palier_wire_set_pin (PalierWire *self, const char *sha256)
{
  g_mutex_lock (&self->lock);
  if (g_strcmp0 (self->pin, sha256) != 0)
    {
      g_free (self->pin);
      self->pin = g_strdup (sha256);
      drop_sessions (self);
    }
  g_mutex_unlock (&self->lock);
}

void
palier_wire_forget (PalierWire *self)
{
  g_mutex_lock (&self->lock);
  drop_sessions (self);
  g_mutex_unlock (&self->lock);
}

void
palier_wire_set_tap (PalierWire *self, PalierTapFunc tap, gpointer data)
{
  g_mutex_lock (&self->lock);
  self->tap = tap;
  self->tap_data = data;
  g_mutex_unlock (&self->lock);
}

char *
palier_wire_dup_seen (PalierWire *self)
{
  char *seen;

  g_mutex_lock (&self->lock);
  seen = g_strdup (self->seen);
  g_mutex_unlock (&self->lock);
  return seen;
}

double
palier_wire_get_silence (PalierWire *self)
{
  gint64 last;

  g_mutex_lock (&self->lock);
  last = self->last_answer;
  g_mutex_unlock (&self->lock);
  return last == 0 ? -1 : (double) (g_get_monotonic_time () - last) / G_USEC_PER_SEC;
}

static void
note_sign_of_life (PalierWire *self)
{
  g_mutex_lock (&self->lock);
  self->last_answer = g_get_monotonic_time ();
  g_mutex_unlock (&self->lock);
}

static PalierWireKind
kind_of (const PalierRequest *request)
{
  if (request->flags & PALIER_REQUEST_LONG)
    return PALIER_WIRE_LONG;
  return request->flags & PALIER_REQUEST_SLOW ? PALIER_WIRE_SLOW : PALIER_WIRE_ORDINARY;
}

static SoupSession *
ref_session (PalierWire *self, PalierWireKind kind)
{
  SoupSession *session;

  g_mutex_lock (&self->lock);
  if (!self->session[kind])
    {
      session = soup_session_new_with_options ("timeout", self->timeout[kind], "idle-timeout", 20,
                                               "proxy-resolver", NULL, "tls-database", NULL,
                                               "max-conns-per-host", 8, "max-conns", 8, NULL);
      soup_session_remove_feature_by_type (session, SOUP_TYPE_AUTH_MANAGER);
      soup_session_remove_feature_by_type (session, SOUP_TYPE_CONTENT_DECODER);
      self->session[kind] = session;
    }
  session = g_object_ref (self->session[kind]);
  g_mutex_unlock (&self->lock);
  return session;
}

static gboolean
keep_chunk (PalierTransfer *transfer,
            GByteArray *into,
            const guint8 *chunk,
            gssize got,
            GError **error)
{
  gsize cap = transfer->request->flags & PALIER_REQUEST_LARGE ? MAX_FILE : MAX_ANSWER;

  note_sign_of_life (transfer->wire);
  if (into->len + (gsize) got > cap)
    {
      palier_error_set (error, PALIER_ERROR_BAD_ANSWER, "longer than %" G_GSIZE_FORMAT " bytes",
                        cap);
      return FALSE;
    }
  if (transfer->deadline > 0 && g_get_monotonic_time () > transfer->deadline)
    {
      palier_error_set (error, PALIER_ERROR_TIMED_OUT, "not whole after %d s", MAX_WHOLE_S);
      return FALSE;
    }
  g_byte_array_append (into, chunk, (guint) got);
  return TRUE;
}

static GBytes *
read_all (PalierTransfer *transfer, GInputStream *stream, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  g_autofree guint8 *chunk = g_malloc (CHUNK);

  while (TRUE)
    {
      gssize got = g_input_stream_read (stream, chunk, CHUNK, transfer->cancellable, error);

      if (got == 0)
        break;
      if (got < 0 || !keep_chunk (transfer, bytes, chunk, got, error))
        {
          /* Cancelled first, or closing would read the rest. */
          g_cancellable_cancel (transfer->cancellable);
          g_input_stream_close (stream, transfer->cancellable, NULL);
          return NULL;
        }
    }
  g_input_stream_close (stream, transfer->cancellable, NULL);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
keep_headers (SoupMessage *message, PalierReply *reply)
{
  SoupMessageHeaders *headers = soup_message_get_response_headers (message);
  const char *info = soup_message_headers_get_list (headers, "Authentication-Info");

  reply->answer.status = soup_message_get_status (message);
  reply->answer.content_type = g_strdup (soup_message_headers_get_one (headers, "Content-Type"));
  reply->challenges = g_strdup (soup_message_headers_get_list (headers, "WWW-Authenticate"));
  reply->location = g_strdup (soup_message_headers_get_one (headers, "Location"));
  reply->next_nonce = info ? palier_auth_list_dup (info, "nextnonce") : NULL;
}

static void
tell_tap (PalierWire *self, const PalierRequest *request, const PalierReply *reply)
{
  PalierTapFunc tap;
  gpointer data;

  g_mutex_lock (&self->lock);
  tap = self->tap;
  data = self->tap_data;
  g_mutex_unlock (&self->lock);
  if (tap)
    tap (request, &reply->answer, reply->challenges, data);
}

static gboolean
run (PalierTransfer *transfer, PalierReply *reply, GError **error)
{
  g_autoptr (SoupSession) session = ref_session (transfer->wire, kind_of (transfer->request));
  g_autoptr (GInputStream) stream = NULL;

  stream = soup_session_send (session, transfer->message, transfer->cancellable, error);
  reply->sent = transfer->sent;
  if (!stream)
    return FALSE;
  note_sign_of_life (transfer->wire);
  keep_headers (transfer->message, reply);
  reply->answer.body = read_all (transfer, stream, error);
  if (!reply->answer.body)
    return FALSE;
  tell_tap (transfer->wire, transfer->request, reply);
  return TRUE;
}

static void
chain_cancelled_cb (GCancellable *outer, gpointer inner)
{
  g_cancellable_cancel (inner);
}

gboolean
palier_wire_exchange (PalierWire *self,
                      const char *base,
                      const PalierRequest *request,
                      const char *authorization,
                      PalierReply *reply,
                      GCancellable *cancellable,
                      GError **error)
{
  PalierTransfer transfer = { .wire = self, .request = request };
  g_autoptr (GCancellable) inner = g_cancellable_new ();
  g_autoptr (SoupMessage) message = NULL;
  g_autoptr (GError) local = NULL;
  gulong chain = 0;
  gboolean done;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  transfer.cancellable = inner;
  transfer.message = message = palier_wire_create_message (&transfer, base, authorization);
  if (!message)
    {
      palier_error_set (error, PALIER_ERROR_USAGE, "%s%s", base, request->path);
      return FALSE;
    }
  if (!(request->flags & (PALIER_REQUEST_LONG | PALIER_REQUEST_LARGE)))
    transfer.deadline = g_get_monotonic_time () + MAX_WHOLE_S * G_USEC_PER_SEC;
  if (cancellable)
    chain = g_cancellable_connect (cancellable, G_CALLBACK (chain_cancelled_cb), inner, NULL);
  done = run (&transfer, reply, &local);
  g_cancellable_disconnect (cancellable, chain);
  g_signal_handlers_disconnect_by_data (message, &transfer);
  if (!done)
    palier_wire_set_error (&transfer, g_steal_pointer (&local), error);
  return done;
}

void
palier_reply_clear (PalierReply *reply)
{
  palier_answer_clear (&reply->answer);
  g_clear_pointer (&reply->challenges, g_free);
  g_clear_pointer (&reply->next_nonce, g_free);
  g_clear_pointer (&reply->location, g_free);
  reply->sent = 0;
}
