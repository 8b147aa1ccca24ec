/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "server-private.h"

#include <string.h>

typedef struct
{
  char *key; /* "GET /path" */
  guint status;
  char *type;
  GBytes *body;
} Told;

static void
told_free (Told *told)
{
  g_free (told->key);
  g_free (told->type);
  g_bytes_unref (told->body);
  g_free (told);
}

static void
seen_free (Seen *seen)
{
  g_free (seen->method);
  g_free (seen->path);
  g_bytes_unref (seen->body);
  g_free (seen);
}

/* In turn, the last one for ever. */
static void
answer (Server *self, SoupServerMessage *message, const Seen *seen)
{
  g_autofree char *whole = g_strconcat (seen->method, " ", seen->path, NULL);
  g_autofree char *bare = g_strndup (whole, strcspn (whole, "?"));
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  Told *found = NULL;
  guint index = 0;
  guint more = 0;

  for (guint i = 0; i < self->told->len; i++)
    {
      Told *told = self->told->pdata[i];

      if (!g_str_equal (told->key, whole) && !g_str_equal (told->key, bare))
        continue;
      if (!found)
        {
          found = told;
          index = i;
        }
      else
        more++;
    }
  for (guint i = 0; i + 1 < self->headers->len; i += 2)
    soup_message_headers_append (headers, self->headers->pdata[i], self->headers->pdata[i + 1]);
  soup_server_message_set_status (message, found ? found->status : 404, NULL);
  if (!found)
    return;
  soup_server_message_set_response (message, found->type, SOUP_MEMORY_COPY,
                                    g_bytes_get_data (found->body, NULL),
                                    g_bytes_get_size (found->body));
  if (more > 0)
    g_ptr_array_remove_index (self->told, index);
}

static void
request_cb (SoupServer *soup,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer data)
{
  Server *self = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  GUri *uri = soup_server_message_get_uri (message);
  Seen *seen = g_new0 (Seen, 1);

  seen->method = g_strdup (soup_server_message_get_method (message));
  seen->path = g_uri_get_query (uri)
                   ? g_strconcat (g_uri_get_path (uri), "?", g_uri_get_query (uri), NULL)
                   : g_strdup (g_uri_get_path (uri));
  seen->body = soup_message_body_flatten (soup_server_message_get_request_body (message));
  seen->body_length = g_bytes_get_size (seen->body);
  g_ptr_array_add (self->seen, seen);
  if (server_let_in (self, message, seen)
      && !(self->func && self->func (message, seen, self->func_data)))
    answer (self, message, seen);
}

static gpointer
run (gpointer data)
{
  Server *self = data;

  g_main_context_push_thread_default (self->context);
  g_main_loop_run (self->loop);
  soup_server_disconnect (self->soup);
  g_clear_object (&self->soup);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

static void
listen_here (Server *self, GTlsCertificate *certificate)
{
  GSList *uris;
  g_autoptr (GError) error = NULL;

  g_main_context_push_thread_default (self->context);
  self->soup = soup_server_new ("raw-paths", TRUE, "tls-certificate", certificate, NULL);
  soup_server_add_handler (self->soup, NULL, request_cb, self, NULL);
  soup_server_listen_local (self->soup, 0,
                            SOUP_SERVER_LISTEN_IPV4_ONLY
                                | (certificate ? SOUP_SERVER_LISTEN_HTTPS : 0),
                            &error);
  g_assert_no_error (error);
  g_main_context_pop_thread_default (self->context);
  uris = soup_server_get_uris (self->soup);
  self->url = g_strdup_printf ("%s://127.0.0.1:%d", certificate ? "https" : "http",
                               g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
}

Server *
server_new (const Door *door, GTlsCertificate *certificate)
{
  Server *self = g_new0 (Server, 1);

  g_mutex_init (&self->lock);
  self->told = g_ptr_array_new_with_free_func ((GDestroyNotify) told_free);
  self->seen = g_ptr_array_new_with_free_func ((GDestroyNotify) seen_free);
  self->headers = g_ptr_array_new_with_free_func (g_free);
  if (door)
    self->door = *door;
  self->password = g_strdup (self->door.password);
  server_make_nonce (self);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  listen_here (self, certificate);
  self->thread = g_thread_new ("server", run, self);
  return self;
}

static gboolean
quit_cb (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

void
server_free (Server *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, quit_cb, self->loop, NULL);
  g_source_attach (source, self->context);
  g_thread_join (self->thread);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_ptr_array_unref (self->told);
  g_ptr_array_unref (self->seen);
  g_ptr_array_unref (self->headers);
  g_mutex_clear (&self->lock);
  g_free (self->password);
  g_free (self->nonce);
  g_free (self->url);
  g_free (self);
}

char *
server_dup_url (Server *self)
{
  return g_strdup (self->url);
}

void
server_set_password (Server *self, const char *password)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_free (self->password);
  self->password = g_strdup (password);
}

void
server_spend_nonce (Server *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  server_make_nonce (self);
}

void
server_tell_bytes (Server *self,
                   const char *method,
                   const char *path,
                   guint status,
                   const char *type,
                   GBytes *body)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  Told *told = g_new0 (Told, 1);

  told->key = g_strconcat (method, " ", path, NULL);
  told->status = status;
  told->type = g_strdup (type ? type : "application/xml; charset=\"UTF-8\"");
  told->body = g_bytes_ref (body);
  g_ptr_array_add (self->told, told);
}

void
server_tell (Server *self,
             const char *method,
             const char *path,
             guint status,
             const char *type,
             const char *body)
{
  g_autoptr (GBytes) bytes = g_bytes_new (body ? body : "", body ? strlen (body) : 0);

  server_tell_bytes (self, method, path, status, type, bytes);
}

void
server_add_header (Server *self, const char *name, const char *value)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_ptr_array_add (self->headers, g_strdup (name));
  g_ptr_array_add (self->headers, g_strdup (value));
}

void
server_set_func (Server *self, ServerFunc func, gpointer data)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->func = func;
  self->func_data = data;
}

void
server_answer (SoupServerMessage *message, guint status, const char *type, const char *body)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (message, type, SOUP_MEMORY_COPY, body, strlen (body));
}

static gboolean
is_asked_for (const Seen *seen, const char *method, const char *path)
{
  gsize bare = strcspn (seen->path, "?");

  return (!method || g_str_equal (seen->method, method))
         && (!path || g_str_equal (seen->path, path)
             || (strlen (path) == bare && strncmp (seen->path, path, bare) == 0));
}

guint
server_count (Server *self, const char *method, const char *path)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  guint count = 0;

  for (guint i = 0; i < self->seen->len; i++)
    count += is_asked_for (self->seen->pdata[i], method, path);
  return count;
}

const Seen *
server_last (Server *self, const char *method, const char *path)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  for (guint i = self->seen->len; i > 0; i--)
    if (is_asked_for (self->seen->pdata[i - 1], method, path))
      return self->seen->pdata[i - 1];
  return NULL;
}

guint
server_count_refused (Server *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  guint count = 0;

  for (guint i = 0; i < self->seen->len; i++)
    {
      const Seen *seen = self->seen->pdata[i];

      count += seen->is_signed && !seen->accepted;
    }
  return count;
}

PalierConnection *
server_connect (Server *self, const char *password)
{
  PalierConnection *connection = palier_connection_new (self->url, NULL);
  g_autoptr (PalierSecret) secret = password ? palier_secret_new (password) : NULL;

  palier_connection_set_credentials (connection, password ? "admin" : NULL, secret);
  return connection;
}
