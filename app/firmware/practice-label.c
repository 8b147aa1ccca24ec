/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "firmware/package-private.h"

#include "base/json-text.h"

#define MAX_LABEL 4096

static const char *
get_text (JsonObject *object, const char *member)
{
  JsonNode *node = json_object_get_member (object, member);
  const char *text
      = node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING
            ? json_node_get_string (node)
            : NULL;

  return text && text[0] ? text : NULL;
}

static gboolean
says_practice (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "practice");

  return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN
         && json_node_get_boolean (node);
}

gboolean
palier_practice_label_read (PalierPackage *self, const guint8 *text, gsize size)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  const char *serial, *family, *kind, *version;
  JsonNode *root;
  JsonObject *object;

  if (size == 0 || size > MAX_LABEL
      || !palier_json_load (parser, (const char *) text, size, NULL))
    return FALSE;
  root = json_parser_get_root (parser);
  if (!root || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;
  object = json_node_get_object (root);
  serial = get_text (object, "serial");
  family = get_text (object, "family");
  kind = get_text (object, "package");
  version = get_text (object, "version");
  if (!says_practice (object) || !serial || !family || !kind || !version
      || (!g_str_equal (kind, "standard") && !g_str_equal (kind, "custom"))
      || !palier_version_parse (version, &self->version, NULL))
    return FALSE;
  self->has_version = TRUE;
  self->only_for_serial = g_strdup (serial);
  self->family = g_strdup (family);
  self->custom = g_str_equal (kind, "custom");
  return TRUE;
}
