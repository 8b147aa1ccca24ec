/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/json-text.h"

#include "base/error.h"

#include <string.h>

#define MAX_DEPTH 64

void
palier_put_text (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text)
    {
      g_autofree char *valid = g_utf8_make_valid (text, -1);

      json_builder_add_string_value (builder, valid);
    }
  else
    json_builder_add_null_value (builder);
}

void
palier_put_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  if (number < 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, number);
}

void
palier_put_flag (JsonBuilder *builder, const char *name, int flag)
{
  json_builder_set_member_name (builder, name);
  if (flag < 0)
    json_builder_add_null_value (builder);
  else
    json_builder_add_boolean_value (builder, flag > 0);
}

void
palier_put_array (JsonBuilder *builder, const char *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

char *
palier_builder_to_text (JsonBuilder *builder, gboolean pretty)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, pretty);
}

static JsonNode *
find (JsonObject *object, const char *name, GType type)
{
  JsonNode *node = object ? json_object_get_member (object, name) : NULL;

  return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type ? node : NULL;
}

char *
palier_take_text (JsonObject *object, const char *name)
{
  JsonNode *node = find (object, name, G_TYPE_STRING);

  return node ? json_node_dup_string (node) : NULL;
}

gint64
palier_take_number (JsonObject *object, const char *name)
{
  JsonNode *node = find (object, name, G_TYPE_INT64);

  return node ? json_node_get_int (node) : -1;
}

int
palier_take_flag (JsonObject *object, const char *name)
{
  JsonNode *node = find (object, name, G_TYPE_BOOLEAN);

  return node ? json_node_get_boolean (node) : -1;
}

JsonArray *
palier_take_array (JsonObject *object, const char *name)
{
  JsonNode *node = object ? json_object_get_member (object, name) : NULL;

  return node && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

JsonObject *
palier_array_get_object (JsonArray *array, guint i)
{
  JsonNode *node = json_array_get_element (array, i);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

/* Outside of strings the parser knows comments and another quote, which would hide where a string begins. */
static gboolean
is_shallow (const char *text, gsize length)
{
  gboolean quoted = FALSE;
  guint depth = 0;

  for (gsize i = 0; i < length && depth <= MAX_DEPTH; i++)
    if (text[i] == '"')
      quoted = !quoted;
    else if (quoted)
      i += text[i] == '\\';
    else if (text[i] == '/' || text[i] == '\'')
      return FALSE;
    else if (text[i] == '[' || text[i] == '{')
      depth++;
    else if (depth > 0 && (text[i] == ']' || text[i] == '}'))
      depth--;
  return depth <= MAX_DEPTH;
}

gboolean
palier_json_load (JsonParser *parser, const char *text, gsize length, GError **error)
{
  if (is_shallow (text, length))
    return json_parser_load_from_data (parser, text, (gssize) length, error);
  g_set_error_literal (error, JSON_PARSER_ERROR, JSON_PARSER_ERROR_PARSE, "no JSON, or nested without end");
  return FALSE;
}

JsonObject *
palier_text_to_object (const char *text, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonNode *root;

  if (!palier_json_load (parser, text, strlen (text), error))
    {
      palier_error_adopt (error, PALIER_ERROR_DATA_FILE);
      return NULL;
    }
  root = json_parser_get_root (parser);
  if (root && JSON_NODE_HOLDS_OBJECT (root))
    return json_object_ref (json_node_get_object (root));
  palier_error_set (error, PALIER_ERROR_DATA_FILE, "not an object");
  return NULL;
}
