/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "discovery/probe.h"

#include "discovery/probe-text.h"
#include "recorder/xml.h"

#include <string.h>

#define MAX_PORT 65535

void
palier_probe_clear (PalierProbe *probe)
{
  g_free (probe->model);
  g_free (probe->serial);
  g_free (probe->mac);
  g_free (probe->address);
  g_free (probe->mask);
  g_free (probe->firmware);
  g_free (probe->boot_time);
  *probe = (PalierProbe) { 0 };
}

void
palier_probe_copy (const PalierProbe *from, PalierProbe *to)
{
  *to = *from;
  to->model = g_strdup (from->model);
  to->serial = g_strdup (from->serial);
  to->mac = g_strdup (from->mac);
  to->address = g_strdup (from->address);
  to->mask = g_strdup (from->mask);
  to->firmware = g_strdup (from->firmware);
  to->boot_time = g_strdup (from->boot_time);
}

typedef char *(*Cleaner) (const char *text);

static char *
dup_clean (PalierXmlNode *root, const char *name, Cleaner clean)
{
  g_autofree char *text = palier_xml_dup_text (root, name);

  return text ? clean (text) : NULL;
}

static PalierTold
get_told (PalierXmlNode *root, const char *name)
{
  gboolean value;

  if (!palier_xml_get_boolean (root, name, &value))
    return PALIER_TOLD_NOTHING;
  return value ? PALIER_TOLD_YES : PALIER_TOLD_NO;
}

static guint
get_small_number (PalierXmlNode *root, const char *name)
{
  guint64 value;

  return palier_xml_get_uint (root, name, &value) && value <= MAX_PORT ? (guint) value : 0;
}

static void
read_answer (PalierXmlNode *root, PalierProbe *probe)
{
  probe->model = dup_clean (root, "DeviceDescription", palier_probe_clean_text);
  probe->serial = dup_clean (root, "DeviceSN", palier_probe_clean_serial);
  probe->mac = dup_clean (root, "MAC", palier_probe_clean_mac);
  probe->address = dup_clean (root, "IPv4Address", palier_probe_clean_address);
  probe->mask = dup_clean (root, "IPv4SubnetMask", palier_probe_clean_mask);
  probe->firmware = dup_clean (root, "SoftwareVersion", palier_probe_clean_text);
  probe->boot_time = dup_clean (root, "BootTime", palier_probe_clean_text);
  probe->version_known = probe->firmware
                         && palier_version_parse (probe->firmware, &probe->version, NULL);
  probe->http_port = get_small_number (root, "HttpPort");
  probe->n_channels = get_small_number (root, "DigitalChannelNum");
  probe->activated = get_told (root, "Activated");
  probe->dhcp = get_told (root, "DHCP");
}

/* Some devices leave remains of an earlier, longer answer behind the end of this one. */
static gsize
length_without_junk (const char *data, gsize length)
{
  const char *ends[] = { "</ProbeMatch>", "</Hello>", "</Probe>" };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const char *end = memmem (data, length, ends[i], strlen (ends[i]));

      if (end)
        return (gsize) (end - data) + strlen (ends[i]);
    }
  return length;
}

/* Answers to other people's actions (a changed address, a reset) come by as well. */
static gboolean
is_about_presence (PalierXmlNode *root)
{
  g_autofree char *types = palier_xml_dup_text (root, "Types");

  return !types || g_ascii_strncasecmp (types, "inquiry", strlen ("inquiry")) == 0
         || g_ascii_strcasecmp (types, "hello") == 0;
}

static PalierXml *
parse_datagram (const char *data, gsize length)
{
  if (memmem (data, length, "<!DOCTYPE", strlen ("<!DOCTYPE")))
    return NULL;
  return palier_xml_parse (data, length_without_junk (data, length), NULL);
}

PalierProbeVerdict
palier_probe_parse (const char *data, gsize length, PalierProbe *probe)
{
  g_autoptr (PalierXml) xml = NULL;
  PalierXmlNode *root;

  *probe = (PalierProbe) { 0 };
  if (length > PALIER_PROBE_MAX_BYTES)
    return PALIER_PROBE_TOO_LONG;
  xml = parse_datagram (data, length);
  if (!xml)
    return PALIER_PROBE_UNREADABLE;
  root = palier_xml_get_root (xml);
  if (g_str_equal (palier_xml_get_name (root), "Probe"))
    return PALIER_PROBE_QUESTION;
  if ((!g_str_equal (palier_xml_get_name (root), "ProbeMatch")
       && !g_str_equal (palier_xml_get_name (root), "Hello"))
      || !is_about_presence (root))
    return PALIER_PROBE_OTHER;
  read_answer (root, probe);
  if (probe->mac || probe->serial)
    return PALIER_PROBE_ANSWER;
  palier_probe_clear (probe);
  return PALIER_PROBE_NAMELESS;
}

char *
palier_probe_new_question (void)
{
  g_autofree char *id = g_uuid_string_random ();
  g_autofree char *upper = g_ascii_strup (id, -1);

  return g_strconcat ("<?xml version=\"1.0\" encoding=\"utf-8\"?><Probe><Uuid>", upper,
                      "</Uuid><Types>inquiry</Types></Probe>", NULL);
}

char *
palier_probe_dup_question_id (const char *data, gsize length)
{
  g_autoptr (PalierXml) xml = NULL;
  PalierXmlNode *root;
  char *id;

  xml = length <= PALIER_PROBE_MAX_BYTES ? parse_datagram (data, length) : NULL;
  root = xml ? palier_xml_get_root (xml) : NULL;
  if (!root || !g_str_equal (palier_xml_get_name (root), "Probe") || !is_about_presence (root))
    return NULL;
  id = palier_xml_dup_text (root, "Uuid");
  return id ? id : g_strdup ("");
}
