/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-json.h"

#include "base/error.h"

static void *
field_at (const PalierField *field, gconstpointer owner)
{
  return (guint8 *) (gpointer) owner + field->offset;
}

static gboolean
fail (const char *place, const char *name, const char *what, GError **error)
{
  palier_error_set (error, PALIER_ERROR_DATA_FILE, "%s%s%s: %s", place, *place != '\0' ? "." : "",
                    name, what);
  return FALSE;
}

static const PalierField *
find_field (const PalierField *fields, const char *name)
{
  for (const PalierField *field = fields; field->type != PALIER_FIELD_END; field++)
    if (g_str_equal (field->name, name))
      return field;
  return NULL;
}

static gboolean
word_allowed (const PalierField *field, const char *text)
{
  g_autofree char *fenced = g_strdup_printf ("|%s|", text);

  return field->words == NULL
         || (strchr (text, '|') == NULL && strstr (field->words, fenced) != NULL);
}

static gboolean
read_text (const PalierField *field, JsonNode *node, const char *place, gpointer into,
           GError **error)
{
  char **text = field_at (field, into);

  if (JSON_NODE_HOLDS_NULL (node) && !field->required)
    {
      g_clear_pointer (text, g_free);
      return TRUE;
    }
  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return fail (place, field->name, "a text is wanted", error);
  if (!word_allowed (field, json_node_get_string (node)))
    return fail (place, field->name, "not one of the words allowed", error);
  g_free (*text);
  *text = json_node_dup_string (node);
  return TRUE;
}

static gboolean
read_number (const PalierField *field, JsonNode *node, const char *place, gpointer into,
             GError **error)
{
  GType type = json_node_get_value_type (node);
  double max = field->max > 0                      ? field->max
               : field->type == PALIER_FIELD_COUNT ? G_MAXUINT
                                                   : G_MAXDOUBLE;
  double value;

  if (type != G_TYPE_INT64 && (type != G_TYPE_DOUBLE || field->type == PALIER_FIELD_COUNT))
    return fail (place, field->name, "a number is wanted", error);
  value = json_node_get_double (node);
  if (!(value >= field->min && value <= max))
    return fail (place, field->name, "out of range", error);
  if (field->type == PALIER_FIELD_COUNT)
    *(guint *) field_at (field, into) = (guint) value;
  else
    *(double *) field_at (field, into) = value;
  return TRUE;
}

static gboolean
read_field (const PalierField *field, JsonNode *node, const char *place, gpointer into,
            GError **error)
{
  switch (field->type)
    {
    case PALIER_FIELD_TEXT:
      return read_text (field, node, place, into, error);
    case PALIER_FIELD_BOOLEAN:
      if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
        return fail (place, field->name, "true or false is wanted", error);
      *(gboolean *) field_at (field, into) = json_node_get_boolean (node);
      return TRUE;
    case PALIER_FIELD_NUMBER:
    case PALIER_FIELD_COUNT:
      return read_number (field, node, place, into, error);
    case PALIER_FIELD_OTHER:
    case PALIER_FIELD_END:
    default:
      return TRUE;
    }
}

gboolean
palier_fields_read (const PalierField *fields, JsonObject *object, const char *place, gpointer into,
                    GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  for (const PalierField *field = fields; field->type != PALIER_FIELD_END; field++)
    if (field->required && !json_object_has_member (object, field->name))
      return fail (place, field->name, "missing", error);
  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &node))
    {
      const PalierField *field = find_field (fields, name);

      if (field == NULL)
        return fail (place, name, "unknown here", error);
      if (!read_field (field, node, place, into, error))
        return FALSE;
    }
  return TRUE;
}

void
palier_fields_write (const PalierField *fields, JsonObject *object, gconstpointer from)
{
  for (const PalierField *field = fields; field->type != PALIER_FIELD_END; field++)
    {
      gpointer at = field_at (field, from);

      if (field->type == PALIER_FIELD_TEXT && *(char **) at != NULL)
        json_object_set_string_member (object, field->name, *(char **) at);
      else if (field->type == PALIER_FIELD_TEXT)
        json_object_set_null_member (object, field->name);
      else if (field->type == PALIER_FIELD_BOOLEAN)
        json_object_set_boolean_member (object, field->name, *(gboolean *) at);
      else if (field->type == PALIER_FIELD_NUMBER)
        json_object_set_double_member (object, field->name, *(double *) at);
      else if (field->type == PALIER_FIELD_COUNT)
        json_object_set_int_member (object, field->name, *(guint *) at);
    }
}

void
palier_fields_clear (const PalierField *fields, gpointer owner)
{
  for (const PalierField *field = fields; field->type != PALIER_FIELD_END; field++)
    if (field->type == PALIER_FIELD_TEXT)
      g_clear_pointer ((char **) field_at (field, owner), g_free);
}

gboolean
palier_items_read (JsonObject *object, const char *name, const char *place, PalierItemFunc func,
                   gpointer data, GError **error)
{
  JsonNode *member = json_object_get_member (object, name);
  JsonArray *items;

  if (member == NULL)
    return TRUE;
  if (!JSON_NODE_HOLDS_ARRAY (member))
    return fail (place, name, "a list is wanted", error);
  items = json_node_get_array (member);
  for (guint i = 0; i < json_array_get_length (items); i++)
    {
      JsonNode *item = json_array_get_element (items, i);
      g_autofree char *here
          = g_strdup_printf ("%s%s%s[%u]", place, *place != '\0' ? "." : "", name, i);

      if (!JSON_NODE_HOLDS_OBJECT (item))
        return fail (here, "", "an object is wanted", error);
      if (!func (json_node_get_object (item), here, data, error))
        return FALSE;
    }
  return TRUE;
}
