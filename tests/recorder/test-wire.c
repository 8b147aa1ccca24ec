/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "certificate.h"
#include "raw-server.h"
#include "server.h"

#include "base/error.h"

#include <string.h>

#define DOCUMENT "/ISAPI/System/deviceInfo"

typedef struct
{
  gint requests; /* atomic */
  guint64 taken; /* bytes of bodies; read when the server has ended */
  GCancellable *cancel;
} Raw;

static void
close_half_way_cb (GSocketConnection *connection, gpointer data)
{
  Raw *raw = data;
  GInputStream *stream = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  g_autofree char *head = raw_read_head (connection);
  g_autofree char *some = g_malloc (100000);
  gsize got = 0;

  g_atomic_int_add (&raw->requests, head != NULL);
  g_input_stream_read_all (stream, some, 100000, &got, NULL, NULL);
  raw->taken += got;
}

/* Takes all of it and says nothing, as a recorder does that restarts at once. */
static void
take_and_close_cb (GSocketConnection *connection, gpointer data)
{
  Raw *raw = data;
  GInputStream *stream = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  g_autofree char *head = raw_read_head (connection);
  g_autofree char *body = NULL;
  const char *length = head ? strstr (head, "Content-Length: ") : NULL;
  gsize size
      = length ? (gsize) g_ascii_strtoull (length + strlen ("Content-Length: "), NULL, 10) : 0;
  gsize got = 0;

  g_atomic_int_add (&raw->requests, head != NULL);
  body = g_malloc (size + 1);
  g_input_stream_read_all (stream, body, size, &got, NULL, NULL);
  raw->taken += got;
}

/* First an answer on a connection that stays open, then silence on the same one. */
static void
answer_then_close_cb (GSocketConnection *connection, gpointer data)
{
  Raw *raw = data;
  g_autofree char *head = raw_read_head (connection);

  g_atomic_int_add (&raw->requests, head != NULL);
  if (!head || !g_str_has_prefix (head, "GET"))
    return;
  raw_write (connection, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n<a/>");
  take_and_close_cb (connection, data);
}

static void
write_without_end_cb (GSocketConnection *connection, gpointer data)
{
  GOutputStream *stream = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autofree char *head = raw_read_head (connection);
  g_autofree char *much = g_strnfill (65536, 'x');

  raw_write (connection, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n");
  for (guint i = 0; i < 16384 && g_output_stream_write_all (stream, much, 65536, NULL, NULL, NULL);
       i++)
    ;
}

static void
write_half_and_cancel_cb (GSocketConnection *connection, gpointer data)
{
  Raw *raw = data;
  GInputStream *stream = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  g_autofree char *head = raw_read_head (connection);
  char c;

  raw_write (connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<half");
  g_cancellable_cancel (raw->cancel);
  /* Until the other side lets go. */
  g_input_stream_read (stream, &c, 1, NULL, NULL);
}

static void
take_head_and_cancel_cb (GSocketConnection *connection, gpointer data)
{
  Raw *raw = data;
  GInputStream *stream = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  g_autofree char *head = raw_read_head (connection);
  char c;

  g_cancellable_cancel (raw->cancel);
  while (g_input_stream_read (stream, &c, 1, NULL, NULL) == 1)
    ;
}

static void
write_half_and_close_cb (GSocketConnection *connection, gpointer data)
{
  g_autofree char *head = raw_read_head (connection);

  raw_write (connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<half");
}

static void
never_answer_cb (GSocketConnection *connection, gpointer data)
{
  GInputStream *stream = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  g_autofree char *head = raw_read_head (connection);
  char c;

  g_input_stream_read (stream, &c, 1, NULL, NULL);
}

static void
greet_cb (GSocketConnection *connection, gpointer data)
{
  raw_write (connection, "SSH-2.0-OpenSSH_9.2\r\n\r\n");
}

typedef struct
{
  const char *sentence;
  RawFunc server;
  const char *method;
  gsize body;
  gboolean cancels;
  GQuark (*domain) (void);
  int code;
} RawRow;

static const RawRow raw_rows[] = {
  { "a close in the middle of an upload is a lost connection", close_half_way_cb, "PUT",
    8 * 1024 * 1024, FALSE, palier_error_quark, PALIER_ERROR_CONNECTION_LOST },
  { "so is a close after it, without a word", take_and_close_cb, "PUT", 8 * 1024 * 1024, FALSE,
    palier_error_quark, PALIER_ERROR_CONNECTION_LOST },
  { "and after a small command", take_and_close_cb, "PUT", 10, FALSE, palier_error_quark,
    PALIER_ERROR_CONNECTION_LOST },
  { "an answer without an end is cut at the cap", write_without_end_cb, "GET", 0, FALSE,
    palier_error_quark, PALIER_ERROR_BAD_ANSWER },
  { "an answer that stops half-way is a lost connection", write_half_and_close_cb, "GET", 0, FALSE,
    palier_error_quark, PALIER_ERROR_CONNECTION_LOST },
  { "a recorder that says nothing has taken too long", never_answer_cb, "GET", 0, FALSE,
    palier_error_quark, PALIER_ERROR_TIMED_OUT },
  { "what does not speak HTTP is not a recorder", greet_cb, "GET", 0, FALSE, palier_error_quark,
    PALIER_ERROR_NOT_A_RECORDER },
  { "cancelled in the middle of an answer", write_half_and_cancel_cb, "GET", 0, TRUE,
    g_io_error_quark, G_IO_ERROR_CANCELLED },
  { "cancelled before an answer", take_head_and_cancel_cb, "GET", 0, TRUE, g_io_error_quark,
    G_IO_ERROR_CANCELLED },
  { "cancelled in the middle of an upload", take_head_and_cancel_cb, "PUT", 8 * 1024 * 1024, TRUE,
    g_io_error_quark, G_IO_ERROR_CANCELLED },
};

static gboolean
ask (PalierConnection *connection,
     const char *method,
     gsize size,
     GCancellable *cancellable,
     GError **error)
{
  g_autofree char *content = g_malloc0 (size + 1);
  g_autoptr (GBytes) body = size > 0 ? g_bytes_new (content, size) : NULL;
  PalierRequest request = { .method = method, .path = DOCUMENT, .body = body };
  g_auto (PalierAnswer) answer = { 0 };

  request.content_type = body ? "application/octet-stream" : NULL;
  return palier_connection_send (connection, &request, &answer, cancellable, error);
}

static void
test_raw (gconstpointer data)
{
  const RawRow *row = data;
  g_autoptr (GCancellable) cancel = g_cancellable_new ();
  Raw raw = { .cancel = cancel };
  RawServer *server = raw_server_new (row->server, &raw);
  g_autoptr (PalierConnection) connection = raw_server_connect (server);
  g_autoptr (GError) error = NULL;

  palier_connection_set_timeouts (connection, 1, 1);
  g_assert_false (ask (connection, row->method, row->body, row->cancels ? cancel : NULL, &error));
  g_assert_error (error, row->domain (), row->code);
  g_clear_object (&connection);
  raw_server_free (server);
  if (row->server == take_and_close_cb)
    {
      g_assert_cmpint (raw.requests, ==, 1);
      g_assert_cmpuint (raw.taken, ==, row->body);
    }
}

/* libsoup would send it again by itself on a connection that was used before. */
static void
test_command_is_not_repeated (void)
{
  Raw raw = { 0 };
  RawServer *server = raw_server_new (answer_then_close_cb, &raw);
  g_autoptr (PalierConnection) connection = raw_server_connect (server);
  g_autoptr (GError) error = NULL;

  palier_connection_set_timeouts (connection, 2, 2);
  ask (connection, "GET", 0, NULL, NULL);
  g_assert_false (ask (connection, "PUT", 10, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_CONNECTION_LOST);
  g_clear_object (&connection);
  raw_server_free (server);
  g_assert_cmpint (raw.requests, ==, 2);
}

static void
test_nobody_there (void)
{
  Raw raw = { 0 };
  RawServer *server = raw_server_new (never_answer_cb, &raw);
  g_autoptr (PalierConnection) connection = raw_server_connect (server);
  g_autoptr (GError) error = NULL;

  raw_server_free (server);
  g_assert_false (ask (connection, "GET", 0, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_UNREACHABLE);
}

static void
test_cancelled_before (void)
{
  g_autoptr (GCancellable) cancel = g_cancellable_new ();
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancel);
  g_assert_false (ask (connection, "PUT", 10, cancel, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (server_count (server, NULL, NULL), ==, 0);
}

static void
assert_certificate (PalierConnection *connection, const char *fingerprint)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *seen = NULL;

  g_assert_false (ask (connection, "GET", 0, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_CERTIFICATE);
  g_assert_nonnull (strstr (palier_error_get_detail (error), fingerprint));
  seen = palier_connection_dup_tls_seen (connection);
  g_assert_cmpstr (seen, ==, fingerprint);
}

static void
test_certificate_is_pinned (void)
{
  g_autofree char *fingerprint = NULL;
  g_autofree char *other = g_strnfill (64, 'a');
  g_autofree char *capitals = NULL;
  g_autoptr (GTlsCertificate) certificate = certificate_new (&fingerprint);
  const Door door = { .password = "Secret77" };
  g_autoptr (Server) server = server_new (&door, certificate);
  g_autoptr (PalierConnection) connection = server_connect (server, "Secret77");
  g_autoptr (GError) error = NULL;

  server_tell (server, "GET", DOCUMENT, 200, NULL, "<a/>");
  assert_certificate (connection, fingerprint);
  palier_connection_set_tls_pin (connection, other);
  assert_certificate (connection, fingerprint);
  g_assert_cmpuint (server_count (server, NULL, NULL), ==, 0);

  capitals = g_ascii_strup (fingerprint, -1);
  palier_connection_set_tls_pin (connection, capitals);
  ask (connection, "GET", 0, NULL, &error);
  g_assert_no_error (error);

  /* Another pin holds at once, although a connection is open. */
  palier_connection_set_tls_pin (connection, other);
  assert_certificate (connection, fingerprint);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (raw_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/wire/%s", raw_rows[i].sentence);

      g_test_add_data_func (path, &raw_rows[i], test_raw);
    }
  g_test_add_func ("/wire/a command is not repeated", test_command_is_not_repeated);
  g_test_add_func ("/wire/nobody there", test_nobody_there);
  g_test_add_func ("/wire/cancelled before", test_cancelled_before);
  g_test_add_func ("/wire/a certificate is pinned", test_certificate_is_pinned);
  return g_test_run ();
}
