/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recording/questions.h"

#include "recorder/connection-private.h"
#include "recorder/search-page.h"

#include <string.h>

#define DAY 86400

static const struct
{
  const char *path;
  PalierRequestFlags flags;
} documents[] = {
  { "/ISAPI/System/deviceInfo", 0 },
  { "/SDK/activateStatus", PALIER_REQUEST_ANONYMOUS },
  { "/ISAPI/Security/userCheck", 0 },
  { "/ISAPI/System/status", 0 },
  { "/ISAPI/System/capabilities", 0 },
  { "/ISAPI/System/upgradeStatus", 0 },
  { "/ISAPI/System/upgradeFlag", 0 },
  { "/ISAPI/System/updateFirmware/capabilities", 0 },
  { "/ISAPI/System/configurationData", PALIER_REQUEST_LARGE | PALIER_REQUEST_SLOW },
  { "/ISAPI/System/time", 0 },
  { "/ISAPI/System/time/capabilities", 0 },
  { "/ISAPI/System/time/ntpServers", 0 },
  { "/ISAPI/System/workingstatus?format=json", 0 },
  { "/ISAPI/System/workingstatus/hdStatus?format=json", 0 },
  { "/ISAPI/Security/capabilities?username=admin", 0 },
  { "/ISAPI/Security/capabilities", 0 },
  { "/ISAPI/Security/sessionLogin/capabilities?username=admin", 0 },
  { "/ISAPI/Security/users", 0 },
  { "/ISAPI/Security/adminAccesses", 0 },
  { "/ISAPI/Security/adminAccesses/capabilities", 0 },
  { "/ISAPI/Security/illegalLoginLock", 0 },
  { "/ISAPI/System/userLock/config?format=json", 0 },
  { "/ISAPI/ContentMgmt/capabilities", 0 },
  { "/ISAPI/ContentMgmt/Storage", 0 },
  { "/ISAPI/ContentMgmt/Storage/hdd", 0 },
  { "/ISAPI/ContentMgmt/Storage/hdd/1", 0 },
  { "/ISAPI/ContentMgmt/Storage/hdd/capabilities", 0 },
  { "/ISAPI/ContentMgmt/Storage/quota", 0 },
  { "/ISAPI/ContentMgmt/Storage/extension", 0 },
  { "/ISAPI/ContentMgmt/Storage/nas", 0 },
  { "/ISAPI/ContentMgmt/InputProxy/channels", 0 },
  { "/ISAPI/ContentMgmt/InputProxy/channels/status", 0 },
  { "/ISAPI/ContentMgmt/InputProxy/channels/capabilities", 0 },
  { "/ISAPI/ContentMgmt/InputProxy/pnp", 0 },
  { "/ISAPI/ContentMgmt/record/tracks", 0 },
  { "/ISAPI/ContentMgmt/record/tracks/101", 0 },
  { "/ISAPI/ContentMgmt/record/profile", 0 },
  { "/ISAPI/Streaming/channels", 0 },
  { "/ISAPI/System/Network/interfaces", 0 },
  { "/ISAPI/System/Network/Bond", 0 },
  { "/ISAPI/System/Network/UPnP", 0 },
  { "/ISAPI/System/Network/UPnP/ports", 0 },
  { "/ISAPI/System/Network/UPnP/ports/status", 0 },
  { "/ISAPI/System/Network/EZVIZ", 0 },
  { "/ISAPI/System/Network/ssh", 0 },
  { "/ISAPI/System/Network/telnetd", 0 },
  { "/ISAPI/System/Network/Integrate", 0 },
  { "/ISAPI/System/Network/SNMP", 0 },
};

#define LOG "/ISAPI/ContentMgmt/logSearch"
#define SEARCH "/ISAPI/ContentMgmt/search"
#define DAYS "/ISAPI/ContentMgmt/record/tracks/101/dailyDistribution"

/* One page each: the shape is wanted, not the whole. word: metaId of a log search, list tag of another. */
static const struct
{
  const char *path, *word;
} searches[] = {
  { LOG, "log.std-cgi.com" },
  { LOG, "log.std-cgi.com/Information" },
  { LOG, "log.std-cgi.com/Infomation" },
  { SEARCH, "trackIDList" },
  { SEARCH, "trackList" },
  { DAYS, NULL },
};

static char *
dup_time (gint64 seconds_ago)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) then = g_date_time_add_seconds (now, (double) -seconds_ago);

  return g_date_time_format (then, "%Y-%m-%dT%H:%M:%SZ");
}

static PalierXml *
build_days (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *year = g_date_time_format (now, "%Y");
  g_autofree char *month = g_date_time_format (now, "%m");
  PalierXml *xml = palier_xml_new ("trackDailyParam", NULL, NULL);

  palier_xml_add (palier_xml_get_root (xml), "year", year);
  palier_xml_add (palier_xml_get_root (xml), "monthOfYear", month);
  return xml;
}

static PalierXml *
build_log (const char *meta)
{
  g_autofree char *id = palier_search_dup_id ();
  g_autofree char *since = dup_time (30 * DAY);
  g_autofree char *until = dup_time (-DAY);
  PalierXml *xml = palier_search_request_new (id);
  PalierXmlNode *root = palier_xml_get_root (xml);

  palier_xml_add (root, "metaId", meta);
  palier_search_request_add_span (root, since, until);
  palier_search_request_add_page (root, 64, 0);
  return xml;
}

static PalierXml *
build_footage (const char *tag)
{
  g_autofree char *id = palier_search_dup_id ();
  g_autofree char *since = dup_time (2 * DAY);
  g_autofree char *until = dup_time (0);
  PalierXml *xml = palier_search_request_new (id);
  PalierXmlNode *root = palier_xml_get_root (xml);

  palier_xml_add (palier_xml_add (root, tag, NULL), "trackID", "101");
  palier_search_request_add_span (root, since, until);
  palier_xml_add (palier_xml_add (root, "contentTypeList", NULL), "contentType", "video");
  palier_search_request_add_page (root, 40, 0);
  palier_xml_add (palier_xml_add (root, "metadataList", NULL), "metadataDescriptor", "//recordType.meta.std-cgi.com");
  return xml;
}

guint
palier_questions_count (void)
{
  return G_N_ELEMENTS (documents) + G_N_ELEMENTS (searches);
}

gboolean
palier_questions_ask (guint i, PalierConnection *connection, GCancellable *cancellable, GError **error)
{
  g_auto (PalierAnswer) answer = { 0 };
  g_autoptr (PalierXml) xml = NULL;
  g_autoptr (GBytes) body = NULL;
  PalierRequest request = { .method = "GET" };

  if (i < G_N_ELEMENTS (documents))
    {
      request.path = documents[i].path;
      request.flags = documents[i].flags;
      return palier_connection_send (connection, &request, &answer, cancellable, error);
    }
  i -= G_N_ELEMENTS (documents);
  if (!searches[i].word)
    xml = build_days ();
  else
    xml = g_str_equal (searches[i].path, LOG) ? build_log (searches[i].word) : build_footage (searches[i].word);
  body = palier_xml_to_bytes (xml);
  request.method = "POST";
  request.path = searches[i].path;
  request.flags = PALIER_REQUEST_SLOW;
  request.content_type = "application/xml; charset=\"UTF-8\"";
  request.body = body;
  return palier_connection_send (connection, &request, &answer, cancellable, error);
}

gboolean
palier_questions_may_keep (const char *method, const char *target)
{
  if (g_str_equal (method, "GET"))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (searches); i++)
    if (g_str_equal (method, "POST") && g_str_equal (target, searches[i].path))
      return TRUE;
  return FALSE;
}
