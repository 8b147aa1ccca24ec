/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-export.h"

#include "practice/practice-secret.h"
#include "practice/practice-state.h"

#include <string.h>

#define MAGIC "PALIER-PRACTICE-CONFIGURATION "
#define LEAST (128 * 1024) /* real ones are never small */
#define MAX_HEAD 1024

static void
make_file_key (const char *password, guint8 key[16])
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize length = sizeof digest;

  g_checksum_update (sum, (const guchar *) password, -1);
  g_checksum_get_digest (sum, digest, &length);
  memcpy (key, digest, 16);
}

static char *
make_check (const char *password)
{
  g_autofree char *text = g_strconcat ("palier practice file ", password, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* The settings as JSON, with blanks behind them up to a whole number of blocks and a fair size. */
static GByteArray *
write_settings (PalierModel *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;
  GByteArray *bytes;
  gsize length, whole;

  json_node_take_object (root, palier_settings_write (self));
  text = json_to_string (root, FALSE);
  length = strlen (text);
  whole = (MAX (length, LEAST) + 15) / 16 * 16;
  bytes = g_byte_array_sized_new ((guint) whole);
  g_byte_array_append (bytes, (const guint8 *) text, (guint) length);
  g_byte_array_set_size (bytes, (guint) whole);
  memset (bytes->data + length, ' ', whole - length);
  return bytes;
}

GBytes *
palier_export_write (PalierModel *self, const char *file_password)
{
  static const guint8 no_iv[16];
  g_autoptr (GByteArray) settings = write_settings (self);
  g_autofree char *sum
      = g_compute_checksum_for_data (G_CHECKSUM_SHA256, settings->data, settings->len);
  g_autofree char *check = file_password != NULL ? make_check (file_password) : g_strdup ("-");
  g_autofree char *version = palier_version_to_string (&self->version);
  g_autofree char *head
      = g_strdup_printf (MAGIC "|%s|%s|%s|%s\n", self->scenario->model, version, check, sum);
  GByteArray *file = g_byte_array_new ();
  guint8 key[16];

  if (file_password != NULL)
    {
      make_file_key (file_password, key);
      palier_practice_encrypt (key, no_iv, settings->data, settings->len);
    }
  g_byte_array_append (file, (const guint8 *) head, (guint) strlen (head));
  g_byte_array_append (file, settings->data, settings->len);
  return g_byte_array_free_to_bytes (file);
}

/* Magic, model, version, check, sum; NULL for another kind of file. at: where the settings begin.
 */
static char **
read_head (const char *data, gsize size, gsize *at)
{
  const char *end = memchr (data, '\n', MIN (size, MAX_HEAD));
  g_autofree char *head = NULL;
  g_auto (GStrv) parts = NULL;

  if (end == NULL)
    return NULL;
  head = g_strndup (data, (gsize) (end - data));
  parts = g_strsplit (head, "|", -1);
  if (g_strv_length (parts) != 5 || !g_str_equal (parts[0], MAGIC))
    return NULL;
  *at = (gsize) (end - data) + 1;
  return g_steal_pointer (&parts);
}

static const char *
take_settings (PalierModel *self, const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root;

  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return "importError";
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root)
      || !palier_settings_read (self, json_node_get_object (root), NULL))
    return "importError";
  /* The old parameters are back: the default before it counts no longer (P2). */
  self->default_seen = FALSE;
  return NULL;
}

const char *
palier_export_read (PalierModel *self, GBytes *file, const char *file_password)
{
  static const guint8 no_iv[16];
  gsize size, at = 0;
  const char *data = g_bytes_get_data (file, &size);
  g_auto (GStrv) head = size > 0 ? read_head (data, size, &at) : NULL;
  g_autofree char *version = palier_version_to_string (&self->version);
  g_autofree char *check = file_password != NULL ? make_check (file_password) : g_strdup ("-");
  g_autofree guint8 *settings = NULL;
  g_autofree char *sum = NULL;
  guint8 key[16];

  if (head == NULL || (size - at) % 16 != 0)
    return "importError";
  if (!g_str_equal (head[1], self->scenario->model))
    return "badDevType";
  if (!g_str_equal (head[2], version))
    return "versionMismatch";
  if (!g_str_equal (head[3], check))
    return "importCfgFilePasswordErr";
  settings = g_memdup2 (data + at, size - at);
  if (file_password != NULL)
    {
      make_file_key (file_password, key);
      palier_practice_decrypt (key, no_iv, settings, size - at);
    }
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, settings, size - at);
  if (!g_str_equal (head[4], sum))
    return "importError";
  return take_settings (self, (const char *) settings, size - at);
}
