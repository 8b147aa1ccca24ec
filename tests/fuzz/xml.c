/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "target.h"

#include "recorder/xml.h"

static guint
walk (PalierXmlNode *node)
{
  guint nodes = 1;

  for (PalierXmlNode *child = palier_xml_first_child (node, NULL); child;
       child = palier_xml_next (child, NULL))
    nodes += walk (child);
  return nodes;
}

static void
ask (PalierXmlNode *root)
{
  g_autofree char *text = palier_xml_dup_text (root, "a/b");
  g_autofree char *attribute = palier_xml_dup_attribute (root, "version");
  guint64 number;
  gboolean flag;

  palier_xml_get_uint (root, "a", &number);
  palier_xml_get_boolean (root, "a", &flag);
  g_assert_true (!text || g_utf8_validate (text, -1, NULL));
  g_assert_true (!attribute || g_utf8_validate (attribute, -1, NULL));
}

/* What was read can be written, and is then the same to read. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierXml) xml = palier_xml_parse ((const char *) data, size, &error);
  g_autoptr (PalierXml) again = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true ((xml == NULL) == (error != NULL));
  if (!xml)
    return 0;
  ask (palier_xml_get_root (xml));
  bytes = palier_xml_to_bytes (xml);
  again = palier_xml_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (walk (palier_xml_get_root (xml)), ==, walk (palier_xml_get_root (again)));
  return 0;
}
