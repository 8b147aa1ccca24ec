/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "server.h"

#include "base/error.h"
#include "recorder/configuration-key.h"
#include "recorder/configuration.h"

#include <gnutls/crypto.h>
#include <gnutls/gnutls.h>
#include <string.h>

#define DATA "/ISAPI/System/configurationData"
#define OK                                                                                         \
  "<ResponseStatus><statusCode>1</statusCode><statusString>OK</statusString></ResponseStatus>"
#define CAP(inner)                                                                                 \
  "<DeviceCap version=\"2.0\" "                                                                    \
  "xmlns=\"http://www.isapi.org/ver20/XMLSchema\"><SysCap/><SecurityCap>" inner                    \
  "</SecurityCap></DeviceCap>"

static const struct
{
  const char *sentence;
  guint status;
  const char *text;
  PalierConfigurationCap cap;
} cap_rows[] = {
  { "as on record",
    200,
    CAP ("<keyIterateNum>100</keyIterateNum><isSupportConfigFileImport>true</"
         "isSupportConfigFileImport>"
         "<isSupportConfigFileExport>true</isSupportConfigFileExport>"
         "<cfgFileSecretKeyLenLimit min=\"1\" max=\"16\"></cfgFileSecretKeyLenLimit>"),
    { TRUE, TRUE, TRUE, 1, 16, 100 } },
  { "other figures",
    200,
    CAP ("<keyIterateNum>1000</keyIterateNum><isSupportConfigFileImport>false</"
         "isSupportConfigFileImport>"
         "<isSupportConfigFileExport>flase</isSupportConfigFileExport><cfgFileSecretKeyLenLimit "
         "min=\"8\" max=\"12\"/>"),
    { FALSE, FALSE, TRUE, 8, 12, 1000 } },
  { "a document that does not speak of it",
    200,
    "<DeviceCap/>",
    { TRUE, TRUE, FALSE, 1, 16, 100 } },
  { "no document", 404, "", { TRUE, TRUE, FALSE, 1, 16, 100 } },
  { "iterations that would never end",
    200,
    CAP ("<keyIterateNum>4000000000</keyIterateNum>"),
    { TRUE, TRUE, FALSE, 1, 16, 100 } },
};

static void
test_cap (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cap_rows); i++)
    {
      g_autoptr (Server) server = server_new (NULL, NULL);
      g_autoptr (PalierConnection) connection = server_connect (server, NULL);
      PalierConfigurationCap cap = { 0 };

      g_test_message ("%s", cap_rows[i].sentence);
      server_tell (server, "GET", "/ISAPI/System/capabilities", cap_rows[i].status, NULL,
                   cap_rows[i].text);
      g_assert_true (palier_configuration_read_cap (connection, &cap, NULL, NULL));
      g_assert_cmpint (cap.export_supported, ==, cap_rows[i].cap.export_supported);
      g_assert_cmpint (cap.import_supported, ==, cap_rows[i].cap.import_supported);
      g_assert_cmpint (cap.secret_key, ==, cap_rows[i].cap.secret_key);
      g_assert_cmpuint (cap.key_min, ==, cap_rows[i].cap.key_min);
      g_assert_cmpuint (cap.key_max, ==, cap_rows[i].cap.key_max);
      g_assert_cmpuint (cap.key_iterations, ==, cap_rows[i].cap.key_iterations);
    }
}

/* The key by another road: one string after another, hashed whole. */
static void
derive (const char *user, const char *salt, const char *password, guint rounds, guint8 key[16])
{
  g_autofree char *text = salt ? g_strconcat (user, salt, password, NULL) : g_strdup (password);

  if (salt)
    {
      char *hidden = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);

      g_free (text);
      text = hidden;
    }
  for (guint i = 0; i < rounds; i++)
    {
      g_autofree char *whole = g_strconcat (text, i == 0 ? "AaBbCcDd1234!@#$" : "", NULL);

      g_free (text);
      text = g_compute_checksum_for_string (G_CHECKSUM_SHA256, whole, -1);
    }
  for (guint i = 0; i < 16; i++)
    key[i] = (guint8) (g_ascii_xdigit_value (text[2 * i]) * 16
                       + g_ascii_xdigit_value (text[2 * i + 1]));
}

static const struct
{
  const char *salt;
  guint rounds;
} key_rows[] = { { NULL, 100 }, { "9f8e7d6c", 100 }, { NULL, 1 }, { "9f8e7d6c", 2 } };

static void
test_key (void)
{
  g_autoptr (PalierSecret) password = palier_secret_new ("Secret77");

  for (guint i = 0; i < G_N_ELEMENTS (key_rows); i++)
    {
      guint8 expected[16], key[16] = { 0 };

      derive ("admin", key_rows[i].salt, "Secret77", key_rows[i].rounds, expected);
      palier_configuration_derive_key ("admin", key_rows[i].salt, password, key_rows[i].rounds,
                                       key);
      g_assert_cmpmem (key, 16, expected, 16);
    }
}

static guint8 *
unhex (const char *text, gsize *size)
{
  guint8 *bytes = g_malloc (strlen (text) / 2 + 1);

  *size = strlen (text) / 2;
  for (gsize i = 0; i < *size; i++)
    bytes[i] = (guint8) (g_ascii_xdigit_value (text[2 * i]) * 16
                         + g_ascii_xdigit_value (text[2 * i + 1]));
  return bytes;
}

/* What a recorder does with the query: the file password, or NULL. */
static char *
open_query (const char *path, guint8 key[16])
{
  g_autoptr (GHashTable) query
      = g_uri_parse_params (strchr (path, '?') + 1, -1, "&", G_URI_PARAMS_NONE, NULL);
  gsize size, iv_size, length;
  g_autofree guint8 *bytes = unhex (g_hash_table_lookup (query, "secretkey"), &size);
  g_autofree guint8 *iv_bytes = unhex (g_hash_table_lookup (query, "iv"), &iv_size);
  gnutls_datum_t key_datum = { key, 16 };
  gnutls_datum_t iv = { iv_bytes, 16 };
  gnutls_cipher_hd_t cipher;
  g_autofree char *base64 = NULL;
  g_autofree guchar *plain = NULL;

  g_assert_cmpstr (g_hash_table_lookup (query, "security"), ==, "1");
  g_assert_cmpuint (iv_size, ==, 16);
  g_assert_cmpuint (size % 16, ==, 0);
  gnutls_cipher_init (&cipher, GNUTLS_CIPHER_AES_128_CBC, &key_datum, &iv);
  gnutls_cipher_decrypt (cipher, bytes, size);
  gnutls_cipher_deinit (cipher);
  if (bytes[size - 1] == 0 || bytes[size - 1] > 16)
    return NULL;
  base64 = g_strndup ((const char *) bytes, size - bytes[size - 1]);
  plain = g_base64_decode (base64, &length);
  return g_strndup ((const char *) plain, length);
}

typedef struct
{
  const char *sentence;
  const char *capabilities; /* of /ISAPI/Security; NULL: none */
  const char *salt;
  const char *file_password;
  const char *opened;
} SealRow;

static const SealRow seal_rows[] = {
  { "firmware that does not tell takes the reversible key", NULL, NULL, "file-1", "file-1" },
  { "and so does one that says so",
    "<SecurityCap><isIrreversible>false</isIrreversible><salt>9f</salt></SecurityCap>", NULL,
    "file-1", "file-1" },
  { "the other branch, with its salt",
    "<SecurityCap><isIrreversible>true</isIrreversible><salt>9f8e7d6c</salt></SecurityCap>",
    "9f8e7d6c", "file-1", "file-1" },
  { "signs are written as XML writes them", NULL, NULL, "a<b>&c", "a&lt;b&gt;&amp;c" },
  { "sixteen characters", NULL, NULL, "&&&&&&&&&&&&&&&&",
    "&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;&amp;" },
};

static void
test_sealed_export (gconstpointer data)
{
  const SealRow *row = data;
  const Door door = { .password = "Secret77" };
  const PalierConfigurationCap cap = { TRUE, TRUE, TRUE, 1, 16, 100 };
  g_autoptr (Server) server = server_new (&door, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, "Secret77");
  g_autoptr (PalierSecret) password = palier_secret_new (row->file_password);
  g_autofree char *content = g_strnfill (200000, 'c');
  g_autoptr (GBytes) file = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *opened = NULL;
  const Seen *seen;
  guint8 key[16];

  if (row->capabilities)
    server_tell (server, "GET", "/ISAPI/Security/capabilities?username=admin", 200, NULL,
                 row->capabilities);
  server_tell (server, "GET", DATA, 200, "application/octet-stream", content);
  server_tell (server, "PUT", DATA, 200, NULL, OK);
  file = palier_configuration_export (connection, &cap, password, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (file), ==, 200000);
  derive ("admin", row->salt, "Secret77", 100, key);
  seen = server_last (server, "GET", DATA);
  opened = open_query (seen->path, key);
  g_assert_cmpstr (opened, ==, row->opened);
  g_assert_null (strstr (seen->path, row->file_password));

  g_assert_true (palier_configuration_import (connection, &cap, file, password, NULL, NULL, &error));
  g_assert_cmpuint (server_count (server, "PUT", NULL), ==, 1);
  g_assert_cmpuint (server_last (server, "PUT", NULL)->body_length, ==, 200000);
}

static const struct
{
  const char *sentence;
  guint status;
  const char *text; /* NULL: a configuration */
  int code;         /* -1: it is taken */
} export_rows[] = {
  { "a file", 200, NULL, -1 },
  { "a ResponseStatus that says OK", 200, OK, PALIER_ERROR_BAD_ANSWER },
  { "a refusal", 403,
    "<ResponseStatus><statusCode>4</statusCode><subStatusCode>invalidOperation</subStatusCode></"
    "ResponseStatus>",
    PALIER_ERROR_NOT_SUPPORTED },
  { "a refusal behind 200", 200,
    "<ResponseStatus><statusCode>2</statusCode><subStatusCode>configOperating</subStatusCode></"
    "ResponseStatus>",
    PALIER_ERROR_BUSY },
  { "a tiny file", 200, "abc", PALIER_ERROR_BAD_ANSWER },
  { "nothing", 200, "", PALIER_ERROR_BAD_ANSWER },
  { "a page", 200, "<html>no</html>", PALIER_ERROR_BAD_ANSWER },
};

static void
test_plain_export (void)
{
  const PalierConfigurationCap cap = { TRUE, TRUE, FALSE, 1, 16, 100 };
  g_autofree char *content = g_strnfill (150000, 'c');

  for (guint i = 0; i < G_N_ELEMENTS (export_rows); i++)
    {
      g_autoptr (Server) server = server_new (NULL, NULL);
      g_autoptr (PalierConnection) connection = server_connect (server, NULL);
      g_autoptr (GBytes) file = NULL;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", export_rows[i].sentence);
      server_tell (server, "GET", DATA, export_rows[i].status, NULL,
                   export_rows[i].text ? export_rows[i].text : content);
      file = palier_configuration_export (connection, &cap, NULL, NULL, &error);
      if (export_rows[i].code >= 0)
        g_assert_error (error, PALIER_ERROR, export_rows[i].code);
      else
        g_assert_cmpuint (g_bytes_get_size (file), ==, 150000);
      g_assert_cmpstr (server_last (server, "GET", DATA)->path, ==, DATA);
    }
}

static void
test_file_password_length (void)
{
  const PalierConfigurationCap cap = { TRUE, TRUE, TRUE, 4, 8, 100 };
  static const char *const wrong[] = { "", "abc", "123456789" };
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (PalierSecret) password = palier_secret_new (wrong[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (palier_configuration_export (connection, &cap, password, NULL, &error));
      g_assert_error (error, PALIER_ERROR, PALIER_ERROR_USAGE);
    }
  g_assert_cmpuint (server_count (server, NULL, NULL), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/configuration/cap", test_cap);
  g_test_add_func ("/configuration/key", test_key);
  for (guint i = 0; i < G_N_ELEMENTS (seal_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/configuration/sealed/%s", seal_rows[i].sentence);

      g_test_add_data_func (path, &seal_rows[i], test_sealed_export);
    }
  g_test_add_func ("/configuration/plain", test_plain_export);
  g_test_add_func ("/configuration/file password length", test_file_password_length);
  return g_test_run ();
}
