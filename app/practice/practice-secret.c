/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-secret.h"

#include <gnutls/abstract.h>
#include <gnutls/gnutls.h>
#include <nettle/aes.h>
#include <nettle/cbc.h>
#include <string.h>

#define KEY_CONSTANT "AaBbCcDd1234!@#$"

char *
palier_practice_make_ha1 (const char *algorithm, const char *user, const char *realm,
                          const char *password)
{
  g_autofree char *text = g_strdup_printf ("%s:%s:%s", user, realm, password);

  return g_compute_checksum_for_string (
      g_str_equal (algorithm, "MD5") ? G_CHECKSUM_MD5 : G_CHECKSUM_SHA256, text, -1);
}

const char *
palier_practice_get_salt (PalierModel *model)
{
  return model->scenario->irreversible ? "b1f4c09de27a5538b1f4c09de27a5538" : NULL;
}

char *
palier_practice_make_key (const char *user, const char *salt, const char *password)
{
  g_autofree char *joined = salt != NULL ? g_strconcat (user, salt, password, NULL) : NULL;
  g_autofree char *k0 = joined != NULL
                            ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, joined, -1)
                            : g_strdup (password);
  g_autofree char *text = g_strconcat (k0, KEY_CONSTANT, NULL);
  char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

  for (guint round = 1; round < PALIER_PRACTICE_KEY_ROUNDS; round++)
    {
      g_autofree char *previous = key;

      key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, previous, -1);
    }
  return key;
}

/* FALSE for what is not exactly n bytes in hex. */
static gboolean
unhex (const char *text, guint8 *bytes, gsize n)
{
  if (text == NULL || strlen (text) != 2 * n)
    return FALSE;
  for (gsize i = 0; i < n; i++)
    {
      int high = g_ascii_xdigit_value (text[2 * i]);
      int low = g_ascii_xdigit_value (text[2 * i + 1]);

      if (high < 0 || low < 0)
        return FALSE;
      bytes[i] = (guint8) (high << 4 | low);
    }
  return TRUE;
}

static char *
hex (const guint8 *bytes, gsize n)
{
  GString *text = g_string_sized_new (2 * n);

  for (gsize i = 0; i < n; i++)
    g_string_append_printf (text, "%02x", bytes[i]);
  return g_string_free (text, FALSE);
}

void
palier_practice_encrypt (const guint8 key[16], const guint8 iv[16], guint8 *bytes, gsize size)
{
  struct aes128_ctx context;
  guint8 vector[16];

  memcpy (vector, iv, sizeof vector);
  aes128_set_encrypt_key (&context, key);
  cbc_encrypt (&context, (nettle_cipher_func *) aes128_encrypt, 16, vector, size, bytes, bytes);
}

void
palier_practice_decrypt (const guint8 key[16], const guint8 iv[16], guint8 *bytes, gsize size)
{
  struct aes128_ctx context;
  guint8 vector[16];

  memcpy (vector, iv, sizeof vector);
  aes128_set_decrypt_key (&context, key);
  cbc_decrypt (&context, (nettle_cipher_func *) aes128_decrypt, 16, vector, size, bytes, bytes);
}

/* Cuts PKCS7's padding off; FALSE when it is none. */
static gboolean
unpad (guint8 *bytes, gsize *size)
{
  guint8 pad = *size > 0 ? bytes[*size - 1] : 0;

  if (pad == 0 || pad > 16 || pad > *size)
    return FALSE;
  for (gsize i = *size - pad; i < *size; i++)
    if (bytes[i] != pad)
      return FALSE;
  *size -= pad;
  return TRUE;
}

char *
palier_practice_open_secret_key (const char *key, const char *secret_key, guint64 security,
                                 const char *iv)
{
  gsize size = secret_key != NULL ? strlen (secret_key) / 2 : 0;
  g_autofree guint8 *bytes = g_malloc (size + 1);
  guint8 aes[32], vector[16];
  g_autofree char *text = NULL;
  g_autofree guint8 *plain = NULL;
  gsize length;

  /* AES-256 is in the documents; no recorder on record asks for it. */
  if (key == NULL || security != 1 || size == 0 || size % 16 != 0
      || !unhex (secret_key, bytes, size) || !unhex (iv, vector, sizeof vector)
      || !unhex (key, aes, sizeof aes))
    return NULL;
  palier_practice_decrypt (aes, vector, bytes, size);
  if (!unpad (bytes, &size))
    return NULL;
  text = g_strndup ((const char *) bytes, size);
  plain = g_base64_decode (text, &length);
  if (plain == NULL || length == 0 || length > 6 * 16)
    return NULL;
  return g_strndup ((const char *) plain, length);
}

void
palier_practice_challenge_make (char secret[PALIER_PRACTICE_CHALLENGE])
{
  guint8 bytes[16];
  g_autofree char *text = NULL;

  for (gsize i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) g_random_int_range (0, 256);
  text = hex (bytes, sizeof bytes);
  g_strlcpy (secret, text, PALIER_PRACTICE_CHALLENGE);
}

static gboolean
encrypt_for (guint8 *modulus, gsize n, const char *secret, gnutls_datum_t *cipher)
{
  static guint8 exponent[] = { 0x01, 0x00, 0x01 };
  gnutls_datum_t m = { modulus, (unsigned) n };
  gnutls_datum_t e = { exponent, sizeof exponent };
  gnutls_datum_t plain = { (guint8 *) (gpointer) secret, (unsigned) strlen (secret) };
  gnutls_pubkey_t key;
  gboolean ok;

  if (gnutls_pubkey_init (&key) < 0)
    return FALSE;
  ok = gnutls_pubkey_import_rsa_raw (key, &m, &e) >= 0
       && gnutls_pubkey_encrypt_data (key, 0, &plain, cipher) >= 0;
  gnutls_pubkey_deinit (key);
  return ok;
}

char *
palier_practice_challenge_answer (const char *secret, const char *public_key)
{
  g_autofree guint8 *decoded = NULL;
  g_autofree char *text = NULL;
  g_autofree char *answer = NULL;
  gnutls_datum_t cipher = { NULL, 0 };
  guint8 modulus[384];
  gsize length;

  decoded = g_base64_decode (public_key, &length);
  text = g_strndup ((const char *) decoded, length);
  length = strlen (text) / 2;
  if ((length != 128 && length != 384) || !unhex (text, modulus, length)
      || (modulus[length - 1] & 1) == 0 || !encrypt_for (modulus, length, secret, &cipher))
    return NULL;
  answer = hex (cipher.data, cipher.size);
  gnutls_free (cipher.data);
  return g_base64_encode ((const guint8 *) answer, strlen (answer));
}

static void
decrypt_blocks (const guint8 key[16], guint8 *bytes, gsize size)
{
  struct aes128_ctx context;

  aes128_set_decrypt_key (&context, key);
  aes128_decrypt (&context, size, bytes, bytes);
}

/* Hex, or base64 of hex. */
static guint8 *
decode_password (const char *password, gsize *size)
{
  gsize length;
  g_autofree guint8 *decoded = g_base64_decode (password, &length);
  g_autofree char *text = g_strndup ((const char *) decoded, length);
  g_autofree guint8 *bytes = NULL;

  *size = strlen (text) / 2;
  bytes = g_malloc (*size + 1);
  if (*size < 16 || *size % 16 != 0 || *size > 256 || !unhex (text, bytes, *size))
    return NULL;
  return g_steal_pointer (&bytes);
}

char *
palier_practice_challenge_open (const char *secret, const char *password, const char *iv)
{
  gsize size;
  g_autofree guint8 *bytes = decode_password (password, &size);
  guint8 key[16], vector[16];

  if (bytes == NULL || !unhex (secret, key, sizeof key))
    return NULL;
  if (iv == NULL)
    decrypt_blocks (key, bytes, size);
  else if (unhex (iv, vector, sizeof vector))
    palier_practice_decrypt (key, vector, bytes, size);
  else
    return NULL;
  if (iv != NULL && !unpad (bytes, &size))
    return NULL;
  if (size < 16 || memcmp (bytes, secret, 16) != 0)
    return NULL;
  return g_strndup ((const char *) bytes + 16, size - 16);
}
