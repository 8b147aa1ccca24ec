/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "server-private.h"

#include <string.h>

#define REALM "3b7a0c9a5e44d1f2"

void
server_make_nonce (Server *self)
{
  g_free (self->nonce);
  self->nonce_made++;
  self->nonce = g_strdup_printf ("%032x:%u", self->nonce_made, 1700000000 + self->nonce_made);
  self->nonce_used = 0;
}

static char *
hash (GChecksumType type, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);
  return g_compute_checksum_for_string (type, text, -1);
}

/* Computes the response anew, from the request line itself. */
static gboolean
signature_holds (Server *self, GHashTable *given, const char *method, const char *path)
{
  GChecksumType type
      = g_strcmp0 (self->door.algorithm, "SHA-256") == 0 ? G_CHECKSUM_SHA256 : G_CHECKSUM_MD5;
  g_autofree char *a1 = hash (type, "admin:%s:%s", REALM, self->password);
  g_autofree char *a2 = hash (type, "%s:%s", method, path);
  const char *nc = g_hash_table_lookup (given, "nc");
  const char *cnonce = g_hash_table_lookup (given, "cnonce");
  g_autofree char *response = hash (type, "%s:%s:%s:%s:auth:%s", a1, self->nonce, nc, cnonce, a2);

  return g_strcmp0 (g_hash_table_lookup (given, "response"), response) == 0
         && g_strcmp0 (g_hash_table_lookup (given, "uri"), path) == 0
         && g_strcmp0 (g_hash_table_lookup (given, "username"), "admin") == 0;
}

static gboolean
nonce_is_good (Server *self, GHashTable *given)
{
  const char *nc = g_hash_table_lookup (given, "nc");

  return g_strcmp0 (g_hash_table_lookup (given, "nonce"), self->nonce) == 0
         && (self->door.nonce_uses == 0 || self->nonce_used < self->door.nonce_uses)
         && nc && g_ascii_strtoull (nc, NULL, 16) > self->nonce_used;
}

static void
ask_to_sign_in (Server *self, SoupServerMessage *message, gboolean stale)
{
  const char *body = self->door.refusal;
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  g_autofree char *challenge = NULL;

  if (!body)
    body = "<?xml version=\"1.0\" encoding=\"UTF-8\" "
           "?>\n<userCheck>\n<statusValue>401</statusValue>\n"
           "<statusString>Unauthorized</statusString>\n</userCheck>\n";
  server_make_nonce (self);
  challenge
      = g_strdup_printf ("Digest realm=\"" REALM "\", domain=\"::\", qop=\"auth\", nonce=\"%s\", "
                         "opaque=\"\", algorithm=\"%s\", stale=\"%s\"",
                         self->nonce, self->door.algorithm ? self->door.algorithm : "MD5",
                         stale ? "TRUE" : "FALSE");
  soup_message_headers_append (headers, "Server", "DNVRS-Webs");
  soup_message_headers_append (headers, "WWW-Authenticate", challenge);
  soup_server_message_set_status (message, 401, NULL);
  soup_server_message_set_response (message, "application/xml; charset=\"UTF-8\"", SOUP_MEMORY_COPY,
                                    body, strlen (body));
}

gboolean
server_let_in (Server *self, SoupServerMessage *message, Seen *seen)
{
  const char *text
      = soup_message_headers_get_one (soup_server_message_get_request_headers (message),
                                      "Authorization");
  GHashTable *given = NULL;
  gboolean good = FALSE;

  if (!self->password)
    return TRUE;
  seen->is_signed = text != NULL;
  if (text && g_str_has_prefix (text, "Digest "))
    {
      given = soup_header_parse_param_list (text + strlen ("Digest "));
      good = nonce_is_good (self, given);
      seen->accepted = good && signature_holds (self, given, seen->method, seen->path)
                       && g_strcmp0 (seen->path, self->door.forbidden) != 0;
      soup_header_free_param_list (given);
    }
  if (!seen->accepted)
    {
      ask_to_sign_in (self, message, text && !good && self->door.tells_stale);
      return FALSE;
    }
  self->nonce_used++;
  if (self->door.next_nonce)
    {
      g_autofree char *info = NULL;

      server_make_nonce (self);
      info = g_strdup_printf ("qop=auth, nextnonce=\"%s\"", self->nonce);
      soup_message_headers_append (soup_server_message_get_response_headers (message),
                                   "Authentication-Info", info);
    }
  return TRUE;
}
