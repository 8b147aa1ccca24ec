/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "half.h"

#include "server.h"

#include "recorder/json.h"
#include "recorder/xml.h"

#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <string.h>

/* What it challenges with: 16 bytes in hex. */
#define SECRET "0f1e2d3c4b5a69788796a5b4c3d2e1f0"

struct _Half
{
  Server *server;
  HalfFault fault;
  char *password;
  GString *came;
};

static gsize
unhex (const char *text, guint8 *bytes, gsize room)
{
  gsize n = MIN (strlen (text) / 2, room);

  for (gsize i = 0; i < n; i++)
    bytes[i] = (guint8) (g_ascii_xdigit_value (text[2 * i]) * 16
                         + g_ascii_xdigit_value (text[2 * i + 1]));
  return n;
}

static char *
decode (const char *base64)
{
  gsize size = 0;
  g_autofree guchar *bytes = g_base64_decode (base64, &size);

  return g_strndup ((const char *) bytes, size);
}

/* base64 of the hex of secret, encrypted for the modulus that came as base64 of hex. */
static char *
challenge (Half *self, const char *wrapped)
{
  const char *secret = self->fault == HALF_SHORT ? "0f1e2d3c4b5a6978"
                       : self->fault == HALF_NO_HEX ? "zz1e2d3c4b5a69788796a5b4c3d2e1f0" : SECRET;
  const gnutls_datum_t plain = { (unsigned char *) secret, (unsigned int) strlen (secret) };
  static const guint8 exponent[] = { 1, 0, 1 };
  g_autofree char *hex = decode (wrapped);
  g_autoptr (GString) text = g_string_new (NULL);
  guint8 modulus[384];
  gsize size = unhex (hex, modulus, sizeof modulus);
  gnutls_datum_t m = { modulus, (unsigned int) size };
  gnutls_datum_t e = { (unsigned char *) exponent, sizeof exponent };
  gnutls_datum_t cipher = { 0 };
  gnutls_pubkey_t key;

  g_assert_true (size == 128 || size == 384);
  if (self->fault == HALF_OTHER_KEY)
    modulus[0] ^= 0x10;
  gnutls_pubkey_init (&key);
  g_assert_cmpint (gnutls_pubkey_import_rsa_raw (key, &m, &e), ==, 0);
  g_assert_cmpint (gnutls_pubkey_encrypt_data (key, 0, &plain, &cipher), ==, 0);
  for (guint i = 0; i < cipher.size; i++)
    g_string_append_printf (text, "%02x", cipher.data[i]);
  gnutls_free (cipher.data);
  gnutls_pubkey_deinit (key);
  return g_base64_encode ((const guchar *) text->str, text->len);
}

/* Each block by itself from a vector of zeros is what ECB comes to. */
static void
open_ecb (const gnutls_datum_t *key, guint8 *bytes, gsize size)
{
  for (gsize i = 0; i < size; i += 16)
    {
      guint8 zero[16] = { 0 };
      gnutls_datum_t iv = { zero, 16 };
      gnutls_cipher_hd_t cipher;

      gnutls_cipher_init (&cipher, GNUTLS_CIPHER_AES_128_CBC, key, &iv);
      gnutls_cipher_decrypt (cipher, bytes + i, 16);
      gnutls_cipher_deinit (cipher);
    }
}

/* FALSE when it does not open. */
static gboolean
take_password (Half *self, const char *sealed, const char *iv_text)
{
  g_autofree char *hex = decode (sealed);
  guint8 key_bytes[16], iv_bytes[16], bytes[64] = { 0 };
  gnutls_datum_t key = { key_bytes, 16 };
  gsize size = unhex (hex, bytes, sizeof bytes - 1);

  unhex (SECRET, key_bytes, 16);
  if (size == 0 || size % 16 != 0)
    return FALSE;
  if (iv_text)
    {
      gnutls_datum_t iv = { iv_bytes, 16 };
      gnutls_cipher_hd_t cipher;

      g_assert_cmpuint (unhex (iv_text, iv_bytes, 16), ==, 16);
      gnutls_cipher_init (&cipher, GNUTLS_CIPHER_AES_128_CBC, &key, &iv);
      gnutls_cipher_decrypt (cipher, bytes, size);
      gnutls_cipher_deinit (cipher);
      g_assert_cmpuint (bytes[size - 1], <=, 16);
      for (guint i = bytes[size - 1]; i > 0; i--) /* PKCS7 */
        bytes[--size] = 0;
    }
  else
    open_ecb (&key, bytes, size);
  if (memcmp (bytes, SECRET, 16) != 0)
    return FALSE;
  self->password = g_strdup ((const char *) bytes + 16);
  return TRUE;
}

static void
refuse (SoupServerMessage *message, const char *word)
{
  g_autofree char *text
      = g_strdup_printf ("<ResponseStatus><statusCode>4</statusCode><subStatusCode>%s"
                         "</subStatusCode></ResponseStatus>",
                         word);

  server_answer (message, 403, "application/xml", text);
}

static void
give_challenge (Half *self, SoupServerMessage *message, const char *public_key, const char *format)
{
  g_autofree char *text = challenge (self, public_key);
  g_autofree char *body = NULL;

  if (self->fault == HALF_NO_KEY)
    body = g_strdup (format[0] == '{' ? "{}" : "<Challenge/>");
  else
    body = g_strconcat (format, text, format[0] == '{' ? "\"}" : "</key></SomeChallenge>", NULL);
  server_answer (message, 200, "text/plain", body);
}

static void
give_status (Half *self, SoupServerMessage *message, const char *sealed, const char *iv)
{
  if (self->fault == HALF_WEAK)
    refuse (message, "riskPassword");
  else if (take_password (self, sealed, iv))
    server_answer (message, 200, "text/plain",
                   iv ? "{\"statusCode\":1}"
                      : "<ResponseStatus><statusCode>1</statusCode></ResponseStatus>");
  else
    refuse (message, "badXmlContent");
}

static void
answer_xml (Half *self, SoupServerMessage *message, const Seen *seen, const char *data, gsize size)
{
  g_autoptr (PalierXml) xml = palier_xml_parse (data, size, NULL);
  PalierXmlNode *root = palier_xml_get_root (xml);
  gboolean first = g_str_equal (seen->path, "/ISAPI/Security/challenge");
  g_autofree char *text = palier_xml_dup_text (root, first ? "key" : "password");

  g_assert_cmpstr (seen->method, ==, first ? "POST" : "PUT");
  g_assert_cmpstr (palier_xml_get_name (root), ==, first ? "PublicKey" : "ActivateInfo");
  if (first)
    give_challenge (self, message, text, "<SomeChallenge xmlns=\"urn:x\"><key>");
  else
    give_status (self, message, text, NULL);
}

static void
answer_json (Half *self, SoupServerMessage *message, const Seen *seen, const char *data, gsize size)
{
  g_autoptr (PalierJson) json = palier_json_parse (data, size, NULL);
  g_autofree char *public_key = palier_json_dup_text (json, "publicKey");
  g_autofree char *sealed = palier_json_dup_text (json, "password");
  g_autofree char *iv = palier_json_dup_text (json, "iv");

  g_assert_cmpstr (seen->method, ==, "POST");
  if (public_key)
    give_challenge (self, message, public_key, "{\"challenge\":\"");
  else
    give_status (self, message, sealed, iv);
}

static gboolean
answer_cb (SoupServerMessage *message, const Seen *seen, gpointer data)
{
  Half *self = data;
  gsize size;
  const char *body = g_bytes_get_data (seen->body, &size);

  g_string_append_len (self->came, body, (gssize) size);
  if (self->fault == HALF_ACTIVE)
    refuse (message, "hasActivated");
  else if (strstr (seen->path, "format=json"))
    answer_json (self, message, seen, body, size);
  else
    answer_xml (self, message, seen, body, size);
  return TRUE;
}

Half *
half_new (HalfFault fault)
{
  Half *self = g_new0 (Half, 1);

  self->fault = fault;
  self->came = g_string_new (NULL);
  self->server = server_new (NULL, NULL);
  server_set_func (self->server, answer_cb, self);
  return self;
}

void
half_free (Half *self)
{
  server_free (self->server);
  g_string_free (self->came, TRUE);
  g_free (self->password);
  g_free (self);
}

PalierConnection *
half_connect (Half *self)
{
  return server_connect (self->server, NULL);
}

const char *
half_get_password (Half *self)
{
  return self->password;
}

gboolean
half_saw_text (Half *self, const char *text)
{
  return strstr (self->came->str, text) != NULL;
}
