/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "inventory/inventory-private.h"

#include "recorder/document.h"

#include <string.h>

#define DAYS 7

/* Source: footage-and-settings.md §3, §6, §7. NULL without an error: this firmware does not tell. */
static PalierXml *
read_told (PalierConnection *connection, const char *path, const char *root, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  PalierXml *xml = palier_document_read (connection, path, root, cancellable, &local);

  if (!xml && !palier_error_is_not_told (local))
    g_propagate_error (error, g_steal_pointer (&local));
  return xml;
}

/* An address of zeros stands for none. */
static char *
dup_address (PalierXmlNode *node, const char *path)
{
  char *text = palier_document_dup_told (node, path);

  if (g_strcmp0 (text, "0.0.0.0") == 0)
    g_clear_pointer (&text, g_free);
  return text;
}

static void
take_network (PalierInventory *self, PalierXml *xml)
{
  for (PalierXmlNode *node = palier_xml_first_child (palier_xml_get_root (xml), "NetworkInterface"); node;
       node = palier_xml_next (node, "NetworkInterface"))
    {
      PalierInventoryNetwork *network = g_new0 (PalierInventoryNetwork, 1);
      g_autofree char *type = palier_document_dup_told (node, "IPAddress/addressingType");

      network->id = palier_document_dup_told (node, "id");
      network->dhcp = type ? g_str_equal (type, "dynamic") : -1;
      network->address = dup_address (node, "IPAddress/ipAddress");
      network->mask = dup_address (node, "IPAddress/subnetMask");
      network->gateway = dup_address (node, "IPAddress/DefaultGateway/ipAddress");
      network->dns_first = dup_address (node, "IPAddress/PrimaryDNS/ipAddress");
      network->dns_second = dup_address (node, "IPAddress/SecondaryDNS/ipAddress");
      g_ptr_array_add (self->network, network);
    }
}

static void
take_servers (PalierInventory *self, PalierXml *xml)
{
  PalierXmlNode *server = palier_xml_first_child (palier_xml_get_root (xml), "NTPServer");

  if (!server)
    return;
  self->ntp_server = palier_document_dup_told (server, "hostName");
  if (!self->ntp_server)
    self->ntp_server = dup_address (server, "ipAddress");
}

static gboolean
is_whole_day (const char *from, const char *to)
{
  return g_str_has_prefix (from, "00:00") && (g_str_has_prefix (to, "24:00") || g_str_has_prefix (to, "00:00"));
}

/* Day by day as the recorder has it; a week of whole days in one word. */
static char *
dup_when (PalierXmlNode *block)
{
  GString *text = g_string_new (NULL);
  guint whole = 0;

  for (PalierXmlNode *action = palier_xml_first_child (block, "ScheduleAction"); action;
       action = palier_xml_next (action, "ScheduleAction"))
    {
      g_autofree char *day = palier_xml_dup_text (action, "ScheduleActionStartTime/DayOfWeek");
      g_autofree char *from = palier_xml_dup_text (action, "ScheduleActionStartTime/TimeOfDay");
      g_autofree char *to = palier_xml_dup_text (action, "ScheduleActionEndTime/TimeOfDay");

      if (!day || !from || !to)
        continue;
      whole += is_whole_day (from, to);
      g_string_append_printf (text, "%s%s %.5s–%.5s", text->len > 0 ? ", " : "", day, from, to);
    }
  if (whole == DAYS)
    g_string_assign (text, "7 × 24 h");
  return g_string_free (text, FALSE);
}

/* The main stream alone: track 101 is channel 1's. enableSchedule is the switch that matters, Enable is not. */
static void
take_track (PalierInventory *self, PalierXmlNode *track)
{
  gint64 id = palier_document_get_number (track, "id");
  PalierXmlNode *block = palier_xml_find (track, "TrackSchedule/ScheduleBlockList/ScheduleBlock");
  PalierInventorySchedule *schedule;

  if (id < 100 || id > G_MAXINT || id % 100 != 1)
    return;
  schedule = g_new0 (PalierInventorySchedule, 1);
  schedule->channel = (guint) (id / 100);
  schedule->enabled = palier_document_get_flag (track, "CustomExtensionList/CustomExtension/enableSchedule");
  schedule->mode = block ? palier_xml_dup_text (block, "ScheduleAction/Actions/ActionRecordingMode") : NULL;
  if (!schedule->mode)
    schedule->mode = palier_document_dup_told (track, "DefaultRecordingMode");
  schedule->when = block ? dup_when (block) : NULL;
  g_ptr_array_add (self->schedule, schedule);
}

static void
take_tracks (PalierInventory *self, PalierXml *xml)
{
  for (PalierXmlNode *track = palier_xml_first_child (palier_xml_get_root (xml), "Track"); track;
       track = palier_xml_next (track, "Track"))
    take_track (self, track);
}

static void
take_time (PalierInventory *self, PalierXml *xml)
{
  self->time_mode = palier_document_dup_told (palier_xml_get_root (xml), "timeMode");
  self->time_zone = palier_document_dup_told (palier_xml_get_root (xml), "timeZone");
}

gboolean
palier_inventory_read_settings (PalierInventory *self, PalierConnection *connection, GCancellable *cancellable,
                                GError **error)
{
  static const struct
  {
    const char *path, *root;
    void (*take) (PalierInventory *self, PalierXml *xml);
  } documents[] = {
    { "/ISAPI/System/Network/interfaces", "NetworkInterfaceList", take_network },
    { "/ISAPI/System/time", "Time", take_time },
    { "/ISAPI/System/time/ntpServers", "NTPServerList", take_servers },
    { "/ISAPI/ContentMgmt/record/tracks", "TrackList", take_tracks },
  };

  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (PalierXml) xml = read_told (connection, documents[i].path, documents[i].root, cancellable, &local);

      if (xml)
        documents[i].take (self, xml);
      else if (local)
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return TRUE;
}
