/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/commands.h"

#include "base/error.h"
#include "recorder/connection-private.h"
#include "recorder/document.h"
#include "recorder/json.h"
#include "recorder/upload.h"

gboolean
palier_factory_reset (PalierConnection *connection,
                      PalierResetMode mode,
                      gboolean *reboot_needed,
                      GCancellable *cancellable,
                      GError **error)
{
  const char *path = mode == PALIER_RESET_FULL ? "/ISAPI/System/factoryReset?mode=full"
                                               : "/ISAPI/System/factoryReset?mode=basic";

  return palier_document_write (connection, "PUT", path, NULL, reboot_needed, cancellable, error);
}

gboolean
palier_reboot (PalierConnection *connection, GCancellable *cancellable, GError **error)
{
  return palier_document_write (connection, "PUT", "/ISAPI/System/reboot", NULL, NULL, cancellable,
                                error);
}

gboolean
palier_firmware_upload (PalierConnection *connection,
                        GBytes *package,
                        PalierProgressFunc progress,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  const PalierUpload upload = {
    .path = "/ISAPI/System/updateFirmware",
    .part = "updateFile",
    .file_name = "digicap.dav",
    .content = package,
    .progress = progress,
    .progress_data = data,
  };

  return palier_upload_send (connection, &upload, NULL, cancellable, error);
}

static gboolean
read_upgrade_xml (GBytes *body, PalierUpgradeStatus *status, int *upgrading, GError **error)
{
  g_autoptr (PalierXml) xml = palier_document_parse (body, "upgradeStatus", error);
  PalierXmlNode *root;

  if (!xml)
    return FALSE;
  root = palier_xml_get_root (xml);
  if (palier_document_is_single (root, "upgrading"))
    *upgrading = palier_document_get_flag (root, "upgrading");
  status->percent = (int) MIN (palier_document_get_number (root, "percent"), 101);
  return TRUE;
}

static gboolean
read_upgrade_json (GBytes *body, PalierUpgradeStatus *status, int *upgrading, GError **error)
{
  g_autoptr (PalierJson) json
      = palier_json_parse (g_bytes_get_data (body, NULL), g_bytes_get_size (body), error);
  gboolean flag = FALSE;
  guint64 percent = 0;

  if (!json)
    return FALSE;
  if (palier_json_get_boolean (json, "upgrading", &flag))
    *upgrading = flag ? 1 : 0;
  if (palier_json_get_uint (json, "percent", &percent))
    status->percent = (int) MIN (percent, 101);
  return TRUE;
}

static gboolean
is_json (GBytes *body)
{
  gsize length;
  const char *data = g_bytes_get_data (body, &length);

  while (length > 0 && g_ascii_isspace (*data))
    {
      data++;
      length--;
    }
  return length > 0 && *data == '{';
}

gboolean
palier_upgrade_status_read (PalierConnection *connection,
                            PalierUpgradeStatus *status,
                            GCancellable *cancellable,
                            GError **error)
{
  g_auto (PalierAnswer) answer = { 0 };
  int upgrading = -1;
  gboolean read;

  *status = (PalierUpgradeStatus){ .percent = -1 };
  if (!palier_connection_get (connection, "/ISAPI/System/upgradeStatus", &answer, cancellable,
                              error))
    return FALSE;
  read = is_json (answer.body) ? read_upgrade_json (answer.body, status, &upgrading, error)
                               : read_upgrade_xml (answer.body, status, &upgrading, error);
  if (!read)
    return FALSE;
  if (upgrading < 0)
    {
      palier_error_set (error, PALIER_ERROR_BAD_ANSWER, "no upgrading");
      return FALSE;
    }
  status->upgrading = upgrading == 1;
  if (status->percent > 100)
    status->percent = -1;
  return TRUE;
}
