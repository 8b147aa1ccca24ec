/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-package.h"

#include "firmware/container.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define FILLER_SIZE (384 * 1024)
#define MAX_FILES 64

static GBytes *
describe (const PalierPracticePackage *package)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) root = NULL;
  char *text;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "practice");
  json_builder_add_boolean_value (builder, TRUE);
  json_builder_set_member_name (builder, "serial");
  json_builder_add_string_value (builder, package->serial);
  json_builder_set_member_name (builder, "family");
  json_builder_add_string_value (builder, package->family);
  json_builder_set_member_name (builder, "package");
  json_builder_add_string_value (builder, package->custom ? "custom" : "standard");
  json_builder_set_member_name (builder, "version");
  json_builder_add_string_value (builder, package->version);
  json_builder_end_object (builder);
  root = json_builder_get_root (builder);
  text = json_to_string (root, FALSE);
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
make_filler (guint32 seed, gsize size)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  guint32 *words = g_new (guint32, size / sizeof (guint32));

  for (gsize i = 0; i < size / sizeof (guint32); i++)
    words[i] = g_rand_int (rand);
  return g_bytes_new_take (words, size);
}

GBytes *
palier_practice_package_build (const PalierPracticePackage *package)
{
  g_autoptr (GBytes) description = describe (package);
  g_autoptr (GBytes) system = make_filler (package->seed, FILLER_SIZE);
  g_autoptr (GBytes) web = make_filler (package->seed + 1, FILLER_SIZE / 4);
  const PalierContainerFile files[] = {
    { PALIER_CONTAINER_PRACTICE_NAME, description },
    { "practice-system", system },
    { "practice-web", web },
  };

  return palier_container_build_swkh (files, G_N_ELEMENTS (files), PALIER_SWKH_LANGUAGE_ML);
}

/* Its length, its sums, and every file inside it. */
static gboolean
header_holds (const guint8 *header, gsize length, const guint8 *raw, gsize size)
{
  guint32 n_files = palier_container_get_u32 (header + PALIER_SWKH_AT_FILES);

  if (palier_container_get_u32 (header + PALIER_SWKH_AT_SUM)
      != palier_container_sum (header + PALIER_SWKH_SUM_FROM, length - PALIER_SWKH_SUM_FROM))
    return FALSE;
  for (guint32 i = 0; i < n_files; i++)
    {
      const guint8 *entry
          = header + PALIER_SWKH_HEADER_SIZE + i * PALIER_SWKH_ENTRY_SIZE + PALIER_SWKH_NAME_SIZE;
      guint64 offset = palier_container_get_u32 (entry);
      guint64 file_size = palier_container_get_u32 (entry + 4);

      if (offset < length || offset + file_size > size
          || palier_container_get_u32 (entry + 8) != palier_container_sum (raw + offset, file_size))
        return FALSE;
    }
  return TRUE;
}

/* The clear header, or NULL for what is not a whole SWKH container. */
static guint8 *
read_header (const guint8 *raw, gsize size)
{
  guint8 start[PALIER_SWKH_HEADER_SIZE];
  guint32 n_files;
  gsize length;
  g_autofree guint8 *header = NULL;

  if (size < sizeof start || palier_container_recognise (raw, size) != PALIER_CONTAINER_SWKH)
    return NULL;
  memcpy (start, raw, sizeof start);
  palier_container_mask (start, sizeof start);
  n_files = palier_container_get_u32 (start + PALIER_SWKH_AT_FILES);
  length = PALIER_SWKH_HEADER_SIZE + (gsize) n_files * PALIER_SWKH_ENTRY_SIZE;
  if (n_files == 0 || n_files > MAX_FILES || length > size
      || palier_container_get_u32 (start + PALIER_SWKH_AT_LENGTH) != length)
    return NULL;
  header = g_memdup2 (raw, length);
  palier_container_mask (header, length);
  return header_holds (header, length, raw, size) ? g_steal_pointer (&header) : NULL;
}

static const char *
read_description (const char *text, gsize length, char **version, gboolean *custom)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root;
  JsonObject *object;
  const char *kind;

  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return "badUpgradePackage";
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return "badUpgradePackage";
  object = json_node_get_object (root);
  kind = json_object_get_string_member_with_default (object, "package", NULL);
  *version = g_strdup (json_object_get_string_member_with_default (object, "version", NULL));
  *custom = g_strcmp0 (kind, "custom") == 0;
  return *version != NULL && json_object_get_boolean_member_with_default (object, "practice", FALSE)
             ? NULL
             : "badUpgradePackage";
}

const char *
palier_practice_package_read (GBytes *bytes, char **version, gboolean *custom)
{
  gsize size;
  const guint8 *raw = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *header = NULL;
  const guint8 *entry;

  if (size == 0)
    return "upgrateDataEmpty";
  header = read_header (raw, size);
  if (header == NULL)
    return "badUpgradePackage";
  if (palier_container_get_u32 (header + PALIER_SWKH_AT_LANGUAGE) == PALIER_SWKH_LANGUAGE_CN)
    return "updateLangUnmatched";
  entry = header + PALIER_SWKH_HEADER_SIZE;
  if (strncmp ((const char *) entry, PALIER_CONTAINER_PRACTICE_NAME, PALIER_SWKH_NAME_SIZE) != 0)
    return "devicePlatformMismatch";
  entry += PALIER_SWKH_NAME_SIZE;
  return read_description ((const char *) raw + palier_container_get_u32 (entry),
                           palier_container_get_u32 (entry + 4), version, custom);
}
