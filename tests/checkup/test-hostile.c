/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "look.h"
#include "server.h"

#include "base/error.h"

#include <string.h>

/* The checkup of recorders that answer anything but what was asked. */

#define PASSWORD "Abc-12345-xyz"

typedef struct
{
  const char *says;
  guint status;
  const char *type;
  const char *body; /* of every document but the sign-in's */
} Hostile;

static const Hostile hostiles[] = {
  { "nothing at all", 200, "application/xml", "" },
  { "a web page", 200, "text/html", "<!DOCTYPE html><html><body><p>Hi</body></html>" },
  { "another document", 200, "application/xml", "<Other><enabled>true</enabled></Other>" },
  { "entities that grow", 200, "application/xml",
    "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
    "<SSH><enabled>&c;&c;&c;&c;</enabled></SSH>" },
  { "an outside entity", 200, "application/xml",
    "<!DOCTYPE SSH [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><SSH><enabled>&x;</enabled></SSH>" },
  { "a document cut short", 200, "application/xml", "<SSH><enabled>tr" },
  { "bytes that are no text", 200, "application/xml", "\377\376\001\002" },
  { "a place for nobody", 403, "application/xml",
    "<ResponseStatus><statusCode>4</statusCode><subStatusCode>lowPrivilege</subStatusCode></ResponseStatus>" },
  { "a firmware that knows none of it", 403, "application/xml",
    "<ResponseStatus><statusCode>4</statusCode><subStatusCode>notSupport</subStatusCode></ResponseStatus>" },
  { "a recorder that is busy", 503, "application/xml",
    "<ResponseStatus><statusCode>2</statusCode><subStatusCode>deviceBusy</subStatusCode></ResponseStatus>" },
  { "an error of its own", 500, "text/plain", "oops" },
  { "documents that contradict themselves", 200, "application/xml",
    "<SSH><enabled>true</enabled><enabled>false</enabled></SSH>" },
};

static gboolean
answer_cb (SoupServerMessage *message, const Seen *seen, gpointer data)
{
  const Hostile *hostile = data;

  if (strstr (seen->path, "userCheck"))
    server_answer (message, 200, "application/xml",
                   "<userCheck><statusValue>200</statusValue><statusString>OK</statusString></userCheck>");
  else
    server_answer (message, hostile->status, hostile->type, hostile->body);
  return TRUE;
}

/* Whatever comes, each row says that it was not looked at; none claims what nobody told. */
static void
test_hostile (gconstpointer data)
{
  const Hostile *hostile = data;
  const Door door = { .password = PASSWORD };
  Look look = { 0 };
  g_autoptr (Server) server = server_new (&door, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, PASSWORD);

  server_set_func (server, answer_cb, (gpointer) hostile);
  look_open (&look);
  look_at (&look, connection);
  look_run (&look, NULL);
  g_assert_no_error (palier_checkup_get_error (look.checkup));
  for (guint i = 0; i < PALIER_N_CHECKS; i++)
    {
      const PalierCheckRow *row = look_get_row (&look, (PalierCheck) i);

      g_assert_nonnull (row);
      if (i == PALIER_CHECK_ADDRESS) /* 127.0.0.1 is known without being told */
        continue;
      if (row->verdict != PALIER_CHECK_NOT_CHECKED)
        g_test_message ("%s: %s", palier_check_get_nick ((PalierCheck) i), row->finding);
      g_assert_cmpint (row->verdict, ==, PALIER_CHECK_NOT_CHECKED);
    }
  look_close (&look);
}

#define NOT_TOLD "<ResponseStatus><statusCode>4</statusCode><subStatusCode>notSupport</subStatusCode></ResponseStatus>"

/* A recorder with a thread for each connection, where each answer waits a moment for others to come. */
typedef struct
{
  GMutex lock;
  GCond more;
  guint now, most;
} Crowd;

static void
join_crowd (Crowd *crowd)
{
  gint64 until = g_get_monotonic_time () + 50 * G_TIME_SPAN_MILLISECOND;

  g_mutex_lock (&crowd->lock);
  crowd->now++;
  crowd->most = MAX (crowd->most, crowd->now);
  g_cond_broadcast (&crowd->more);
  while (crowd->now <= 4 && g_cond_wait_until (&crowd->more, &crowd->lock, until))
    ;
  crowd->now--;
  g_mutex_unlock (&crowd->lock);
}

static gboolean
crowd_cb (GThreadedSocketService *service, GSocketConnection *stream, GObject *source, gpointer data)
{
  g_autoptr (GDataInputStream) in
      = g_data_input_stream_new (g_io_stream_get_input_stream (G_IO_STREAM (stream)));
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (stream));
  gboolean sign_in = FALSE;
  char *line;

  g_data_input_stream_set_newline_type (in, G_DATA_STREAM_NEWLINE_TYPE_CR_LF);
  while ((line = g_data_input_stream_read_line (in, NULL, NULL, NULL)))
    {
      const char *body = sign_in ? "<userCheck><statusValue>200</statusValue></userCheck>" : NOT_TOLD;
      g_autofree char *answer = g_strdup_printf (
          "HTTP/1.1 %s\r\nContent-Type: application/xml\r\nContent-Length: %zu\r\n\r\n%s",
          sign_in ? "200 OK" : "403 Forbidden", strlen (body), body);
      gboolean whole = *line == '\0';

      if (g_str_has_prefix (line, "GET ") || g_str_has_prefix (line, "POST "))
        sign_in = strstr (line, "userCheck") != NULL;
      g_free (line);
      if (!whole)
        continue;
      if (!sign_in)
        join_crowd (data);
      if (!g_output_stream_write_all (out, answer, strlen (answer), NULL, NULL, NULL))
        break;
    }
  return TRUE;
}

static void
test_four_at_once (void)
{
  Look look = { 0 };
  Crowd crowd = { .most = 0 };
  g_autoptr (GSocketService) service = g_threaded_socket_service_new (-1);
  guint16 port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, NULL);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_autoptr (PalierConnection) connection = palier_connection_new (url, NULL);

  g_mutex_init (&crowd.lock);
  g_cond_init (&crowd.more);
  g_signal_connect (service, "run", G_CALLBACK (crowd_cb), &crowd);
  g_socket_service_start (service);
  look_open (&look);
  look_at (&look, connection);
  look_run (&look, NULL);
  g_assert_no_error (palier_checkup_get_error (look.checkup));
  g_assert_cmpuint (crowd.most, >, 1);
  g_assert_cmpuint (crowd.most, <=, 4);
  look_close (&look);
  g_clear_object (&connection);
  g_socket_service_stop (service);
  g_socket_listener_close (G_SOCKET_LISTENER (service));
}

static void
assert_nothing_kept (Look *look)
{
  g_autofree char *kept = palier_journal_dup_field (look->journal, "checkup");

  g_assert_null (kept);
}

static void
test_wrong_password (void)
{
  const Door door = { .password = PASSWORD };
  Look look = { 0 };
  g_autoptr (Server) server = server_new (&door, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, "Not-the-one-1");

  look_open (&look);
  look_at (&look, connection);
  look_run (&look, NULL);
  g_assert_error (palier_checkup_get_error (look.checkup), PALIER_ERROR, PALIER_ERROR_WRONG_PASSWORD);
  g_assert_cmpuint (server_count_refused (server), ==, 1);
  g_assert_null (look_get_row (&look, PALIER_CHECK_SSH));
  assert_nothing_kept (&look);
  look_close (&look);
}

static gboolean
cancel_cb (SoupServerMessage *message, const Seen *seen, gpointer data)
{
  if (!strstr (seen->path, "userCheck"))
    g_cancellable_cancel (data);
  return answer_cb (message, seen, (gpointer) &hostiles[0]);
}

static void
test_cancelled (void)
{
  const Door door = { .password = PASSWORD };
  Look look = { 0 };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (Server) server = server_new (&door, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, PASSWORD);

  server_set_func (server, cancel_cb, cancellable);
  look_open (&look);
  look_at (&look, connection);
  look_run (&look, cancellable);
  g_assert_error (palier_checkup_get_error (look.checkup), G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_nothing_kept (&look);
  look_close (&look);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/checkup/four requests at once, no more", test_four_at_once);
  g_test_add_func ("/checkup/a wrong password is tried once", test_wrong_password);
  g_test_add_func ("/checkup/cancelled: the journal stays as it was", test_cancelled);
  for (guint i = 0; i < G_N_ELEMENTS (hostiles); i++)
    {
      g_autofree char *path = g_strconcat ("/checkup/hostile/", hostiles[i].says, NULL);

      g_test_add_data_func (path, &hostiles[i], test_hostile);
    }
  return g_test_run ();
}
