/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"
#include "practice/practice-state.h"

gboolean
palier_state_store (PalierModel *self, const char *path, GError **error)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  json_node_take_object (root, palier_state_write (self));
  text = json_to_string (root, FALSE);
  if (g_file_set_contents_full (path, text, -1,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600,
                                error))
    return TRUE;
  palier_error_adopt (error, PALIER_ERROR_CANNOT_WRITE);
  return FALSE;
}

gboolean
palier_state_load (PalierModel *self, const char *path, GError **error)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *text = NULL;
  gsize length;
  JsonNode *root;

  if (!g_file_get_contents (path, &text, &length, error))
    {
      palier_error_adopt (error, PALIER_ERROR_FILE_UNREADABLE);
      return FALSE;
    }
  root = json_parser_load_from_data (parser, text, (gssize) length, NULL)
             ? json_parser_get_root (parser)
             : NULL;
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      palier_error_set (error, PALIER_ERROR_DATA_FILE, "%s: not a practice recorder's state", path);
      return FALSE;
    }
  return palier_state_read (self, json_node_get_object (root), error);
}
