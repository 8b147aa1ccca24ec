/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/time-settings.h"

#include "base/error.h"
#include "recorder/document.h"

#define TIME "/ISAPI/System/time"
#define SERVERS "/ISAPI/System/time/ntpServers"

void
palier_time_settings_clear (PalierTimeSettings *settings)
{
  g_clear_pointer (&settings->mode, g_free);
  g_clear_pointer (&settings->local_time, g_free);
  g_clear_pointer (&settings->zone, g_free);
  g_clear_pointer (&settings->server, g_free);
}

static char *
dup_server (PalierXmlNode *server)
{
  char *name = palier_document_dup_told (server, "hostName");

  return name ? name : palier_document_dup_told (server, "ipAddress");
}

gboolean
palier_time_settings_read (PalierConnection *connection,
                           PalierTimeSettings *settings,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (PalierXml) time = palier_document_read (connection, TIME, "Time", cancellable, error);
  g_autoptr (PalierXml) servers = NULL;
  g_autoptr (GError) local = NULL;
  PalierXmlNode *server;

  *settings = (PalierTimeSettings){ 0 };
  if (!time)
    return FALSE;
  servers = palier_document_read (connection, SERVERS, "NTPServerList", cancellable, &local);
  if (!servers && !palier_error_is_not_told (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  settings->mode = palier_document_dup_told (palier_xml_get_root (time), "timeMode");
  settings->local_time = palier_document_dup_told (palier_xml_get_root (time), "localTime");
  settings->zone = palier_document_dup_told (palier_xml_get_root (time), "timeZone");
  server = servers ? palier_xml_first_child (palier_xml_get_root (servers), "NTPServer") : NULL;
  settings->server = server ? dup_server (server) : NULL;
  return TRUE;
}

static gboolean
set_told (PalierXmlNode *root, const char *name, const char *text, GError **error)
{
  if (!text || palier_xml_set_text (root, name, text))
    return TRUE;
  palier_error_set (error, PALIER_ERROR_NOT_SUPPORTED, "no %s", name);
  return FALSE;
}

static gboolean
write_time (PalierConnection *connection,
            const PalierTimeSettings *settings,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (PalierXml) xml = palier_document_read (connection, TIME, "Time", cancellable, error);
  PalierXmlNode *root = xml ? palier_xml_get_root (xml) : NULL;
  PalierXmlNode *local_time;
  g_autofree char *mode = NULL;

  if (!root || !set_told (root, "timeMode", settings->mode, error)
      || !set_told (root, "timeZone", settings->zone, error)
      || !set_told (root, "localTime", settings->local_time, error))
    return FALSE;
  mode = palier_xml_dup_text (root, "timeMode");
  local_time = palier_xml_first_child (root, "localTime");
  /* A time sent back a moment later would set the clock late; with NTP it does not belong there at
   * all. */
  if (local_time && !settings->local_time && g_strcmp0 (mode, "manual") != 0)
    palier_xml_remove (local_time);
  return palier_document_write (connection, "PUT", TIME, xml, NULL, cancellable, error);
}

static void
set_server (PalierXmlNode *server, const char *name)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (name);
  const char *wanted = address ? "ipAddress" : "hostName";
  PalierXmlNode *other = palier_xml_first_child (server, address ? "hostName" : "ipAddress");

  palier_xml_set_text (server, "addressingFormatType", address ? "ipaddress" : "hostname");
  if (!palier_xml_first_child (server, wanted) && other)
    palier_xml_set_name (other, wanted);
  if (!palier_xml_set_text (server, wanted, name))
    palier_xml_add (server, wanted, name);
}

static gboolean
write_server (PalierConnection *connection,
              const char *name,
              GCancellable *cancellable,
              GError **error)
{
  g_autoptr (PalierXml) xml
      = palier_document_read (connection, SERVERS, "NTPServerList", cancellable, error);
  PalierXmlNode *server
      = xml ? palier_xml_first_child (palier_xml_get_root (xml), "NTPServer") : NULL;

  if (!xml)
    return FALSE;
  if (!server)
    {
      server = palier_xml_add (palier_xml_get_root (xml), "NTPServer", NULL);
      palier_xml_add (server, "id", "1");
      palier_xml_add (server, "addressingFormatType", "hostname");
    }
  set_server (server, name);
  return palier_document_write (connection, "PUT", SERVERS, xml, NULL, cancellable, error);
}

gboolean
palier_time_settings_write (PalierConnection *connection,
                            const PalierTimeSettings *settings,
                            GCancellable *cancellable,
                            GError **error)
{
  PalierTimeSettings wanted = *settings;

  if (wanted.server && !wanted.mode)
    wanted.mode = (char *) "NTP";
  if (wanted.server && !write_server (connection, wanted.server, cancellable, error))
    return FALSE;
  if (!wanted.mode && !wanted.zone && !wanted.local_time)
    return TRUE;
  return write_time (connection, &wanted, cancellable, error);
}
