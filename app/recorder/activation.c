/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/sign-in.h"

#include "base/error.h"
#include "recorder/connection-private.h"
#include "recorder/crypt.h"
#include "recorder/document.h"
#include "recorder/json.h"

#include <string.h>

#define MAX_PASSWORD 16
/* The recorder proves that the password is meant for it: half of its challenge goes before. */
#define PROOF 16

/* base64 of hex text, as both schemes write everything. */
static char *
wrap_hex (const char *hex)
{
  return g_base64_encode ((const guchar *) hex, strlen (hex));
}

static guint8 *
unwrap_hex (const char *base64, gsize *length)
{
  gsize size = 0;
  g_autofree guchar *decoded = g_base64_decode (base64, &size);
  g_autofree char *text = g_strndup ((const char *) decoded, size);
  guint8 *bytes;

  *length = strlen (text) / 2;
  bytes = g_malloc (*length + 1);
  if (*length > 0 && palier_unhex (text, bytes, *length))
    return bytes;
  g_free (bytes);
  return NULL;
}

/* The challenge: 32 hex characters, as text; NULL with an error. Wipe it. */
static char *
open_challenge (PalierRsa *rsa, const char *wrapped, GError **error)
{
  gsize length = 0;
  g_autofree guint8 *cipher = wrapped ? unwrap_hex (wrapped, &length) : NULL;
  guint8 key[16];
  char *text;

  if (!cipher)
    {
      palier_error_set (error, PALIER_ERROR_BAD_ANSWER, "challenge: no key");
      return NULL;
    }
  text = palier_rsa_decrypt (rsa, cipher, length, error);
  if (!text || palier_unhex (text, key, sizeof key))
    {
      palier_wipe (key, sizeof key);
      return text;
    }
  palier_error_set (error, PALIER_ERROR_BAD_ANSWER, "challenge: not 32 hex characters");
  palier_wipe_text (text);
  return NULL;
}

/* iv NULL: the legacy scheme, ECB and NULs. */
static char *
seal (const char *challenge, PalierSecret *password, const guint8 *iv)
{
  gsize length = palier_secret_get_length (password);
  g_autofree char *sealed = NULL;
  char plain[PROOF + MAX_PASSWORD];
  guint8 key[16] = { 0 };
  guint8 *bytes;
  gsize padded;

  palier_unhex (challenge, key, sizeof key);
  memcpy (plain, challenge, PROOF);
  memcpy (plain + PROOF, palier_secret_peek (password), length);
  bytes = palier_pad (plain, PROOF + length, iv != NULL, &padded);
  if (iv)
    palier_aes_cbc_encrypt (key, sizeof key, iv, bytes, padded);
  else
    palier_aes_ecb_encrypt (key, sizeof key, bytes, padded);
  sealed = palier_hex (bytes, padded);
  palier_wipe (plain, sizeof plain);
  palier_wipe (key, sizeof key);
  g_free (bytes); /* encrypted in place: nothing to wipe */
  return wrap_hex (sealed);
}

static gboolean
post (PalierConnection *connection,
      const char *method,
      const char *path,
      const char *type,
      GBytes *body,
      PalierAnswer *answer,
      GCancellable *cancellable,
      GError **error)
{
  const PalierRequest request = {
    .method = method,
    .path = path,
    .flags = PALIER_REQUEST_ANONYMOUS,
    .content_type = type,
    .body = body,
  };

  return palier_connection_send (connection, &request, answer, cancellable, error);
}

static gboolean
post_xml (PalierConnection *connection,
          const char *method,
          const char *path,
          const char *root,
          const char *name,
          const char *text,
          PalierAnswer *answer,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (PalierXml) xml = palier_xml_new (root, NULL, NULL);
  g_autoptr (GBytes) body = NULL;

  palier_xml_add (palier_xml_get_root (xml), name, text);
  body = palier_xml_to_bytes (xml);
  return post (connection, method, path, "application/xml; charset=\"UTF-8\"", body, answer,
               cancellable, error);
}

static gboolean
activate_legacy (PalierConnection *connection,
                 PalierSecret *password,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (PalierRsa) rsa = palier_rsa_new (1024, error);
  g_autofree char *modulus = rsa ? palier_rsa_dup_modulus (rsa) : NULL;
  g_autofree char *public_key = rsa ? wrap_hex (modulus) : NULL;
  g_auto (PalierAnswer) answer = { 0 };
  g_auto (PalierAnswer) last = { 0 };
  g_autoptr (PalierXml) xml = NULL;
  g_autofree char *wrapped = NULL;
  g_autofree char *sealed = NULL;
  char *challenge;

  if (!rsa
      || !post_xml (connection, "POST", "/ISAPI/Security/challenge", "PublicKey", "key", public_key,
                    &answer, cancellable, error))
    return FALSE;
  xml = palier_document_parse (answer.body, NULL, error);
  if (!xml)
    return FALSE;
  wrapped = palier_xml_dup_text (palier_xml_get_root (xml), "key");
  challenge = open_challenge (rsa, wrapped, error);
  if (!challenge)
    return FALSE;
  sealed = seal (challenge, password, NULL);
  palier_wipe_text (challenge);
  return post_xml (connection, "PUT", "/ISAPI/System/activate", "ActivateInfo", "password", sealed,
                   &last, cancellable, error);
}

/* All values are base64 or hex: nothing in them needs escaping. */
static gboolean
post_json (PalierConnection *connection,
           const char *path,
           const char *text,
           PalierAnswer *answer,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GBytes) body = g_bytes_new (text, strlen (text));

  return post (connection, "POST", path, "application/json; charset=\"UTF-8\"", body, answer,
               cancellable, error);
}

static char *
fetch_challenge_v3 (PalierConnection *connection,
                    PalierRsa *rsa,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autofree char *modulus = palier_rsa_dup_modulus (rsa);
  g_autofree char *public_key = wrap_hex (modulus);
  g_autofree char *text = g_strdup_printf ("{\"publicKey\":\"%s\"}", public_key);
  g_auto (PalierAnswer) answer = { 0 };
  g_autoptr (PalierJson) json = NULL;
  g_autofree char *wrapped = NULL;

  if (!post_json (connection, "/ISAPI/System/activate/GetChallengeV3?format=json", text, &answer,
                  cancellable, error))
    return NULL;
  json = palier_json_parse (g_bytes_get_data (answer.body, NULL), g_bytes_get_size (answer.body),
                            error);
  if (!json)
    return NULL;
  wrapped = palier_json_dup_text (json, "challenge");
  return open_challenge (rsa, wrapped, error);
}

static gboolean
activate_v3 (PalierConnection *connection,
             PalierSecret *password,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (PalierRsa) rsa = palier_rsa_new (3072, error);
  g_auto (PalierAnswer) answer = { 0 };
  g_autofree char *sealed = NULL;
  g_autofree char *iv_text = NULL;
  g_autofree char *text = NULL;
  char *challenge = rsa ? fetch_challenge_v3 (connection, rsa, cancellable, error) : NULL;
  guint8 iv[16] = { 0 };

  if (challenge && palier_random (iv, sizeof iv, error))
    sealed = seal (challenge, password, iv);
  palier_wipe_text (challenge);
  if (!sealed)
    return FALSE;
  iv_text = palier_hex (iv, sizeof iv);
  text = g_strdup_printf ("{\"password\":\"%s\",\"iv\":\"%s\"}", sealed, iv_text);
  return post_json (connection, "/ISAPI/System/activate/StartActivateV3?format=json", text, &answer,
                    cancellable, error);
}

gboolean
palier_activate (PalierConnection *connection,
                 const PalierActivateStatus *status,
                 PalierSecret *password,
                 GCancellable *cancellable,
                 GError **error)
{
  if (palier_secret_get_length (password) > MAX_PASSWORD)
    {
      palier_error_set (error, PALIER_ERROR_RISK_PASSWORD, NULL);
      return FALSE;
    }
  if (status->support_version >= 3)
    return activate_v3 (connection, password, cancellable, error);
  return activate_legacy (connection, password, cancellable, error);
}
