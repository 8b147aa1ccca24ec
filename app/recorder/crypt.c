/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/crypt.h"

#include "base/error.h"

#include <gnutls/abstract.h>
#include <gnutls/crypto.h>
#include <gnutls/x509.h>
#include <nettle/aes.h>
#include <nettle/cbc.h>
#include <string.h>

char *
palier_hex (const guint8 *bytes, gsize length)
{
  GString *text = g_string_sized_new (length * 2);

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (text, "%02x", bytes[i]);
  return g_string_free (text, FALSE);
}

gboolean
palier_unhex (const char *text, guint8 *bytes, gsize length)
{
  if (strlen (text) != length * 2)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      int high = g_ascii_xdigit_value (text[2 * i]);
      int low = g_ascii_xdigit_value (text[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      bytes[i] = (guint8) (high << 4 | low);
    }
  return TRUE;
}

gboolean
palier_random (guint8 *bytes, gsize length, GError **error)
{
  int code = gnutls_rnd (GNUTLS_RND_KEY, bytes, length);

  if (code == 0)
    return TRUE;
  palier_error_set (error, PALIER_ERROR_COMPUTER, "%s", gnutls_strerror (code));
  return FALSE;
}

void
palier_wipe_text (char *text)
{
  if (text)
    palier_wipe (text, strlen (text));
  g_free (text);
}

void
palier_aes_cbc_encrypt (const guint8 *key,
                        gsize key_length,
                        const guint8 iv[16],
                        guint8 *bytes,
                        gsize length)
{
  guint8 vector[16];

  memcpy (vector, iv, sizeof vector);
  if (key_length == 32)
    {
      struct aes256_ctx context;

      aes256_set_encrypt_key (&context, key);
      cbc_encrypt (&context, (nettle_cipher_func *) aes256_encrypt, 16, vector, length, bytes,
                   bytes);
      palier_wipe (&context, sizeof context);
    }
  else
    {
      struct aes128_ctx context;

      aes128_set_encrypt_key (&context, key);
      cbc_encrypt (&context, (nettle_cipher_func *) aes128_encrypt, 16, vector, length, bytes,
                   bytes);
      palier_wipe (&context, sizeof context);
    }
}

void
palier_aes_ecb_encrypt (const guint8 *key, gsize key_length, guint8 *bytes, gsize length)
{
  static const guint8 zero[16] = { 0 };

  /* A block at a time, each from a vector of zeros, is what ECB is. */
  for (gsize i = 0; i < length; i += 16)
    palier_aes_cbc_encrypt (key, key_length, zero, bytes + i, 16);
}

guint8 *
palier_pad (const char *text, gsize length, gboolean pkcs7, gsize *padded)
{
  gsize fill = 16 - length % 16;
  guint8 *bytes;

  if (!pkcs7 && fill == 16)
    fill = 0;
  *padded = length + fill;
  bytes = g_malloc (MAX (*padded, 1));
  memcpy (bytes, text, length);
  memset (bytes + length, pkcs7 ? (int) fill : 0, fill);
  return bytes;
}

struct _PalierRsa
{
  gnutls_x509_privkey_t key;
  guint bits;
};

PalierRsa *
palier_rsa_new (guint bits, GError **error)
{
  PalierRsa *self = g_new0 (PalierRsa, 1);
  int code = gnutls_x509_privkey_init (&self->key);

  self->bits = bits;
  if (code == 0)
    code = gnutls_x509_privkey_generate (self->key, GNUTLS_PK_RSA, bits, 0);
  if (code == 0)
    return self;
  palier_error_set (error, PALIER_ERROR_COMPUTER, "%s", gnutls_strerror (code));
  palier_rsa_free (self);
  return NULL;
}

void
palier_rsa_free (PalierRsa *self)
{
  gnutls_x509_privkey_deinit (self->key);
  g_free (self);
}

char *
palier_rsa_dup_modulus (PalierRsa *self)
{
  gnutls_datum_t part[6] = { 0 };
  gsize size = self->bits / 8;
  char *hex;

  gnutls_x509_privkey_export_rsa_raw (self->key, &part[0], &part[1], &part[2], &part[3], &part[4],
                                      &part[5]);
  /* A zero may stand before it, for the sign. */
  hex = part[0].size >= size ? palier_hex (part[0].data + part[0].size - size, size)
                             : g_strdup ("");
  for (guint i = 0; i < G_N_ELEMENTS (part); i++)
    {
      if (part[i].data)
        palier_wipe (part[i].data, part[i].size);
      gnutls_free (part[i].data);
    }
  return hex;
}

char *
palier_rsa_decrypt (PalierRsa *self, const guint8 *bytes, gsize length, GError **error)
{
  const gnutls_datum_t cipher = { (unsigned char *) bytes, (unsigned int) length };
  gnutls_datum_t plain = { 0 };
  gnutls_privkey_t key = NULL;
  char *text = NULL;
  int code = gnutls_privkey_init (&key);

  if (code == 0)
    code = gnutls_privkey_import_x509 (key, self->key, 0);
  if (code == 0)
    code = gnutls_privkey_decrypt_data (key, 0, &cipher, &plain);
  if (code == 0)
    {
      text = g_strndup ((const char *) plain.data, plain.size);
      palier_wipe (plain.data, plain.size);
      gnutls_free (plain.data);
    }
  else
    palier_error_set (error, PALIER_ERROR_BAD_ANSWER, "challenge: %s", gnutls_strerror (code));
  if (key)
    gnutls_privkey_deinit (key);
  return text;
}
