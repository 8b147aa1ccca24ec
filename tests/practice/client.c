/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "client.h"

#include "practice/practice-package.h"

#include <glib/gstdio.h>
#include <string.h>

void
client_open (Client *self, const char *scenario)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = NULL;

  memset (self, 0, sizeof *self);
  if (scenario != NULL && scenario[0] == '{')
    {
      int fd = g_file_open_tmp ("palier-scenario-XXXXXX", &file, &error);

      g_assert_no_error (error);
      g_close (fd, NULL);
      g_assert_true (g_file_set_contents (file, scenario, -1, NULL));
    }
  self->clock = palier_clock_new (0);
  self->practice = palier_practice_new (file != NULL ? file : scenario, self->clock, 7, &error);
  g_assert_no_error (error);
  g_assert_true (palier_practice_serve (self->practice, 0, &error));
  g_assert_no_error (error);
  self->user = g_strdup (palier_practice_get_user (self->practice));
  self->password = g_strdup (palier_practice_get_password (self->practice));
  self->body = g_string_new (NULL);
  if (file != NULL)
    g_unlink (file);
}

void
client_close (Client *self)
{
  g_clear_object (&self->practice);
  g_clear_pointer (&self->clock, palier_clock_unref);
  g_free (self->user);
  g_free (self->password);
  g_free (self->nonce);
  g_free (self->head);
  g_string_free (self->body, TRUE);
}

void
client_sign_in_as (Client *self, const char *user, const char *password)
{
  char *old_user = self->user;
  char *old_password = self->password;

  self->user = g_strdup (user);
  self->password = g_strdup (password);
  g_free (old_user);
  g_free (old_password);
  g_clear_pointer (&self->nonce, g_free);
}

char *
client_dup_header (Client *self, const char *name)
{
  g_auto (GStrv) lines = g_strsplit (self->head != NULL ? self->head : "", "\r\n", -1);
  gsize length = strlen (name);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_ascii_strncasecmp (lines[i], name, length) == 0 && lines[i][length] == ':')
      return g_strdup (lines[i] + length + 2);
  return NULL;
}

char *
client_dup_element (Client *self, const char *name)
{
  g_autofree char *pattern = g_strdup_printf ("<%s[^>]*>([^<]*)</%s>", name, name);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  if (!g_utf8_validate (self->body->str, (gssize) self->body->len, NULL)
      || !g_regex_match (regex, self->body->str, 0, &match))
    return NULL;
  return g_match_info_fetch (match, 1);
}

guint
client_count (Client *self, const char *needle)
{
  guint n = 0;

  for (const char *at = self->body->str; (at = strstr (at, needle)) != NULL; at += strlen (needle))
    n++;
  return n;
}

static void
read_answer (Client *self, GInputStream *in)
{
  g_autoptr (GString) all = g_string_new (NULL);
  char piece[16384];
  const char *end = NULL;
  gssize n;
  gsize wanted = G_MAXSIZE;

  g_clear_pointer (&self->head, g_free);
  g_string_truncate (self->body, 0);
  while (all->len < wanted && (n = g_input_stream_read (in, piece, sizeof piece, NULL, NULL)) > 0)
    {
      g_string_append_len (all, piece, n);
      if (self->head != NULL || (end = strstr (all->str, "\r\n\r\n")) == NULL)
        continue;
      self->head = g_strndup (all->str, (gsize) (end - all->str));
      {
        g_autofree char *length = client_dup_header (self, "Content-Length");

        wanted = (gsize) (end - all->str) + 4
                 + (length != NULL ? g_ascii_strtoull (length, NULL, 10) : 0);
      }
    }
  if (self->head != NULL)
    g_string_append_len (self->body, all->str + strlen (self->head) + 4,
                         (gssize) (all->len - strlen (self->head) - 4));
}

static gboolean
accept_cb (GTlsConnection *connection, GTlsCertificate *certificate, GTlsCertificateFlags flaws, gpointer data)
{
  return TRUE;
}

/* Whatever certificate it shows. */
static void
trust_cb (GSocketClient *client, GSocketClientEvent event, GSocketConnectable *place, GIOStream *stream, gpointer data)
{
  if (event == G_SOCKET_CLIENT_TLS_HANDSHAKING)
    g_signal_connect (stream, "accept-certificate", G_CALLBACK (accept_cb), NULL);
}

guint
client_send_raw (Client *self, const char *bytes, gssize length)
{
  const char *url = palier_practice_get_address (self->practice);
  const char *address = strstr (url, "://") + strlen ("://");
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocketConnection) connection = NULL;
  gsize size = length < 0 ? strlen (bytes) : (gsize) length;

  g_socket_client_set_timeout (client, 30);
  g_socket_client_set_tls (client, g_str_has_prefix (url, "https:"));
  g_signal_connect (client, "event", G_CALLBACK (trust_cb), NULL);
  g_clear_pointer (&self->head, g_free);
  connection = g_socket_client_connect_to_host (client, address, 80, NULL, NULL);
  if (connection == NULL)
    return 0;
  g_output_stream_write_all (g_io_stream_get_output_stream (G_IO_STREAM (connection)), bytes, size,
                             NULL, NULL, NULL);
  if (length < 0)
    g_socket_shutdown (g_socket_connection_get_socket (connection), FALSE, TRUE, NULL);
  read_answer (self, g_io_stream_get_input_stream (G_IO_STREAM (connection)));
  return self->head != NULL ? (guint) g_ascii_strtoull (self->head + strlen ("HTTP/1.1 "), NULL, 10)
                            : 0;
}

guint
client_send_once (Client *self, const char *method, const char *target, const char *type,
                  GBytes *body, const char *authorization)
{
  g_autoptr (GString) request = g_string_new (NULL);

  g_string_append_printf (request, "%s %s HTTP/1.1\r\nHost: practice\r\n", method, target);
  if (authorization != NULL)
    g_string_append_printf (request, "Authorization: %s\r\n", authorization);
  if (body != NULL)
    g_string_append_printf (request, "Content-Type: %s\r\nContent-Length: %" G_GSIZE_FORMAT "\r\n",
                            type, g_bytes_get_size (body));
  g_string_append (request, "\r\n");
  if (body != NULL)
    g_string_append_len (request, g_bytes_get_data (body, NULL), (gssize) g_bytes_get_size (body));
  return client_send_raw (self, request->str, (gssize) request->len);
}

static char *
dup_param (const char *challenge, const char *name)
{
  g_autofree char *pattern = g_strdup_printf ("[ ,]%s=\"([^\"]*)\"", name);
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  return g_regex_match (regex, challenge, 0, &match) ? g_match_info_fetch (match, 1) : NULL;
}

static char *
sum (GChecksumType type, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  return g_compute_checksum_for_string (type, text, -1);
}

/* self->nonce holds the whole challenge. */
char *
client_authorise (Client *self, const char *method, const char *target)
{
  g_autofree char *realm = dup_param (self->nonce, "realm");
  g_autofree char *nonce = dup_param (self->nonce, "nonce");
  g_autofree char *algorithm = dup_param (self->nonce, "algorithm");
  GChecksumType type = g_str_equal (algorithm, "MD5") ? G_CHECKSUM_MD5 : G_CHECKSUM_SHA256;
  g_autofree char *ha1 = sum (type, "%s:%s:%s", self->user, realm, self->password);
  g_autofree char *ha2 = sum (type, "%s:%s", method, target);
  g_autofree char *response = NULL;

  self->nc++;
  response = sum (type, "%s:%s:%08x:c0ffee:auth:%s", ha1, nonce, self->nc, ha2);
  return g_strdup_printf (
      "Digest username=\"%s\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", algorithm=%s, "
      "qop=auth, nc=%08x, cnonce=\"c0ffee\", response=\"%s\"",
      self->user, realm, nonce, target, algorithm, self->nc, response);
}

guint
client_send_bytes (Client *self, const char *method, const char *target, const char *type,
                   GBytes *body)
{
  g_autofree char *first = self->nonce != NULL ? client_authorise (self, method, target) : NULL;
  g_autofree char *second = NULL;
  g_autofree char *challenge = NULL;
  guint status = client_send_once (self, method, target, type, body, first);

  if (status != 401)
    return status;
  challenge = client_dup_header (self, "WWW-Authenticate");
  if (challenge == NULL || (first != NULL && strstr (challenge, "stale=\"TRUE\"") == NULL))
    return status;
  g_free (self->nonce);
  self->nonce = g_steal_pointer (&challenge);
  second = client_authorise (self, method, target);
  return client_send_once (self, method, target, type, body, second);
}

guint
client_send (Client *self, const char *method, const char *target, const char *body)
{
  g_autoptr (GBytes) bytes = body != NULL ? g_bytes_new (body, strlen (body)) : NULL;

  return client_send_bytes (self, method, target, "application/xml", bytes);
}

GBytes *
client_make_package (Client *self, const char *version, gboolean custom)
{
  PalierPracticePackage package
      = { palier_practice_get_serial (self->practice), "i-series", custom, version, 3 };

  return palier_practice_package_build (&package);
}

PalierPracticeState
client_state (Client *self)
{
  PalierPracticeState state;

  palier_practice_get_state (self->practice, &state);
  return state;
}

gboolean
client_wait_back (Client *self, double seconds)
{
  double until = palier_clock_now (self->clock) + seconds;

  while (palier_clock_now (self->clock) < until)
    {
      if (client_send_once (self, "GET", "/SDK/activateStatus", NULL, NULL, NULL) == 200)
        return TRUE;
      palier_clock_advance (self->clock, 10);
    }
  return FALSE;
}

void
client_climb (Client *self, const char *version, gboolean custom)
{
  g_autoptr (GBytes) package = client_make_package (self, version, custom);

  g_assert_cmpuint (client_send_bytes (self, "PUT", "/ISAPI/System/updateFirmware",
                                       "application/octet-stream", package),
                    ==, 200);
  g_assert_true (client_state (self).flashing);
  palier_clock_advance (self->clock, 3600);
}
