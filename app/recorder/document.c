/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/document.h"

#include "base/error.h"
#include "recorder/connection-private.h"
#include "recorder/response-status.h"

#include <string.h>

static gboolean
is_named (const char *name, const char *roots)
{
  g_auto (GStrv) names = g_strsplit (roots, "|", -1);

  for (char **one = names; *one; one++)
    if (g_ascii_strcasecmp (*one, name) == 0)
      return TRUE;
  return FALSE;
}

PalierXml *
palier_document_parse (GBytes *body, const char *root, GError **error)
{
  gsize length = 0;
  const char *data = body ? g_bytes_get_data (body, &length) : NULL;
  g_autoptr (PalierXml) xml = palier_xml_parse (data ? data : "", length, error);
  const char *name;

  if (!xml)
    return NULL;
  name = palier_xml_get_name (palier_xml_get_root (xml));
  if (root && !is_named (name, root))
    {
      palier_error_set (error, PALIER_ERROR_BAD_ANSWER, "<%.60s> for <%s>", name, root);
      return NULL;
    }
  return g_steal_pointer (&xml);
}

PalierXml *
palier_document_read (PalierConnection *connection,
                      const char *path,
                      const char *root,
                      GCancellable *cancellable,
                      GError **error)
{
  g_auto (PalierAnswer) answer = { 0 };

  if (!palier_connection_get (connection, path, &answer, cancellable, error))
    return NULL;
  return palier_document_parse (answer.body, root, error);
}

gboolean
palier_document_write (PalierConnection *connection,
                       const char *method,
                       const char *path,
                       PalierXml *xml,
                       gboolean *reboot_needed,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GBytes) body = xml ? palier_xml_to_bytes (xml) : NULL;
  g_auto (PalierAnswer) answer = { 0 };

  if (!palier_connection_put (connection, method, path, body, &answer, cancellable, error))
    return FALSE;
  if (reboot_needed)
    *reboot_needed = palier_response_wants_restart (&answer);
  return TRUE;
}

gboolean
palier_document_is_single (PalierXmlNode *parent, const char *name)
{
  PalierXmlNode *first = palier_xml_first_child (parent, name);
  g_autofree char *text = first ? palier_xml_dup_text (first, NULL) : NULL;

  for (PalierXmlNode *node = first ? palier_xml_next (first, name) : NULL; node;
       node = palier_xml_next (node, name))
    {
      g_autofree char *other = palier_xml_dup_text (node, NULL);

      if (g_strcmp0 (text, other) != 0)
        return FALSE;
    }
  return TRUE;
}

char *
palier_document_dup_told (PalierXmlNode *parent, const char *path)
{
  const char *slash = strrchr (path, '/');
  g_autofree char *above = slash ? g_strndup (path, (gsize) (slash - path)) : NULL;
  PalierXmlNode *holder = palier_xml_find (parent, above);
  const char *name = slash ? slash + 1 : path;
  g_autofree char *text = NULL;

  if (!holder || !palier_document_is_single (holder, name))
    return NULL;
  text = palier_xml_dup_text (holder, name);
  return text && *text ? g_steal_pointer (&text) : NULL;
}

gint64
palier_document_get_number (PalierXmlNode *parent, const char *path)
{
  guint64 value = 0;

  return palier_xml_get_uint (parent, path, &value) && value <= G_MAXINT64 ? (gint64) value : -1;
}

int
palier_document_get_flag (PalierXmlNode *parent, const char *path)
{
  gboolean value = FALSE;

  if (!palier_xml_get_boolean (parent, path, &value))
    return -1;
  return value ? 1 : 0;
}

gboolean
palier_error_is_not_told (const GError *error)
{
  return g_error_matches (error, PALIER_ERROR, PALIER_ERROR_NOT_SUPPORTED);
}
