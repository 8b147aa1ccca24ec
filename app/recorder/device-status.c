/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/device-info.h"

#include "recorder/document.h"

gboolean
palier_device_status_read (PalierConnection *connection,
                           PalierDeviceStatus *status,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (PalierXml) xml = NULL;
  PalierXmlNode *root;

  *status = (PalierDeviceStatus){ .up_time_s = -1 };
  xml = palier_document_read (connection, "/ISAPI/System/status", "DeviceStatus", cancellable,
                              error);
  if (!xml)
    return FALSE;
  root = palier_xml_get_root (xml);
  /* Told twice and differently, it proves no restart. */
  if (palier_document_is_single (root, "deviceUpTime"))
    status->up_time_s = palier_document_get_number (root, "deviceUpTime");
  status->local_time = palier_document_dup_told (root, "currentDeviceTime");
  return TRUE;
}

void
palier_device_status_clear (PalierDeviceStatus *status)
{
  g_clear_pointer (&status->local_time, g_free);
  status->up_time_s = -1;
}
