/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "certificate.h"
#include "server.h"

#include "base/error.h"

#include <string.h>

#define OK                                                                                         \
  "<ResponseStatus "                                                                               \
  "version=\"2.0\"><statusCode>1</statusCode><statusString>OK</statusString></ResponseStatus>"
#define USER_CHECK "/ISAPI/Security/userCheck"
#define CHECK_OK                                                                                   \
  "<userCheck><statusValue>200</statusValue><statusString>OK</statusString></userCheck>"
#define UPLOAD "/ISAPI/System/updateFirmware"
#define DOCUMENT "/ISAPI/System/deviceInfo"

static gboolean
get (PalierConnection *connection, const char *path, GError **error)
{
  g_auto (PalierAnswer) answer = { 0 };

  return palier_connection_get (connection, path, &answer, NULL, error);
}

typedef struct
{
  guint64 last;
  guint64 total;
} Progress;

static void
progress_cb (guint64 sent, guint64 total, gpointer data)
{
  Progress *progress = data;

  g_assert_cmpuint (sent, >=, progress->last);
  progress->last = sent;
  progress->total = total;
}

static gboolean
put (PalierConnection *connection, gsize size, Progress *progress, GError **error)
{
  g_autofree guint8 *content = g_malloc (size);
  g_autoptr (GBytes) body = NULL;
  g_auto (PalierAnswer) answer = { 0 };
  PalierRequest request
      = { .method = "PUT", .path = UPLOAD, .content_type = "application/octet-stream" };

  for (gsize i = 0; i < size; i++)
    content[i] = (guint8) (i * 31 >> 3);
  request.body = body = g_bytes_new (content, size);
  request.progress = progress ? progress_cb : NULL;
  request.progress_data = progress;
  return palier_connection_send (connection, &request, &answer, NULL, error);
}

static Server *
start (const Door *door, GTlsCertificate *certificate)
{
  Server *server = server_new (door, certificate);

  server_tell (server, "GET", USER_CHECK, 200, NULL, CHECK_OK);
  server_tell (server, "GET", DOCUMENT, 200, NULL, "<DeviceInfo><model>M</model></DeviceInfo>");
  server_tell (server, "PUT", UPLOAD, 200, NULL, OK);
  return server;
}

typedef struct
{
  const char *sentence;
  Door door;
  guint before; /* documents read before the file goes out */
  gboolean spent; /* the nonce has run out since */
} UploadRow;

static const UploadRow upload_rows[] = {
  { "a file goes out once, signed and whole, when nothing was asked before",
    { .password = "Secret77" },
    0,
    FALSE },
  { "and after a document was read", { .password = "Secret77" }, 1, FALSE },
  { "and by SHA-256", { .password = "Secret77", .algorithm = "SHA-256" }, 1, FALSE },
  { "and when the nonce has run out since, stale",
    { .password = "Secret77", .tells_stale = TRUE },
    2,
    TRUE },
  { "and when the nonce has run out since, without a word", { .password = "Secret77" }, 2, TRUE },
  { "and where each nonce is good for one request",
    { .password = "Secret77", .nonce_uses = 1 },
    1,
    FALSE },
  { "and where the next nonce is named",
    { .password = "Secret77", .nonce_uses = 1, .next_nonce = TRUE },
    1,
    FALSE },
};

static void
upload (const UploadRow *row, GTlsCertificate *certificate, const char *fingerprint)
{
  g_autoptr (Server) server = start (&row->door, certificate);
  g_autoptr (PalierConnection) connection = server_connect (server, "Secret77");
  g_autoptr (GError) error = NULL;
  Progress progress = { 0 };
  const Seen *seen;

  palier_connection_set_tls_pin (connection, fingerprint);
  for (guint i = 0; i < row->before; i++)
    g_assert_true (get (connection, DOCUMENT, NULL));
  if (row->spent)
    server_spend_nonce (server);
  put (connection, 1024 * 1024, &progress, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (server_count (server, "PUT", NULL), ==, 1);
  seen = server_last (server, "PUT", UPLOAD);
  g_assert_true (seen->accepted);
  g_assert_cmpuint (seen->body_length, ==, 1024 * 1024);
  g_assert_cmpuint (((const guint8 *) g_bytes_get_data (seen->body, NULL))[70001], ==,
                    (guint8) (70001 * 31 >> 3));
  g_assert_cmpuint (progress.last, ==, 1024 * 1024);
  g_assert_cmpuint (progress.total, ==, 1024 * 1024);
}

/* Over both: TLS has record sizes and timing of its own. */
static void
test_upload (gconstpointer data)
{
  g_autofree char *fingerprint = NULL;
  g_autoptr (GTlsCertificate) certificate = certificate_new (&fingerprint);

  upload (data, NULL, NULL);
  upload (data, certificate, fingerprint);
}

static void
test_upload_refused_is_not_repeated (void)
{
  const Door door = { .password = "Secret77", .forbidden = UPLOAD };
  g_autoptr (Server) server = start (&door, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, "Secret77");
  g_autoptr (GError) error = NULL;

  g_assert_false (put (connection, 1024 * 1024, NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_CONNECTION_LOST);
  g_assert_cmpuint (server_count (server, "PUT", NULL), ==, 1);
  /* The password is still good: other requests go on. */
  g_assert_true (get (connection, DOCUMENT, NULL));
}

static void
test_many_changes (void)
{
  const Door door = { .password = "Secret77" };
  g_autoptr (Server) server = start (&door, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, "Secret77");

  for (guint i = 0; i < 40; i++)
    g_assert_true (put (connection, 10, NULL, NULL));
  g_assert_cmpuint (server_count (server, "PUT", NULL), ==, 41);
}

static void
test_connection_is_used_again (void)
{
  const Door door = { .password = "Secret77" };
  g_autoptr (Server) server = start (&door, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, "Secret77");

  g_assert_cmpfloat (palier_connection_get_silence (connection), <, 0);
  for (guint i = 0; i < 20; i++)
    g_assert_true (get (connection, DOCUMENT, NULL));
  g_assert_cmpuint (server_count (server, "GET", DOCUMENT), ==, 21);
  g_assert_cmpfloat (palier_connection_get_silence (connection), >=, 0);
}

static void
test_new_address (void)
{
  const Door door = { .password = "Secret77" };
  g_autoptr (Server) old = start (&door, NULL);
  g_autoptr (Server) new = start (&door, NULL);
  g_autoptr (PalierConnection) connection = server_connect (old, "Secret77");
  g_autofree char *url = server_dup_url (new);
  g_autofree char *shown = NULL;

  g_assert_true (get (connection, DOCUMENT, NULL));
  g_assert_false (palier_connection_set_address (connection, "not an address", NULL));
  g_assert_true (palier_connection_set_address (connection, url, NULL));
  g_assert_true (get (connection, DOCUMENT, NULL));
  g_assert_cmpuint (server_count_refused (new), ==, 0);
  shown = palier_connection_dup_address (connection);
  g_assert_cmpstr (shown, ==, url);
}

static const struct
{
  const char *sentence;
  const char *text;
  const char *url; /* NULL: not an address */
} address_rows[] = {
  { "a host alone", "192.0.2.10", "http://192.0.2.10" },
  { "a host and a port", "192.0.2.10:8080", "http://192.0.2.10:8080" },
  { "a name", " recorder.local ", "http://recorder.local" },
  { "a URL", "https://192.0.2.10/", "https://192.0.2.10" },
  { "an IPv6 address", "fe80::1", "http://[fe80::1]" },
  { "an IPv6 address in brackets, and a port", "[2001:db8::1]:81", "http://[2001:db8::1]:81" },
  { "nothing", "", NULL },
  { "another scheme", "ftp://192.0.2.10", NULL },
  { "a password inside", "http://admin:secret@192.0.2.10", NULL },
  { "a path", "http://192.0.2.10/doc/page", NULL },
  { "a query", "http://192.0.2.10?x", NULL },
  { "words", "my recorder", NULL },
  { "a port out of range", "192.0.2.10:99999", NULL },
};

static void
test_addresses (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (address_rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *url = palier_address_parse (address_rows[i].text, "http", &error);

      g_test_message ("%s", address_rows[i].sentence);
      g_assert_cmpstr (url, ==, address_rows[i].url);
      if (!url)
        g_assert_error (error, PALIER_ERROR, PALIER_ERROR_USAGE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (upload_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/connection/upload/%s", upload_rows[i].sentence);

      g_test_add_data_func (path, &upload_rows[i], test_upload);
    }
  g_test_add_func ("/connection/upload/refused is not repeated",
                   test_upload_refused_is_not_repeated);
  g_test_add_func ("/connection/many changes", test_many_changes);
  g_test_add_func ("/connection/is used again", test_connection_is_used_again);
  g_test_add_func ("/connection/new address", test_new_address);
  g_test_add_func ("/connection/addresses", test_addresses);
  return g_test_run ();
}
