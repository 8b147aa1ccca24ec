/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-call.h"

#define MAX_BODY (256 * 1024 * 1024)

PalierCall *
palier_call_new (SoupServerMessage *message)
{
  PalierCall *self = g_new0 (PalierCall, 1);
  GUri *uri = soup_server_message_get_uri (message);
  const char *query = g_uri_get_query (uri);

  self->path = g_strdup (g_uri_get_path (uri));
  self->target = query != NULL ? g_strconcat (self->path, "?", query, NULL) : g_strdup (self->path);
  self->body = g_byte_array_new ();
  self->length = soup_message_headers_get_content_length (soup_server_message_get_request_headers (message));
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

GBytes *
palier_call_get_body (PalierCall *self, SoupServerMessage *message, gboolean *form)
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
  if (parts == NULL || soup_multipart_get_length (parts) != 1 ||
      !soup_multipart_get_part (parts, 0, &part_headers, &part))
    return NULL;
  *form = TRUE;
  return g_bytes_ref (part);
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
