/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-call.h"

#define MAX_BODY (256 * 1024 * 1024)

typedef struct
{
  SoupServerMessage *message;
  PalierMayGoFunc may_go;
  gpointer data;
} Held;

PalierCall *
palier_call_new (SoupServerMessage *message)
{
  PalierCall *self = g_new0 (PalierCall, 1);
  GUri *uri = soup_server_message_get_uri (message);
  const char *query = g_uri_get_query (uri);

  self->path = g_strdup (g_uri_get_path (uri));
  self->target = query != NULL ? g_strconcat (self->path, "?", query, NULL) : g_strdup (self->path);
  self->body = g_byte_array_new ();
  self->length
      = soup_message_headers_get_content_length (soup_server_message_get_request_headers (message));
  return self;
}

void
palier_call_free (PalierCall *self)
{
  g_free (self->path);
  g_free (self->target);
  g_free (self->user);
  g_byte_array_unref (self->body);
  g_free (self);
}

gboolean
palier_call_take (PalierCall *self, GBytes *chunk)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (chunk, &size);

  if (size > MAX_BODY - self->body->len)
    return FALSE;
  g_byte_array_append (self->body, data, (guint) size);
  return TRUE;
}

double
palier_call_get_percent (PalierCall *self)
{
  return self->length > 0 ? 100.0 * self->body->len / (double) self->length : 0;
}

/* NULL: none. */
static GBytes *
get_body (PalierCall *self, SoupServerMessage *message, gboolean *form)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *type = soup_message_headers_get_content_type (headers, NULL);
  g_autoptr (GBytes) whole = g_bytes_new (self->body->data, self->body->len);
  g_autoptr (SoupMultipart) parts = NULL;
  SoupMessageHeaders *part_headers;
  GBytes *part;

  *form = FALSE;
  if (self->body->len == 0)
    return NULL;
  if (type == NULL || g_ascii_strcasecmp (type, "multipart/form-data") != 0)
    return g_steal_pointer (&whole);
  parts = soup_multipart_new_from_message (headers, whole);
  if (parts == NULL || soup_multipart_get_length (parts) != 1
      || !soup_multipart_get_part (parts, 0, &part_headers, &part))
    return NULL;
  *form = TRUE;
  return g_bytes_ref (part);
}

void
palier_call_fill (PalierCall *self, SoupServerMessage *message, GHashTable *query,
                  PalierExchange *exchange)
{
  exchange->signed_in = self->signed_in;
  exchange->user = self->user != NULL ? palier_model_find_user (exchange->model, self->user) : NULL;
  if (exchange->signed_in == PALIER_SIGNED_IN && exchange->user == NULL)
    exchange->signed_in = PALIER_SIGNED_NOBODY; /* taken away while the request was coming in */
  exchange->target = self->target;
  exchange->query = query != NULL ? g_hash_table_ref (query) : NULL;
  exchange->body = get_body (self, message, &exchange->form);
}

void
palier_call_send (SoupServerMessage *message, PalierExchange *exchange)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  gsize size = 0;
  const char *data = exchange->answer != NULL ? g_bytes_get_data (exchange->answer, &size) : "";

  /* A request that is dropped has no answer, and nobody will see this one. */
  soup_server_message_set_status (message, exchange->status != 0 ? exchange->status : 500, NULL);
  soup_message_headers_replace (headers, "Keep-Alive", "timeout=60, max=99");
  soup_server_message_set_response (message, exchange->type, SOUP_MEMORY_COPY, data, size);
}

static gboolean
look_cb (gpointer data)
{
  Held *held = data;

  if (held->may_go != NULL && !held->may_go (held->message, held->data))
    return G_SOURCE_CONTINUE;
  soup_server_message_unpause (held->message);
  return G_SOURCE_REMOVE;
}

static void
held_free (gpointer data)
{
  Held *held = data;

  g_object_unref (held->message);
  g_free (held);
}

void
palier_call_hold (SoupServerMessage *message, GMainContext *context, guint ms,
                  PalierMayGoFunc may_go, gpointer data)
{
  g_autoptr (GSource) source = g_timeout_source_new (ms);
  Held *held = g_new0 (Held, 1);

  held->message = g_object_ref (message);
  held->may_go = may_go;
  held->data = data;
  soup_server_message_pause (message);
  g_source_set_callback (source, look_cb, held, held_free);
  g_source_attach (source, context);
}
