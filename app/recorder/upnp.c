/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/upnp.h"

#include "base/error.h"
#include "recorder/document.h"

#define PATH "/ISAPI/System/Network/UPnP"
#define PORTS "/ISAPI/System/Network/UPnP/ports"

/* NULL without an error: this firmware does not tell. FALSE in *failed otherwise. */
static PalierXml *
read_if_told (PalierConnection *connection,
              const char *path,
              const char *root,
              gboolean *failed,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (GError) local = NULL;
  PalierXml *xml = palier_document_read (connection, path, root, cancellable, &local);

  *failed = !xml && !palier_error_is_not_told (local);
  if (*failed)
    g_propagate_error (error, g_steal_pointer (&local));
  return xml;
}

static guint
count_ports (PalierXmlNode *root)
{
  PalierXmlNode *list = palier_xml_first_child (root, "portList");
  guint count = 0;

  for (PalierXmlNode *port = list ? palier_xml_first_child (list, "port") : NULL; port;
       port = palier_xml_next (port, "port"))
    count += palier_document_get_flag (port, "enabled") != 0;
  return count;
}

gboolean
palier_upnp_read (PalierConnection *connection,
                  PalierUpnp *upnp,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (PalierXml) xml = NULL;
  g_autoptr (PalierXml) ports = NULL;
  gboolean failed = FALSE;

  *upnp = (PalierUpnp){ -1, -1, 0 };
  xml = read_if_told (connection, PATH, "UPnP", &failed, cancellable, error);
  if (!failed)
    ports = read_if_told (connection, PORTS, "ports", &failed, cancellable, error);
  if (failed)
    return FALSE;
  if (xml)
    upnp->enabled = palier_document_get_flag (palier_xml_get_root (xml), "enabled");
  if (ports)
    {
      upnp->ports_enabled = palier_document_get_flag (palier_xml_get_root (ports), "enabled");
      upnp->ports = count_ports (palier_xml_get_root (ports));
    }
  return TRUE;
}

/* Where there is such a switch and it is not off. */
static gboolean
switch_off (PalierConnection *connection,
            const char *path,
            const char *root,
            GCancellable *cancellable,
            GError **error)
{
  gboolean failed = FALSE;
  g_autoptr (PalierXml) xml = read_if_told (connection, path, root, &failed, cancellable, error);

  if (!xml || palier_document_get_flag (palier_xml_get_root (xml), "enabled") == 0
      || !palier_xml_set_text (palier_xml_get_root (xml), "enabled", "false"))
    return !failed;
  return palier_document_write (connection, "PUT", path, xml, NULL, cancellable, error);
}

gboolean
palier_upnp_close (PalierConnection *connection, GCancellable *cancellable, GError **error)
{
  PalierUpnp upnp;

  if (!switch_off (connection, PORTS, "ports", cancellable, error)
      || !switch_off (connection, PATH, "UPnP", cancellable, error)
      || !palier_upnp_read (connection, &upnp, cancellable, error))
    return FALSE;
  if (upnp.enabled == -1 && upnp.ports_enabled == -1)
    palier_error_set (error, PALIER_ERROR_NOT_SUPPORTED, NULL);
  else if (upnp.enabled == 1 || upnp.ports_enabled == 1)
    palier_error_set (error, PALIER_ERROR_NOT_DONE, "UPnP enabled %d, ports %d", upnp.enabled,
                      upnp.ports_enabled);
  else
    return TRUE;
  return FALSE;
}
