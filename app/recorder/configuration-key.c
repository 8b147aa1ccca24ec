/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/configuration-key.h"

#include "base/error.h"
#include "recorder/conversation.h"
#include "recorder/crypt.h"
#include "recorder/document.h"

#include <string.h>

/* Part of the recorders' scheme, the same in all of them; it keeps nothing secret. */
#define CONSTANT "AaBbCcDd1234!@#$"
#define HEX 65

static void
hash (char hex[HEX], const char *const *parts)
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);

  for (; *parts; parts++)
    g_checksum_update (sum, (const guchar *) *parts, (gssize) strlen (*parts));
  g_strlcpy (hex, g_checksum_get_string (sum), HEX);
}

void
palier_configuration_derive_key (const char *user,
                                 const char *salt,
                                 PalierSecret *password,
                                 guint iterations,
                                 guint8 key[16])
{
  const char *first = palier_secret_peek (password);
  char hidden[HEX];
  char hex[HEX];

  if (salt)
    {
      hash (hidden, (const char *[]){ user, salt, first, NULL });
      first = hidden;
    }
  hash (hex, (const char *[]){ first, CONSTANT, NULL });
  /* The one just made is the first round. */
  for (guint i = 1; i < iterations; i++)
    {
      char last[HEX];

      memcpy (last, hex, sizeof last);
      hash (hex, (const char *[]){ last, NULL });
    }
  hex[32] = '\0';
  palier_unhex (hex, key, 16);
  palier_wipe (hidden, sizeof hidden);
  palier_wipe (hex, sizeof hex);
}

/* & < > as in XML; at most four times as long and a bit. */
static char *
escape (const char *text)
{
  gsize size = strlen (text) * 5 + 1;
  char *escaped = g_malloc0 (size);

  for (; *text; text++)
    {
      const char one[2] = { *text, '\0' };
      const char *piece = *text == '&'   ? "&amp;"
                          : *text == '<' ? "&lt;"
                          : *text == '>' ? "&gt;"
                                         : one;

      g_strlcat (escaped, piece, size);
    }
  return escaped;
}

char *
palier_configuration_seal_with (const guint8 key[16],
                                const guint8 iv[16],
                                PalierSecret *file_password)
{
  char *escaped = escape (palier_secret_peek (file_password));
  char *base64 = g_base64_encode ((const guchar *) escaped, strlen (escaped));
  g_autofree char *iv_text = palier_hex (iv, 16);
  g_autofree char *sealed = NULL;
  guint8 *bytes;
  gsize padded;

  bytes = palier_pad (base64, strlen (base64), TRUE, &padded);
  palier_wipe_text (escaped);
  palier_wipe_text (base64);
  palier_aes_cbc_encrypt (key, 16, iv, bytes, padded);
  sealed = palier_hex (bytes, padded);
  g_free (bytes);
  return g_strdup_printf ("secretkey=%s&security=1&iv=%s", sealed, iv_text);
}

/* NULL for the reversible branch; firmware that does not tell takes that one. */
static gboolean
read_salt (PalierConnection *connection,
           const char *user,
           char **salt,
           GCancellable *cancellable,
           GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (user, NULL, FALSE);
  g_autofree char *path = g_strconcat ("/ISAPI/Security/capabilities?username=", escaped, NULL);
  g_autoptr (GError) local = NULL;
  g_autoptr (PalierXml) xml = palier_document_read (connection, path, NULL, cancellable, &local);

  *salt = NULL;
  if (!xml && !palier_error_is_not_told (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if (!xml || palier_document_get_flag (palier_xml_get_root (xml), "isIrreversible") != 1)
    return TRUE;
  *salt = palier_document_dup_told (palier_xml_get_root (xml), "salt");
  if (!*salt)
    palier_error_set (error, PALIER_ERROR_BAD_ANSWER, "isIrreversible without salt");
  return *salt != NULL;
}

char *
palier_configuration_seal (PalierConnection *connection,
                           guint iterations,
                           PalierSecret *file_password,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (PalierSecret) password = NULL;
  g_autofree char *user = NULL;
  g_autofree char *salt = NULL;
  char *query = NULL;
  guint8 key[16];
  guint8 iv[16];

  if (!palier_credentials_dup (connection->credentials, &user, &password))
    {
      palier_error_set (error, PALIER_ERROR_NO_PERMISSION, "not signed in");
      return NULL;
    }
  if (!read_salt (connection, user, &salt, cancellable, error)
      || !palier_random (iv, sizeof iv, error))
    return NULL;
  palier_configuration_derive_key (user, salt, password, iterations, key);
  query = palier_configuration_seal_with (key, iv, file_password);
  palier_wipe (key, sizeof key);
  return query;
}
