/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recording/scrub.h"

#include "base/json-text.h"

#include <string.h>

#define MAX_DEPTH 64

typedef struct
{
  PalierStandIns *stand_ins;
  gboolean constant;
} Writer;

static JsonNode *scrub_node (Writer *self, JsonNode *node, const char *name, const char *place, guint depth);

static gboolean
is_name (const char *name)
{
  return g_regex_match_simple ("^[A-Za-z_@][A-Za-z0-9_.:-]{0,63}$", name, 0, 0);
}

static JsonNode *
scrub_value (Writer *self, JsonNode *node, const char *name, const char *place)
{
  const PalierLeaf leaf = { name, place, self->constant };
  g_autofree char *text = NULL;
  g_autofree char *harmless = NULL;
  GType type = json_node_get_value_type (node);

  if (JSON_NODE_HOLDS_NULL (node) || type == G_TYPE_BOOLEAN)
    return json_node_copy (node);
  if (type == G_TYPE_STRING)
    text = json_node_dup_string (node);
  else
    text = json_to_string (node, FALSE);
  harmless = palier_leaf_scrub (self->stand_ins, &leaf, text);
  /* A number that stays one is written as it came. */
  if (type != G_TYPE_STRING && g_str_equal (text, harmless))
    return json_node_copy (node);
  return json_node_init_string (json_node_alloc (), harmless);
}

static JsonNode *
scrub_object (Writer *self, JsonNode *node, const char *place, guint depth)
{
  JsonObject *object = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &member))
    {
      g_autofree char *small = g_ascii_strdown (name, -1);
      g_autofree char *below = g_strconcat (place, small, "/", NULL);
      JsonNode *made = is_name (name) ? scrub_node (self, member, name, below, depth + 1) : NULL;

      if (made)
        json_object_set_member (object, name, made);
    }
  return json_node_init_object (json_node_alloc (), object);
}

static JsonNode *
scrub_array (Writer *self, JsonNode *node, const char *name, const char *place, guint depth)
{
  JsonArray *from = json_node_get_array (node);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < json_array_get_length (from); i++)
    {
      JsonNode *made = scrub_node (self, json_array_get_element (from, i), name, place, depth + 1);

      if (made)
        json_array_add_element (array, made);
    }
  return json_node_init_array (json_node_alloc (), array);
}

/* NULL: too deep. */
static JsonNode *
scrub_node (Writer *self, JsonNode *node, const char *name, const char *place, guint depth)
{
  JsonNode *made;

  if (depth > MAX_DEPTH)
    return NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    made = scrub_object (self, node, place, depth);
  else if (JSON_NODE_HOLDS_ARRAY (node))
    made = scrub_array (self, node, name, place, depth);
  else
    return scrub_value (self, node, name, place);
  return made;
}

char *
palier_scrub_json (PalierStandIns *stand_ins, const char *text, gsize length, gboolean constant)
{
  Writer self = { stand_ins, constant };
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonNode) made = NULL;
  JsonNode *root;

  while (length > 0 && text[length - 1] == '\0')
    length--;
  if (!g_utf8_validate_len (text, length, NULL) || !palier_json_load (parser, text, length, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (!root || JSON_NODE_HOLDS_VALUE (root) || JSON_NODE_HOLDS_NULL (root))
    return NULL;
  made = scrub_node (&self, root, "", "/", 0);
  return json_to_string (made, TRUE);
}
