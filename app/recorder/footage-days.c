/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/footage.h"

#include "recorder/connection-private.h"
#include "recorder/document.h"

static GBytes *
build_request (guint year, guint month)
{
  g_autoptr (PalierXml) xml = palier_xml_new ("trackDailyParam", NULL, NULL);
  g_autofree char *year_text = g_strdup_printf ("%u", year);
  g_autofree char *month_text = g_strdup_printf ("%02u", month);

  palier_xml_add (palier_xml_get_root (xml), "year", year_text);
  palier_xml_add (palier_xml_get_root (xml), "monthOfYear", month_text);
  return palier_xml_to_bytes (xml);
}

static guint32
read_days (PalierXmlNode *root)
{
  PalierXmlNode *list = palier_xml_first_child (root, "dayList");
  guint32 days = 0;

  for (PalierXmlNode *node = list ? palier_xml_first_child (list, "day") : NULL; node;
       node = palier_xml_next (node, "day"))
    {
      gint64 day = palier_document_get_number (node, "dayOfMonth");

      if (day >= 1 && day <= 31 && palier_document_get_flag (node, "record") == 1)
        days |= (guint32) 1 << day;
    }
  return days;
}

gboolean
palier_footage_read_days (PalierConnection *connection,
                          guint track,
                          guint year,
                          guint month,
                          guint32 *days,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autofree char *path
      = g_strdup_printf ("/ISAPI/ContentMgmt/record/tracks/%u/dailyDistribution", track);
  g_autoptr (GBytes) body = build_request (year, month);
  const PalierRequest post = {
    .method = "POST",
    .path = path,
    .flags = PALIER_REQUEST_SLOW,
    .content_type = "application/xml; charset=\"UTF-8\"",
    .body = body,
  };
  g_auto (PalierAnswer) answer = { 0 };
  g_autoptr (PalierXml) xml = NULL;

  if (!palier_connection_send (connection, &post, &answer, cancellable, error))
    return FALSE;
  xml = palier_document_parse (answer.body, "trackDailyDistribution", error);
  if (!xml)
    return FALSE;
  *days = read_days (palier_xml_get_root (xml));
  return TRUE;
}
