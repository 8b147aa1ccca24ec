/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-server.h"

#include "practice/practice-call.h"
#include "practice/practice-desk.h"
#include "practice/practice-life.h"
#include "practice/practice-peers.h"
#include "practice/practice-ports.h"

#include <libsoup/soup.h>

#define CALL "palier-call"
#define HELD_LOOK_MS 5

struct _PalierServer
{
  GMutex *lock;
  PalierModel **model;
  PalierDoor *door;
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  SoupServer *soup;
  PalierPorts *ports;
  PalierPeers *peers;
};

static void
hang_up (PalierServer *self, SoupServerMessage *message)
{
  PalierCall *call = g_object_get_data (G_OBJECT (message), CALL);

  if (call != NULL)
    call->gone = TRUE;
  palier_peers_hang_up (self->peers, soup_server_message_get_remote_address (message));
}

/* As fast as it can, each request takes a second of the recorder's time: nothing else would move it
 * for a client that knows nothing of its clock. */
static PalierModel *
live (PalierServer *self)
{
  PalierModel *model = *self->model;

  if (palier_clock_get_speed (model->clock) <= 0)
    palier_clock_advance (model->clock, 1);
  palier_model_tick (model);
  palier_server_follow (self);
  return model;
}

/* Is there anybody to take this connection? */
static gboolean
remember_peer (PalierServer *self, GSocketConnection *connection, GSocketAddress *remote)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (self->lock);
  PalierModel *model = live (self);

  if (!palier_model_is_reachable (model))
    return FALSE;
  palier_peers_add (self->peers, remote, g_socket_connection_get_socket (connection), model->boots);
  return TRUE;
}

/* Without the lock while libsoup has it: it begins to read at once. */
static void
accept_cb (GSocketConnection *connection, gboolean secure, gpointer data)
{
  PalierServer *self = data;
  g_autoptr (GSocketAddress) local = g_socket_connection_get_local_address (connection, NULL);
  g_autoptr (GSocketAddress) remote = g_socket_connection_get_remote_address (connection, NULL);
  g_autoptr (GIOStream) stream = NULL;

  if (local != NULL && remote != NULL && remember_peer (self, connection, remote))
    {
      stream = secure ? palier_ports_secure (self->ports, connection)
                      : G_IO_STREAM (g_object_ref (connection));
      soup_server_accept_iostream (self->soup, stream, local, remote, NULL);
    }
  else
    g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
}

/* A connection from before the last restart died with it. */
static gboolean
is_dead (PalierServer *self, PalierModel *model, SoupServerMessage *message)
{
  GSocketAddress *remote = soup_server_message_get_remote_address (message);

  return !palier_model_is_reachable (model)
         || !palier_peers_came_since (self->peers, remote, model->boots);
}

static void
got_headers_cb (SoupServerMessage *message, gpointer data)
{
  PalierServer *self = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (self->lock);
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  PalierModel *model = live (self);
  PalierCall *call = palier_call_new (message);
  PalierPracticeUser *user = NULL;

  g_object_set_data_full (G_OBJECT (message), CALL, call, (GDestroyNotify) palier_call_free);
  soup_message_body_set_accumulate (soup_server_message_get_request_body (message), FALSE);
  if (is_dead (self, model, message))
    {
      hang_up (self, message);
      return;
    }
  call->upload = palier_desk_is_upload (soup_server_message_get_method (message), call->path);
  call->signed_in = palier_door_check (
      self->door, model, soup_server_message_get_method (message), call->target,
      soup_message_headers_get_one (headers, "Authorization"), &user);
  call->user = user != NULL ? g_strdup (user->name) : NULL;
}

static void
got_chunk_cb (SoupServerMessage *message, GBytes *chunk, gpointer data)
{
  PalierServer *self = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (self->lock);
  PalierModel *model = *self->model;
  PalierCall *call = g_object_get_data (G_OBJECT (message), CALL);
  PalierFault *fault;

  if (call == NULL || call->gone)
    return;
  model->bytes_taken += (double) g_bytes_get_size (chunk);
  if (!palier_call_take (call, chunk))
    hang_up (self, message);
  if (!call->upload || call->signed_in != PALIER_SIGNED_IN)
    return;
  fault = palier_faults_find (model->scenario->faults, "cut-connection", "upload");
  if (fault != NULL && palier_call_get_percent (call) >= palier_fault_get_number (fault))
    {
      fault->fired++;
      hang_up (self, message);
    }
}

static void
request_started_cb (SoupServer *soup, SoupServerMessage *message, gpointer data)
{
  g_signal_connect (message, "got-headers", G_CALLBACK (got_headers_cb), data);
  g_signal_connect (message, "got-chunk", G_CALLBACK (got_chunk_cb), data);
}

/* The flash has ended, one way or another. */
static gboolean
may_answer_cb (SoupServerMessage *message, gpointer data)
{
  PalierServer *self = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (self->lock);
  PalierModel *model = live (self);

  if (model->phase == PALIER_PHASE_BROKEN)
    hang_up (self, message);
  return model->phase != PALIER_PHASE_FLASHING;
}

static void
answer (PalierServer *self, SoupServerMessage *message, PalierCall *call, PalierExchange *exchange)
{
  PalierClock *clock = exchange->model->clock;
  double speed = palier_clock_get_speed (clock);

  palier_call_send (message, exchange);
  if (exchange->status == 401)
    {
      g_autofree char *challenge = palier_door_challenge (self->door, exchange->model,
                                                          call->signed_in == PALIER_SIGNED_STALE);

      soup_message_headers_replace (soup_server_message_get_response_headers (message),
                                    "WWW-Authenticate", challenge);
    }
  if (exchange->hold)
    palier_call_hold (message, self->context, HELD_LOOK_MS, may_answer_cb, self);
  else if (exchange->slow_seconds > 0 && speed > 0)
    palier_call_hold (message, self->context,
                      (guint) MIN (exchange->slow_seconds / speed * 1000, 3.6e6), NULL, NULL);
  else if (exchange->slow_seconds > 0)
    palier_clock_advance (clock, exchange->slow_seconds);
}

static void
request_cb (SoupServer *soup, SoupServerMessage *message, const char *path, GHashTable *query,
            gpointer data)
{
  PalierServer *self = data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (self->lock);
  PalierCall *call = g_object_get_data (G_OBJECT (message), CALL);
  PalierExchange exchange
      = { .model = *self->model, .method = soup_server_message_get_method (message) };

  if (call == NULL || call->gone)
    return;
  palier_call_fill (call, message, query, &exchange);
  palier_desk_answer (&exchange, call->path);
  answer (self, message, call, &exchange);
  if (exchange.drop)
    hang_up (self, message);
  palier_server_follow (self);
  palier_exchange_clear (&exchange);
}

static gpointer
run_cb (gpointer data)
{
  PalierServer *self = data;

  g_main_context_push_thread_default (self->context);
  self->soup = soup_server_new ("server-header", "DNVRS-Webs", NULL);
  soup_server_add_handler (self->soup, NULL, request_cb, self, NULL);
  g_signal_connect (self->soup, "request-started", G_CALLBACK (request_started_cb), self);
  g_mutex_lock (self->lock);
  palier_ports_watch (self->ports, self->context, accept_cb, self);
  g_mutex_unlock (self->lock);
  g_main_loop_run (self->loop);
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

PalierServer *
palier_server_new (GMutex *lock, PalierModel **model, guint port, GError **error)
{
  PalierPorts *ports = palier_ports_new (*model, port, error);
  PalierServer *self;

  if (ports == NULL)
    return NULL;
  self = g_new0 (PalierServer, 1);
  self->lock = lock;
  self->model = model;
  self->ports = ports;
  self->door = palier_door_new ();
  self->peers = palier_peers_new ();
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->thread = g_thread_new ("practice recorder", run_cb, self);
  return self;
}

static gboolean
quit_cb (gpointer data)
{
  PalierServer *self = data;

  palier_ports_close (self->ports);
  soup_server_disconnect (self->soup);
  g_clear_object (&self->soup);
  g_main_loop_quit (self->loop);
  return G_SOURCE_REMOVE;
}

void
palier_server_free (PalierServer *self)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_callback (source, quit_cb, self, NULL);
  g_source_attach (source, self->context);
  g_thread_join (self->thread);
  /* What still waits in the context goes with it: held answers, sockets being closed. */
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  palier_ports_free (self->ports);
  palier_door_free (self->door);
  palier_peers_free (self->peers);
  g_free (self);
}

void
palier_server_follow (PalierServer *self)
{
  palier_ports_follow (self->ports, *self->model);
}

guint
palier_server_get_port (PalierServer *self, gboolean secure)
{
  return palier_ports_get (self->ports, secure);
}

char *
palier_server_dup_fingerprint (PalierServer *self)
{
  return palier_ports_dup_fingerprint (self->ports);
}
