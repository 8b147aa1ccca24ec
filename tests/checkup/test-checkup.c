/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "server.h"

#include "base/error.h"
#include "checkup/checkup.h"
#include "practice/practice.h"

#include <glib/gstdio.h>
#include <string.h>

/* The whole checkup, on the practice recorder and on recorders that answer anything but what was asked. */

#define PASSWORD "Abc-12345-xyz"

typedef struct
{
  char *folder;
  PalierJournal *journal;
  PalierClock *clock;
  PalierCheckup *checkup;
  GMainLoop *loop;
} Look;

static void
look_open (Look *look)
{
  g_autoptr (GError) error = NULL;

  look->folder = g_dir_make_tmp ("palier-checkup-XXXXXX", NULL);
  look->journal = palier_journal_open (look->folder, "S-0001", &error);
  g_assert_no_error (error);
  look->clock = palier_clock_new (1);
  look->loop = g_main_loop_new (NULL, FALSE);
}

static void
look_at (Look *look, PalierConnection *connection)
{
  g_clear_object (&look->checkup);
  look->checkup = palier_checkup_new (connection, palier_catalogue_get_shipped (), look->clock,
                                      look->journal);
  g_signal_connect_swapped (look->checkup, "finished", G_CALLBACK (g_main_loop_quit), look->loop);
}

static void
look_run (Look *look, GCancellable *cancellable)
{
  palier_checkup_start (look->checkup, cancellable);
  g_assert_true (palier_checkup_get_running (look->checkup));
  g_main_loop_run (look->loop);
  g_assert_false (palier_checkup_get_running (look->checkup));
}

static void
look_close (Look *look)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_clear_object (&look->checkup);
  g_clear_object (&look->journal);
  g_clear_pointer (&look->clock, palier_clock_unref);
  g_clear_pointer (&look->loop, g_main_loop_unref);
  dir = g_dir_open (look->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (look->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (look->folder);
  g_free (look->folder);
  palier_passwords_forget ();
}

static const PalierCheckRow *
get_row (Look *look, PalierCheck check)
{
  g_autoptr (PalierCheckItem) item = g_list_model_get_item (G_LIST_MODEL (look->checkup), check);

  return palier_check_item_get_row (item);
}

static PalierPractice *
serve (const char *scenario, PalierClock *clock)
{
  g_autoptr (GError) error = NULL;
  PalierPractice *practice = palier_practice_new (scenario, clock, 7, &error);

  g_assert_no_error (error);
  g_assert_true (palier_practice_serve (practice, 0, &error));
  return practice;
}

static PalierConnection *
connect_to (PalierPractice *practice, PalierSecret *secret)
{
  PalierConnection *connection
      = palier_connection_new (palier_practice_get_address (practice), NULL);

  palier_connection_set_credentials (connection, palier_practice_get_user (practice), secret);
  return connection;
}

static GPtrArray *
read_kept (Look *look)
{
  g_autofree char *text = palier_journal_dup_field (look->journal, "checkup");
  g_autoptr (GError) error = NULL;
  GPtrArray *rows;

  g_assert_nonnull (text);
  rows = palier_checkup_new_from_text (text, &error);
  g_assert_no_error (error);
  return rows;
}

static void
test_practice (void)
{
  Look look = { 0 };
  g_autoptr (PalierPractice) practice = NULL;
  g_autoptr (PalierSecret) secret = NULL;
  g_autoptr (PalierConnection) connection = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  PalierPracticeState state;

  look_open (&look);
  practice = serve ("v3.4.92", look.clock);
  secret = palier_secret_new (palier_practice_get_password (practice));
  connection = connect_to (practice, secret);
  look_at (&look, connection);
  palier_checkup_set_password (look.checkup, secret);
  palier_checkup_declare (look.checkup, PALIER_DECLARATION_SEPARATE, PALIER_DECLARED_YES);
  look_run (&look, NULL);
  g_assert_no_error (palier_checkup_get_error (look.checkup));
  g_assert_cmpuint (palier_checkup_count (look.checkup, PALIER_CHECK_VERIFIED), >, 10);
  g_assert_cmpuint (palier_checkup_count (look.checkup, PALIER_CHECK_DECLARED), ==, 1);
  g_assert_cmpuint (palier_checkup_count (look.checkup, PALIER_CHECK_NOT_CHECKED), >, 2);
  g_assert_cmpuint (palier_checkup_count_attention (look.checkup), >, 2);
  g_assert_true (get_row (&look, PALIER_CHECK_FIRMWARE)->needs_attention);
  g_assert_true (get_row (&look, PALIER_CHECK_UPNP)->needs_attention);
  g_assert_cmpint (get_row (&look, PALIER_CHECK_LOG)->verdict, ==, PALIER_CHECK_VERIFIED);
  g_assert_cmpint (get_row (&look, PALIER_CHECK_SNMP)->verdict, ==, PALIER_CHECK_VERIFIED);
  kept = read_kept (&look);
  g_assert_cmpuint (kept->len, ==, PALIER_N_CHECKS);
  palier_practice_get_state (practice, &state);
  g_assert_cmpuint (state.n_changes, ==, 0);
  look_close (&look);
}

/* What a person said stays, and changes the row that is there at once. */
static void
test_declared (void)
{
  Look look = { 0 };
  g_autoptr (PalierPractice) practice = NULL;
  g_autoptr (PalierSecret) secret = NULL;
  g_autoptr (PalierConnection) connection = NULL;
  g_autoptr (GPtrArray) kept = NULL;

  look_open (&look);
  practice = serve ("v4.50.00", look.clock);
  secret = palier_secret_new (palier_practice_get_password (practice));
  connection = connect_to (practice, secret);
  look_at (&look, connection);
  look_run (&look, NULL);
  g_assert_cmpint (get_row (&look, PALIER_CHECK_UPS)->verdict, ==, PALIER_CHECK_NOT_CHECKED);
  palier_checkup_declare (look.checkup, PALIER_DECLARATION_UPS, PALIER_DECLARED_NO);
  g_assert_cmpint (get_row (&look, PALIER_CHECK_UPS)->verdict, ==, PALIER_CHECK_DECLARED);
  g_assert_true (get_row (&look, PALIER_CHECK_UPS)->needs_attention);
  kept = read_kept (&look);
  g_assert_cmpint (((PalierCheckRow *) kept->pdata[PALIER_CHECK_UPS])->verdict, ==,
                   PALIER_CHECK_DECLARED);
  look_at (&look, connection);
  g_assert_cmpint (palier_checkup_get_declared (look.checkup, PALIER_DECLARATION_UPS), ==,
                   PALIER_DECLARED_NO);
  g_assert_cmpint (palier_checkup_get_declared (look.checkup, PALIER_DECLARATION_REMOTE), ==,
                   PALIER_DECLARED_NOTHING);
  look_close (&look);
}

static void
test_shared_password (void)
{
  Look look = { 0 };
  g_autoptr (PalierSecret) secret = palier_secret_new (PASSWORD);
  g_autoptr (PalierSecret) weak = palier_secret_new ("abcdefghijkl");
  g_autoptr (PalierPractice) practice = NULL;
  g_autoptr (PalierSecret) own = NULL;
  g_autoptr (PalierConnection) connection = NULL;

  look_open (&look);
  practice = serve ("v4.50.00", look.clock);
  own = palier_secret_new (palier_practice_get_password (practice));
  connection = connect_to (practice, own);
  look_at (&look, connection);
  palier_passwords_note ("ANOTHER-0001", secret);
  /* Judged for what it is, never tried: this one would not open it. */
  palier_checkup_set_password (look.checkup, secret);
  look_run (&look, NULL);
  g_assert_nonnull (strstr (get_row (&look, PALIER_CHECK_PASSWORD)->finding, "another recorder"));
  palier_passwords_forget ();
  look_run (&look, NULL);
  g_assert_false (get_row (&look, PALIER_CHECK_PASSWORD)->needs_attention);
  look_run (&look, NULL);
  g_assert_false (get_row (&look, PALIER_CHECK_PASSWORD)->needs_attention);
  palier_checkup_set_password (look.checkup, weak);
  look_run (&look, NULL);
  g_assert_nonnull (strstr (get_row (&look, PALIER_CHECK_PASSWORD)->finding, "few kinds"));
  look_close (&look);
}

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
      const PalierCheckRow *row = get_row (&look, (PalierCheck) i);

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
  g_assert_null (get_row (&look, PALIER_CHECK_SSH));
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
  g_test_add_func ("/checkup/the practice recorder, every verdict, and kept", test_practice);
  g_test_add_func ("/checkup/what a person said stays", test_declared);
  g_test_add_func ("/checkup/one password for two recorders", test_shared_password);
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
