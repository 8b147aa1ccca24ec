/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/json.h"

#include "base/error.h"
#include "base/json-text.h"

struct _PalierJson
{
  JsonObject *object;
};

static PalierJson *
wrap (JsonNode *node)
{
  PalierJson *self;

  if (!node || !JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  self = g_new0 (PalierJson, 1);
  self->object = json_node_dup_object (node);
  return self;
}

PalierJson *
palier_json_parse (const char *data, gsize length, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  PalierJson *self = NULL;

  while (length > 0 && data[length - 1] == '\0')
    length--;
  if (g_utf8_validate (data, (gssize) length, NULL) && palier_json_load (parser, data, length, NULL))
    self = wrap (json_parser_get_root (parser));
  if (!self)
    palier_error_set (error, PALIER_ERROR_BAD_ANSWER, "JSON of %" G_GSIZE_FORMAT " bytes", length);
  return self;
}

void
palier_json_free (PalierJson *self)
{
  json_object_unref (self->object);
  g_free (self);
}

char *
palier_json_dup_text (PalierJson *self, const char *name)
{
  JsonNode *node = json_object_get_member (self->object, name);
  GType type = node && JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_NONE;

  if (type == G_TYPE_STRING)
    return g_strstrip (g_strdup (json_node_get_string (node)));
  if (type == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));
  if (type == G_TYPE_DOUBLE)
    return g_strdup_printf ("%.0f", json_node_get_double (node));
  if (type == G_TYPE_BOOLEAN)
    return g_strdup (json_node_get_boolean (node) ? "true" : "false");
  return NULL;
}

gboolean
palier_json_get_uint (PalierJson *self, const char *name, guint64 *value)
{
  g_autofree char *text = palier_json_dup_text (self, name);

  return text && g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, value, NULL);
}

gboolean
palier_json_get_boolean (PalierJson *self, const char *name, gboolean *value)
{
  g_autofree char *text = palier_json_dup_text (self, name);

  if (!text || (g_ascii_strcasecmp (text, "true") != 0 && g_ascii_strcasecmp (text, "false") != 0))
    return FALSE;
  *value = g_ascii_strcasecmp (text, "true") == 0;
  return TRUE;
}

PalierJson *
palier_json_dup_object (PalierJson *self, const char *name)
{
  return wrap (json_object_get_member (self->object, name));
}

GPtrArray *
palier_json_dup_array (PalierJson *self, const char *name)
{
  JsonNode *node = json_object_get_member (self->object, name);
  GPtrArray *list;
  JsonArray *array;

  if (!node || !JSON_NODE_HOLDS_ARRAY (node))
    return NULL;
  list = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_json_free);
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      PalierJson *item = wrap (json_array_get_element (array, i));

      if (item)
        g_ptr_array_add (list, item);
    }
  return list;
}
