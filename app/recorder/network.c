/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/network.h"

#include "base/error.h"
#include "recorder/document.h"

#include <stddef.h>

#define PATH "/ISAPI/System/Network/interfaces"

/* Where each text stands in a NetworkInterface. */
static const struct
{
  const char *path;
  gsize offset;
} fields[] = {
  { "IPAddress/ipAddress", offsetof (PalierNic, address) },
  { "IPAddress/subnetMask", offsetof (PalierNic, mask) },
  { "IPAddress/DefaultGateway/ipAddress", offsetof (PalierNic, gateway) },
  { "IPAddress/PrimaryDNS/ipAddress", offsetof (PalierNic, dns_first) },
  { "IPAddress/SecondaryDNS/ipAddress", offsetof (PalierNic, dns_second) },
};

static void
palier_nic_free (PalierNic *self)
{
  g_free (self->id);
  g_free (self->mac);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    g_free (G_STRUCT_MEMBER (char *, self, fields[i].offset));
  g_free (self);
}

static PalierNic *
read_interface (PalierXmlNode *node)
{
  PalierNic *self = g_new0 (PalierNic, 1);
  g_autofree char *type = palier_document_dup_told (node, "IPAddress/addressingType");

  self->id = palier_document_dup_told (node, "id");
  self->mac = palier_document_dup_told (node, "Link/MACAddress");
  self->dhcp = type ? g_ascii_strcasecmp (type, "dynamic") == 0 : -1;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      char *text = palier_document_dup_told (node, fields[i].path);

      if (g_strcmp0 (text, "0.0.0.0") == 0)
        g_clear_pointer (&text, g_free);
      G_STRUCT_MEMBER (char *, self, fields[i].offset) = text;
    }
  return self;
}

GPtrArray *
palier_nics_read (PalierConnection *connection, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_nic_free);
  g_autoptr (GError) local = NULL;
  g_autoptr (PalierXml) xml
      = palier_document_read (connection, PATH, "NetworkInterfaceList", cancellable, &local);
  PalierXmlNode *node;

  if (!xml && !palier_error_is_not_told (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  node = xml ? palier_xml_first_child (palier_xml_get_root (xml), "NetworkInterface") : NULL;
  for (; node; node = palier_xml_next (node, "NetworkInterface"))
    g_ptr_array_add (list, read_interface (node));
  return g_steal_pointer (&list);
}

static gboolean
edit (PalierXmlNode *node, const PalierNic *wanted, GError **error)
{
  const char *missing = NULL;

  if (wanted->dhcp >= 0
      && !palier_xml_set_text (node, "IPAddress/addressingType",
                               wanted->dhcp ? "dynamic" : "static"))
    missing = "IPAddress/addressingType";
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const char *text = G_STRUCT_MEMBER (const char *, wanted, fields[i].offset);

      if (text && !palier_xml_set_text (node, fields[i].path, text))
        missing = fields[i].path;
    }
  if (!missing)
    return TRUE;
  palier_error_set (error, PALIER_ERROR_NOT_SUPPORTED, "no %s", missing);
  return FALSE;
}

static PalierXmlNode *
find_interface (PalierXml *xml, const char *id)
{
  PalierXmlNode *root = palier_xml_get_root (xml);

  if (g_ascii_strcasecmp (palier_xml_get_name (root), "NetworkInterface") == 0)
    return root;
  for (PalierXmlNode *node = palier_xml_first_child (root, "NetworkInterface"); node;
       node = palier_xml_next (node, "NetworkInterface"))
    {
      g_autofree char *own = palier_xml_dup_text (node, "id");

      if (g_strcmp0 (own, id) == 0)
        return node;
    }
  return NULL;
}

/* Reads, edits and puts back one document: that of the interface, or the list. */
static gboolean
write_at (PalierConnection *connection,
          const char *path,
          const char *root,
          const PalierNic *wanted,
          gboolean *reboot_needed,
          GCancellable *cancellable,
          GError **error)
{
  g_autoptr (PalierXml) xml = palier_document_read (connection, path, root, cancellable, error);
  PalierXmlNode *node = xml ? find_interface (xml, wanted->id) : NULL;

  if (xml && !node)
    palier_error_set (error, PALIER_ERROR_NOT_SUPPORTED, "no interface %s", wanted->id);
  return node && edit (node, wanted, error)
         && palier_document_write (connection, "PUT", path, xml, reboot_needed, cancellable, error);
}

gboolean
palier_nic_write (PalierConnection *connection,
                        const PalierNic *wanted,
                        gboolean *reboot_needed,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autofree char *escaped = g_uri_escape_string (wanted->id, NULL, FALSE);
  g_autofree char *path = g_strconcat (PATH "/", escaped, NULL);
  g_autoptr (GError) local = NULL;

  if (write_at (connection, path, "NetworkInterface", wanted, reboot_needed, cancellable, &local))
    return TRUE;
  if (palier_error_is_not_told (local))
    return write_at (connection, PATH, "NetworkInterfaceList", wanted, reboot_needed, cancellable,
                     error);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
