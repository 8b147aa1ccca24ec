/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-document.h"

#include "practice/practice-resources.h"
#include "recorder/xml.h"

#include <string.h>

#define RESOURCES "/io/github/palier/Palier/practice/"

static void
append (GString *text, PalierXmlNode *node)
{
  const char *name = palier_xml_get_name (node);
  PalierXmlNode *child = palier_xml_first_child (node, NULL);

  if (child != NULL)
    {
      g_string_append_printf (text, "<%s>\n", name);
      for (; child != NULL; child = palier_xml_next (child, NULL))
        append (text, child);
    }
  else
    {
      g_autofree char *plain = palier_xml_dup_text (node, NULL);
      g_autofree char *escaped = g_markup_escape_text (plain != NULL ? plain : "", -1);

      g_string_append_printf (text, "<%s>%s", name, escaped);
    }
  g_string_append_printf (text, "</%s>\n", name);
}

static char *
element_to_text (PalierXmlNode *node)
{
  GString *text = g_string_new (NULL);

  append (text, node);
  return g_string_free (text, FALSE);
}

/* What a basic default keeps. */
static gboolean
is_network_or_user (const char *path)
{
  return g_str_has_prefix (path, "System/Network") || g_str_has_prefix (path, "Security/");
}

void
palier_documents_load (PalierModel *self, const char *resource, gboolean only_plain)
{
  g_autofree char *path = g_strdup_printf (RESOURCES "%s.xml", resource);
  g_autoptr (GBytes) bytes = g_resource_lookup_data (palier_practice_get_resource (), path,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_autoptr (PalierXml) xml
      = palier_xml_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  PalierXmlNode *node = palier_xml_first_child (palier_xml_get_root (xml), "document");

  for (; node != NULL; node = palier_xml_next (node, "document"))
    {
      g_autofree char *place = palier_xml_dup_attribute (node, "path");

      if (only_plain && is_network_or_user (place))
        continue;
      g_hash_table_insert (self->documents, g_steal_pointer (&place),
                           element_to_text (palier_xml_first_child (node, NULL)));
    }
}

char *
palier_document_normalise (GBytes *body, const char *kept)
{
  g_autoptr (PalierXml) xml
      = palier_xml_parse (g_bytes_get_data (body, NULL), g_bytes_get_size (body), NULL);
  g_autofree char *opening = NULL;

  if (xml == NULL)
    return NULL;
  opening = g_strdup_printf ("<%s>", palier_xml_get_name (palier_xml_get_root (xml)));
  return g_str_has_prefix (kept, opening) ? element_to_text (palier_xml_get_root (xml)) : NULL;
}

/* Kept documents are written by append (), one element a line, so that their text can be cut. */
static gboolean
find_item (const char *list, const char *item, guint id, const char **from, const char **until)
{
  g_autofree char *opening = g_strdup_printf ("<%s>\n", item);
  g_autofree char *closing = g_strdup_printf ("</%s>\n", item);
  g_autofree char *own_id = g_strdup_printf ("<id>%u</id>", id);

  *until = list;
  while ((*from = strstr (*until, opening)) != NULL)
    {
      *until = strstr (*from, closing) + strlen (closing);
      if (g_strstr_len (*from, *until - *from, own_id) != NULL)
        return TRUE;
    }
  return FALSE;
}

char *
palier_document_dup_item (const char *list, const char *item, guint id)
{
  const char *from, *until;

  return find_item (list, item, id, &from, &until) ? g_strndup (from, (gsize) (until - from)) : NULL;
}

char *
palier_document_replace_item (const char *list, const char *item, guint id, GBytes *body)
{
  g_autofree char *opening = g_strdup_printf ("<%s>", item);
  g_autofree char *fresh = palier_document_normalise (body, opening);
  const char *from, *until;
  GString *text;

  if (fresh == NULL || !find_item (fresh, item, id, &from, &until)
      || !find_item (list, item, id, &from, &until))
    return NULL;
  text = g_string_new_len (list, from - list);
  g_string_append (text, fresh);
  g_string_append (text, until);
  return g_string_free (text, FALSE);
}

char *
palier_document_replace_text (const char *kept, const char *name, const char *text)
{
  g_autofree char *opening = g_strdup_printf ("<%s>", name);
  g_autofree char *closing = g_strdup_printf ("</%s>", name);
  const char *from = strstr (kept, opening);
  const char *until = from != NULL ? strstr (from, closing) : NULL;
  GString *whole;

  if (until == NULL)
    return g_strdup (kept);
  from += strlen (opening);
  whole = g_string_new_len (kept, from - kept);
  g_string_append (whole, text);
  g_string_append (whole, until);
  return g_string_free (whole, FALSE);
}
