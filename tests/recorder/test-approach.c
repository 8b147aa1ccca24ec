/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "certificate.h"
#include "raw-server.h"
#include "server.h"

#include "base/error.h"
#include "recorder/approach.h"

#include <glib/gstdio.h>
#include <string.h>

#define DOCUMENT "/ISAPI/System/deviceInfo"
#define SERIAL "DS-7716NI-I41620160910CCRR600000000WCVU"

/* A recorder over HTTPS, one over plain HTTP, a port where nobody listens, and what was accepted so far. */
typedef struct
{
  GTlsCertificate *certificate;
  char *fingerprint;
  Server *secure, *plain;
  guint secure_port, plain_port, dead_port;
  GSocket *dead; /* keeps the port, and refuses all who call */
  char *folder, *path;
  PalierPins *pins;
} Fixture;

static guint
port_of (Server *server)
{
  g_autofree char *url = server_dup_url (server);
  g_autoptr (GUri) uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);

  return (guint) g_uri_get_port (uri);
}

static void
hold_dead_port (Fixture *self)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;

  self->dead = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  g_assert_true (g_socket_bind (self->dead, any, FALSE, NULL));
  bound = g_socket_get_local_address (self->dead, NULL);
  self->dead_port = g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
}

static void
set_up (Fixture *self, gconstpointer data)
{
  const Door door = { .password = "Secret77" };

  self->certificate = certificate_new (&self->fingerprint);
  self->secure = server_new (&door, self->certificate);
  self->plain = server_new (&door, NULL);
  server_tell (self->secure, "GET", DOCUMENT, 200, NULL, "<a/>");
  self->secure_port = port_of (self->secure);
  self->plain_port = port_of (self->plain);
  hold_dead_port (self);
  self->folder = g_dir_make_tmp ("palier-pins-XXXXXX", NULL);
  self->path = g_build_filename (self->folder, "palier", "certificates.json", NULL);
  self->pins = palier_pins_new (self->path);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  g_autofree char *inner = g_path_get_dirname (self->path);
  g_autofree char *aside = g_strconcat (self->path, ".damaged", NULL);

  server_free (self->secure);
  server_free (self->plain);
  g_object_unref (self->certificate);
  g_object_unref (self->dead);
  palier_pins_free (self->pins);
  g_remove (aside);
  g_remove (self->path);
  g_rmdir (inner);
  g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
  g_free (self->fingerprint);
}

static PalierApproach *
go (Fixture *self, const char *scheme, guint port, guint https_port, const char *serial, GError **error)
{
  g_autofree char *address = g_strdup_printf ("%s127.0.0.1:%u", scheme, port);
  const PalierApproachQuery query = { .address = address, .serial = serial, .https_port = https_port };

  return palier_approach (self->pins, &query, NULL, error);
}

static PalierApproach *
go_well (Fixture *self, const char *scheme, guint port, guint https_port, const char *serial)
{
  g_autoptr (GError) error = NULL;
  PalierApproach *approach = go (self, scheme, port, https_port, serial, &error);

  g_assert_no_error (error);
  return approach;
}

static gboolean
ask (PalierConnection *connection, GError **error)
{
  g_autoptr (PalierSecret) secret = palier_secret_new ("Secret77");
  g_auto (PalierAnswer) answer = { 0 };

  palier_connection_set_credentials (connection, "admin", secret);
  return palier_connection_get (connection, DOCUMENT, &answer, NULL, error);
}

static void
assert_refused (const PalierApproach *approach, const char *accepted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierConnection) connection = palier_approach_connect (approach, &error);

  g_assert_null (connection);
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_CERTIFICATE);
  g_assert_nonnull (strstr (palier_error_get_detail (error), approach->fingerprint));
  g_assert_true (!accepted || strstr (palier_error_get_detail (error), accepted));
}

static void
test_new_until_accepted (Fixture *self, gconstpointer data)
{
  g_autoptr (PalierApproach) first = go_well (self, "", self->secure_port, 0, NULL);
  g_autoptr (PalierApproach) second = NULL;
  g_autoptr (PalierConnection) connection = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (first->transport, ==, PALIER_TRANSPORT_HTTPS);
  g_assert_cmpint (first->pin, ==, PALIER_PIN_NEW);
  g_assert_cmpstr (first->fingerprint, ==, self->fingerprint);
  g_assert_true (g_str_has_prefix (first->address, "https://127.0.0.1:"));
  assert_refused (first, NULL);
  g_assert_cmpuint (server_count (self->secure, NULL, NULL), ==, 0);

  g_assert_true (palier_approach_accept (first, self->pins, &error));
  connection = palier_approach_connect (first, &error);
  g_assert_no_error (error);
  g_assert_true (ask (connection, &error));
  second = go_well (self, "", self->secure_port, 0, NULL);
  g_assert_cmpint (second->pin, ==, PALIER_PIN_KNOWN);
}

static void
test_changed (Fixture *self, gconstpointer data)
{
  g_autofree char *other = g_strnfill (64, 'A');
  g_autoptr (PalierApproach) first = go_well (self, "", self->secure_port, 0, NULL);
  g_autoptr (PalierApproach) second = NULL;

  g_assert_true (palier_pins_accept (self->pins, first->address, NULL, other, NULL));
  second = go_well (self, "https://", self->secure_port, 0, NULL);
  g_assert_cmpint (second->pin, ==, PALIER_PIN_CHANGED);
  g_assert_cmpuint (strlen (second->accepted), ==, 64);
  assert_refused (second, second->accepted);
  g_assert_true (palier_approach_accept (second, self->pins, NULL));
  g_assert_null (second->accepted);
  g_assert_cmpuint (server_count (self->secure, NULL, NULL), ==, 0);
}

/* A recorder is its serial number: it may move, and another may come to its address. */
static void
test_follows_the_serial_number (Fixture *self, gconstpointer data)
{
  g_autoptr (PalierApproach) first = go_well (self, "", self->secure_port, 0, NULL);
  g_autofree char *moved = NULL;
  g_autofree char *other = NULL;
  g_autofree char *anyone = NULL;
  g_autofree char *gone = NULL;

  g_assert_true (palier_approach_accept (first, self->pins, NULL));
  g_assert_true (palier_approach_bind (first, self->pins, SERIAL, NULL));
  moved = palier_pins_dup (self->pins, "https://192.0.2.9", SERIAL);
  other = palier_pins_dup (self->pins, first->address, "another");
  anyone = palier_pins_dup (self->pins, first->address, NULL);
  g_assert_cmpstr (moved, ==, self->fingerprint);
  g_assert_null (other);
  g_assert_cmpstr (anyone, ==, self->fingerprint);

  /* There is one place for each recorder. */
  g_assert_true (palier_pins_accept (self->pins, "https://192.0.2.9", SERIAL, self->fingerprint, NULL));
  gone = palier_pins_dup (self->pins, first->address, NULL);
  g_assert_null (gone);
}

static void
test_plain_where_nothing_else (Fixture *self, gconstpointer data)
{
  g_autoptr (PalierApproach) approach = go_well (self, "", self->plain_port, self->dead_port, NULL);
  g_autoptr (PalierApproach) asked_for = go_well (self, "http://", self->secure_port, 0, NULL);
  g_autoptr (PalierConnection) connection = palier_approach_connect (approach, NULL);

  g_assert_cmpint (approach->transport, ==, PALIER_TRANSPORT_HTTP);
  g_assert_cmpint (approach->pin, ==, PALIER_PIN_NONE);
  g_assert_null (approach->fingerprint);
  g_assert_nonnull (connection);
  g_assert_cmpint (asked_for->transport, ==, PALIER_TRANSPORT_HTTP);
}

/* Somebody between could close the secure port. */
static void
test_never_quietly_plain (Fixture *self, gconstpointer data)
{
  g_autoptr (PalierApproach) first = go_well (self, "", self->secure_port, 0, NULL);
  g_autoptr (PalierApproach) asked_for = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (palier_approach_accept (first, self->pins, NULL));
  g_assert_null (go (self, "", self->plain_port, self->dead_port, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_CERTIFICATE);
  asked_for = go_well (self, "http://", self->plain_port, 0, NULL);
  g_assert_cmpint (asked_for->transport, ==, PALIER_TRANSPORT_HTTP);
}

static void
test_a_pin_of_ones_own (Fixture *self, gconstpointer data)
{
  g_autofree char *address = g_strdup_printf ("127.0.0.1:%u", self->secure_port);
  g_autofree char *plain = g_strdup_printf ("127.0.0.1:%u", self->plain_port);
  g_autofree char *url = g_strconcat ("http://", address, NULL);
  g_autofree char *capitals = g_ascii_strup (self->fingerprint, -1);
  g_autofree char *wrong = g_strnfill (64, 'a');
  const PalierApproachQuery right = { .address = address, .pin = capitals };
  const PalierApproachQuery off = { .address = address, .pin = wrong };
  const PalierApproachQuery without = { .address = plain, .pin = wrong, .https_port = self->dead_port };
  const PalierApproachQuery against = { .address = url, .pin = wrong };
  g_autoptr (PalierApproach) known = palier_approach (NULL, &right, NULL, NULL);
  g_autoptr (PalierApproach) changed = palier_approach (NULL, &off, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (known->pin, ==, PALIER_PIN_KNOWN);
  g_assert_cmpint (changed->pin, ==, PALIER_PIN_CHANGED);
  assert_refused (changed, wrong);
  g_assert_null (palier_approach (NULL, &without, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_CERTIFICATE);
  g_clear_error (&error);
  g_assert_null (palier_approach (NULL, &against, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_USAGE);
}

static void
test_nobody_there (Fixture *self, gconstpointer data)
{
  const char *const schemes[] = { "", "https://" };

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (go (self, schemes[i], self->dead_port, 0, NULL, &error));
      g_assert_error (error, PALIER_ERROR, PALIER_ERROR_UNREACHABLE);
    }
}

static void
cancel_and_wait_cb (GSocketConnection *connection, gpointer data)
{
  GInputStream *stream = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  char c;

  g_cancellable_cancel (data);
  while (g_input_stream_read (stream, &c, 1, NULL, NULL) == 1)
    ;
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancel = g_cancellable_new ();
  g_autoptr (RawServer) server = raw_server_new (cancel_and_wait_cb, cancel);
  g_autoptr (PalierConnection) connection = raw_server_connect (server);
  g_autofree char *url = palier_connection_dup_address (connection);
  const PalierApproachQuery query = { .address = url + strlen ("http://") };
  g_autoptr (GError) error = NULL;

  g_assert_null (palier_approach (NULL, &query, cancel, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* It accepts and says nothing: after a moment the plain way is tried. */
static void
wait_cb (GSocketConnection *connection, gpointer data)
{
  GInputStream *stream = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  char c;

  while (g_input_stream_read (stream, &c, 1, NULL, NULL) == 1)
    ;
}

static void
test_silent_port (Fixture *self, gconstpointer data)
{
  g_autoptr (RawServer) server = raw_server_new (wait_cb, NULL);
  g_autoptr (PalierConnection) connection = raw_server_connect (server);
  g_autofree char *url = palier_connection_dup_address (connection);
  guint port = (guint) g_ascii_strtoull (strrchr (url, ':') + 1, NULL, 10);
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (PalierApproach) approach = go_well (self, "", self->plain_port, port, NULL);

  g_assert_cmpint (approach->transport, ==, PALIER_TRANSPORT_HTTP);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 10 * G_TIME_SPAN_SECOND);
}

static void
test_damaged_file (Fixture *self, gconstpointer data)
{
  static const char *const texts[] = { "", "[]", "{\"format\": 1}", "{\"format\": 2, \"pins\": []}",
                                       "{\"format\": 1, \"pins\": [1]}",
                                       "{\"format\": 1, \"pins\": [{\"address\": \"a\", \"sha256\": \"x\"}]}" };
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *aside = g_strconcat (self->path, ".damaged", NULL);

  g_mkdir_with_parents (folder, 0700);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *known = NULL;
      g_autofree char *kept = NULL;

      g_assert_true (g_file_set_contents (self->path, texts[i], -1, NULL));
      g_assert_null (palier_pins_dup (self->pins, "https://192.0.2.9", NULL));
      g_assert_true (palier_pins_accept (self->pins, "https://192.0.2.9", NULL, self->fingerprint, NULL));
      known = palier_pins_dup (self->pins, "https://192.0.2.9", NULL);
      g_assert_cmpstr (known, ==, self->fingerprint);
      g_assert_true (g_file_get_contents (aside, &kept, NULL, NULL));
      g_assert_cmpstr (kept, ==, texts[i]);
    }
}

static void
test_fingerprint_text (void)
{
  g_autofree char *text = palier_fingerprint_to_text ("00ab10");

  g_assert_cmpstr (text, ==, "00:AB:10");
}

#define ADD(sentence, func) g_test_add ("/approach/" sentence, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("a certificate is new until it was accepted", test_new_until_accepted);
  ADD ("another certificate than the accepted one", test_changed);
  ADD ("follows the serial number", test_follows_the_serial_number);
  ADD ("plain HTTP where there is nothing else", test_plain_where_nothing_else);
  ADD ("what was secure never becomes plain by itself", test_never_quietly_plain);
  ADD ("a pin of one's own", test_a_pin_of_ones_own);
  ADD ("nobody there", test_nobody_there);
  ADD ("a port that says nothing", test_silent_port);
  ADD ("a damaged file is kept aside", test_damaged_file);
  g_test_add_func ("/approach/cancelled", test_cancelled);
  g_test_add_func ("/approach/fingerprint as text", test_fingerprint_text);
  return g_test_run ();
}
