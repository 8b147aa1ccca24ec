/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "client.h"

#include <string.h>

#define DEVICE_INFO "/ISAPI/System/deviceInfo"

typedef struct
{
  const char *sentence;
  const char *scenario;
  const char *method, *target, *body;
  guint status;
  const char *holds; /* in the answer's body */
} Row;

#define LOG(meta)                                                                                  \
  "<CMSearchDescription><searchID>812F04E0-4089-11A3-9A0C-0305E82C2906</searchID><metaId>" meta    \
  "</metaId>"                                                                                      \
  "<timeSpanList><timeSpan><startTime>2000-01-01T00:00:00Z</"                                      \
  "startTime><endTime>2100-01-01T00:00:00Z</endTime>"                                              \
  "</timeSpan></timeSpanList><maxResults>5</maxResults><searchResultPostion>0</"                   \
  "searchResultPostion>"                                                                           \
  "</CMSearchDescription>"
#define FOOTAGE(list, track)                                                                       \
  "<CMSearchDescription><searchID>812F04E0-4089-11A3-9A0C-0305E82C2906</searchID><" list           \
  "><trackID>" track "</trackID></" list                                                           \
  "><timeSpanList><timeSpan><startTime>2000-01-01T00:00:00Z</startTime>"                           \
  "<endTime>2100-01-01T00:00:00Z</endTime></timeSpan></timeSpanList><maxResults>500</maxResults>"  \
  "<searchResultPostion>0</searchResultPostion></CMSearchDescription>"
#define CHANNELS "/ISAPI/ContentMgmt/InputProxy/channels"
#define TRACKS "/ISAPI/ContentMgmt/record/tracks"

static const Row rows[] = {
  { "V3.4 says that it is an IPC", NULL, "GET", DEVICE_INFO, NULL, 200,
    "<deviceType>IPC</deviceType>" },
  { "in the namespace of its time", NULL, "GET", DEVICE_INFO, NULL, 200,
    "<DeviceInfo version=\"1.0\" xmlns=\"http://www.hikvision.com/ver20/XMLSchema\">" },
  { "V4.22 says NVR, in the same namespace", "v4.22.005", "GET", DEVICE_INFO, NULL, 200,
    "<DeviceInfo version=\"1.0\" xmlns=\"http://www.hikvision.com/ver20/XMLSchema\">" },
  { "V4.61 speaks isapi.org", "v4.61.030", "GET", DEVICE_INFO, NULL, 200,
    "<DeviceInfo version=\"2.0\" xmlns=\"http://www.isapi.org/ver20/XMLSchema\">" },
  { "an OEM unit speaks std-cgi", "oem", "GET", DEVICE_INFO, NULL, 200,
    "http://www.std-cgi.com/ver20/XMLSchema" },
  { "the version has its build beside it", NULL, "GET", DEVICE_INFO, NULL, 200,
    "<firmwareVersion>V3.4.70</firmwareVersion>\n<firmwareReleasedDate>build "
    "160910</firmwareReleasedDate>" },
  { "an unreadable version is told as it is", "unreadable", "GET", DEVICE_INFO, NULL, 200, "V?.4" },
  { "the device name can be set", NULL, "PUT", DEVICE_INFO,
    "<DeviceInfo><deviceName>A</deviceName></DeviceInfo>", 200, "<statusCode>1</statusCode>" },
  { "status tells the up-time", NULL, "GET", "/ISAPI/System/status", NULL, 200, "<deviceUpTime>" },
  { "capabilities of V3.4 know no file password", NULL, "GET", "/ISAPI/System/capabilities", NULL,
    200, "<isSupportConfigFileExport>true</isSupportConfigFileExport>\n</SecurityCap>" },
  { "those of V4.61 do", "v4.61.030", "GET", "/ISAPI/System/capabilities", NULL, 200,
    "<cfgFileSecretKeyLenLimit min=\"1\" max=\"16\">" },
  { "time", NULL, "GET", "/ISAPI/System/time", NULL, 200, "<timeMode>NTP</timeMode>" },
  { "NTP", NULL, "GET", "/ISAPI/System/time/ntpServers", NULL, 200, "ntp.shop.example" },
  { "network", NULL, "GET", "/ISAPI/System/Network/interfaces", NULL, 200, "02:00:00:00:48:21" },
  { "UPnP", NULL, "GET", "/ISAPI/System/Network/UPnP", NULL, 200, "<enabled>true</enabled>" },
  { "UPnP can be closed", NULL, "PUT", "/ISAPI/System/Network/UPnP",
    "<x:UPnP xmlns:x=\"urn:any\"><x:enabled>false</x:enabled></x:UPnP>", 200, "OK" },
  { "UPnP's ports", NULL, "GET", "/ISAPI/System/Network/UPnP/ports", NULL, 200, "8080" },
  { "services", NULL, "GET", "/ISAPI/Security/adminAccesses", NULL, 200, "DEV_MANAGE" },
  { "users", NULL, "GET", "/ISAPI/Security/users", NULL, 200, "<userLevel>Viewer</userLevel>" },
  { "sign-in is checked on a small document", NULL, "GET", "/ISAPI/Security/userCheck", NULL, 200,
    "<lockStatus>unlock</lockStatus>" },
  { "disks", NULL, "GET", "/ISAPI/ContentMgmt/Storage", NULL, 200, "<hddName>hdd2</hddName>" },
  { "an OEM's disks have letters", "oem", "GET", "/ISAPI/ContentMgmt/Storage", NULL, 200,
    "<hddName>hdda</hddName>" },
  { "V4.61's disks have models", "v4.61.030", "GET", "/ISAPI/ContentMgmt/Storage", NULL, 200,
    "<hddModel>" },
  { "one disk", NULL, "GET", "/ISAPI/ContentMgmt/Storage/hdd/2", NULL, 200, "<id>2</id>" },
  { "no such disk", NULL, "GET", "/ISAPI/ContentMgmt/Storage/hdd/99", NULL, 400, "badXmlContent" },
  { "disks by number", "v4.61.030", "GET", "/ISAPI/System/workingstatus/hdStatus?format=json", NULL,
    200, "\"status\":0" },
  { "which V3.4 does not know", NULL, "GET", "/ISAPI/System/workingstatus/hdStatus?format=json",
    NULL, 403, "notSupport" },
  { "cameras, their names escaped", NULL, "GET", CHANNELS, NULL, 200,
    "<name>Corridor &lt;east&gt;</name>" },
  { "one camera", NULL, "GET", CHANNELS "/3", NULL, 200, "<ipAddress>192.168.10.103</ipAddress>" },
  { "a camera that is off", NULL, "GET", CHANNELS "/14/status", NULL, 200,
    "<online>false</online>" },
  { "a camera can go", NULL, "DELETE", CHANNELS "/3", NULL, 200, "OK" },
  { "tracks", NULL, "GET", TRACKS, NULL, 200, "<enableSchedule>true</enableSchedule>" },
  { "days with footage", NULL, "POST", TRACKS "/101/dailyDistribution",
    "<trackDailyParam><year>1999</year><monthOfYear>1</monthOfYear></trackDailyParam>", 200,
    "<dayOfMonth>31</dayOfMonth>\n<record>false</record>" },
  { "footage, forty at most", NULL, "POST", "/ISAPI/ContentMgmt/search",
    FOOTAGE ("trackIDList", "501"), 200, "<numOfMatches>40</numOfMatches>" },
  { "a wrong list's name silently searches track 101", NULL, "POST", "/ISAPI/ContentMgmt/search",
    FOOTAGE ("list", "501"), 200, "<trackID>101</trackID>" },
  { "no such channel", NULL, "POST", "/ISAPI/ContentMgmt/search", FOOTAGE ("trackIDList", "6401"),
    200, "NO MATCHES" },
  { "no GET there", NULL, "GET", "/ISAPI/ContentMgmt/search", NULL, 403, "methodNotAllowed" },
  { "the log, a page of it", NULL, "POST", "/ISAPI/ContentMgmt/logSearch", LOG ("log.std-cgi.com"),
    200, "MORE" },
  { "Information finds nothing on V3.4", NULL, "POST", "/ISAPI/ContentMgmt/logSearch",
    LOG ("log.std-cgi.com/Information"), 200, "NO MATCHES" },
  { "its misspelling does", NULL, "POST", "/ISAPI/ContentMgmt/logSearch",
    LOG ("log.std-cgi.com/Infomation"), 200, "log.hikvision.com/Infomation/" },
  { "V4.61 spells it right", "v4.61.030", "POST", "/ISAPI/ContentMgmt/logSearch",
    LOG ("log.std-cgi.com/Information"), 200, "log.std-cgi.com/Information/" },
  { "nothing is being upgraded", NULL, "GET", "/ISAPI/System/upgradeStatus", NULL, 200,
    "<upgrading>false</upgrading>" },
  { "an empty upload is refused", NULL, "PUT", "/ISAPI/System/updateFirmware", NULL, 400,
    "upgrateDataEmpty" },
  { "a web page is no package", NULL, "PUT", "/ISAPI/System/updateFirmware", "<html></html>", 400,
    "badUpgradePackage" },
  { "the older ones take no form", NULL, "POST", "/ISAPI/System/updateFirmware", "x", 403,
    "methodNotAllowed" },
  { "a plain secret key is refused", "v4.61.030", "GET",
    "/ISAPI/System/configurationData?secretkey=abc", NULL, 403, "invalidOperation" },
  { "an import of something else is refused", NULL, "PUT", "/ISAPI/System/configurationData",
    "hello", 403, "importError" },
  { "a part default is not known", NULL, "PUT", "/ISAPI/System/factoryReset?mode=part", NULL, 403,
    "notSupport" },
  { "it is active already", NULL, "PUT", "/ISAPI/System/activate",
    "<ActivateInfo><password>eA==</password></ActivateInfo>", 403, "hasActivated" },
  { "no way to start a repair is known", NULL, "PUT", "/ISAPI/ContentMgmt/Storage/repair", NULL,
    403, "notSupport" },
  { "paths are told apart by case", NULL, "GET", "/ISAPI/System/deviceinfo", NULL, 403,
    "notSupport" },
  { "no way out of its documents", NULL, "GET", "/ISAPI/../../etc/passwd", NULL, 401,
    "Unauthorized" },
  { "nor by a coded one", NULL, "GET", "/ISAPI/%2e%2e/%2e%2e/etc/passwd", NULL, 401,
    "Unauthorized" },
  { "XML that is none", NULL, "PUT", "/ISAPI/System/time", "<Time>", 400, "badXmlFormat" },
  { "XML that is another document", NULL, "PUT", "/ISAPI/System/time", "<UPnP/>", 400,
    "badXmlFormat" },
  { "an entity is not followed", NULL, "PUT", "/ISAPI/System/time",
    "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Time>&e;</Time>", 400,
    "badXmlFormat" },
  { "a number too large for a channel", NULL, "GET", CHANNELS "/99999999999999999999", NULL, 400,
    "badXmlContent" },
  { "a search without times", NULL, "POST", "/ISAPI/ContentMgmt/search",
    "<CMSearchDescription><searchID>x</searchID></CMSearchDescription>", 400, "badXmlContent" },
  { "an empty body where one is wanted", NULL, "POST", "/ISAPI/ContentMgmt/logSearch", NULL, 400,
    "badXmlFormat" },
};

static void
test_row (gconstpointer data)
{
  const Row *row = data;
  Client client;

  client_open (&client, row->scenario);
  g_assert_cmpuint (client_send (&client, row->method, row->target, row->body), ==, row->status);
  if (strstr (client.body->str, row->holds) == NULL)
    g_error ("%s: not in:\n%s", row->holds, client.body->str);
  client_close (&client);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/practice/face/%s", rows[i].sentence);

      g_test_add_data_func (path, &rows[i], test_row);
    }
  return g_test_run ();
}
