/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixtures.h"
#include "server.h"

#include "base/error.h"
#include "recorder/commands.h"
#include "recorder/device-info.h"
#include "recorder/disks.h"
#include "recorder/inventory.h"
#include "recorder/sign-in.h"

#include <string.h>

#define NOT_SUPPORT "<ResponseStatus version=\"2.0\" xmlns=\"http://www.isapi.org/ver20/XMLSchema\"><requestURL></requestURL>" \
                    "<statusCode>4</statusCode><statusString>Invalid Operation</statusString>" \
                    "<subStatusCode>notSupport</subStatusCode></ResponseStatus>"

typedef struct
{
  const char *sentence;
  const char *text;
  const char *model;
  const char *type;
  const char *mac;
  const char *firmware;
  gboolean version_known;
} InfoRow;

#define INFO(ns, version, type, mac, firmware) \
  "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<DeviceInfo version=\"" version "\" xmlns=\"" ns "\">\n" \
  "<deviceName>Shop</deviceName>\n<model>DS-7716NI-I4/16P</model>\n<serialNumber>DS-7716NI-I4/16P1620200101CCRR123456789WCVU" \
  "</serialNumber>\n<macAddress>" mac "</macAddress>\n" firmware "<encoderVersion>V5.0</encoderVersion>\n" \
  "<encoderReleasedDate>build 170101</encoderReleasedDate>\n<deviceType>" type "</deviceType>\n</DeviceInfo>\n"
#define FIRMWARE(numbers, build) "<firmwareVersion>" numbers "</firmwareVersion>\n<firmwareReleasedDate>" build \
  "</firmwareReleasedDate>\n"

static const InfoRow info_rows[] = {
  { "V3.4 says that it is a camera", INFO (HIKVISION10, "1.0", "IPC", "c0:56:e3:00:11:22", FIRMWARE ("V3.4.92", "build 170518")),
    "DS-7716NI-I4/16P", "IPC", "c0:56:e3:00:11:22", "V3.4.92 build 170518", TRUE },
  { "V4.1 says that it is a DVR", INFO (HIKVISION20, "1.0", "DVR", " C0-56-E3-00-11-22", FIRMWARE ("V4.1.64", "build 190119")),
    "DS-7716NI-I4/16P", "DVR", "c0:56:e3:00:11:22", "V4.1.64 build 190119", TRUE },
  { "isapi.org", INFO (ISAPI20, "2.0", "NVR", "c056e3001122", FIRMWARE ("V4.50.00", "build 210412")),
    "DS-7716NI-I4/16P", "NVR", "c0:56:e3:00:11:22", "V4.50.00 build 210412", TRUE },
  { "another brand", INFO (STDCGI20, "1.0", "NVR", "c0:56:e3:00:11", FIRMWARE ("V3.4.95", "build 170901")),
    "DS-7716NI-I4/16P", "NVR", NULL, "V3.4.95 build 170901", TRUE },
  { "psialliance", INFO (PSIA, "1.0", "NVR", "", FIRMWARE ("V4.30.097", "build 240401")),
    "DS-7716NI-I4/16P", "NVR", NULL, "V4.30.097 build 240401", TRUE },
  { "no build", INFO (HIKVISION20, "1.0", "NVR", "", "<firmwareVersion>V4.30.097</firmwareVersion>"),
    "DS-7716NI-I4/16P", "NVR", NULL, "V4.30.097", TRUE },
  { "no version", INFO (HIKVISION20, "1.0", "NVR", "", "<firmwareReleasedDate>build 170518</firmwareReleasedDate>"),
    "DS-7716NI-I4/16P", "NVR", NULL, NULL, FALSE },
  { "a version that cannot be read", INFO (HIKVISION20, "1.0", "NVR", "", FIRMWARE ("four", "build 170518")),
    "DS-7716NI-I4/16P", "NVR", NULL, "four build 170518", FALSE },
  { "a build that cannot be read", INFO (HIKVISION20, "1.0", "NVR", "", FIRMWARE ("V3.4.92", "build soon")),
    "DS-7716NI-I4/16P", "NVR", NULL, "V3.4.92 build soon", FALSE },
  { "two versions that differ", INFO (HIKVISION20, "1.0", "NVR", "", FIRMWARE ("V3.4.92", "build 170518")
    "<firmwareVersion>V3.4.70</firmwareVersion>"), "DS-7716NI-I4/16P", "NVR", NULL, NULL, FALSE },
  { "two builds that differ", INFO (HIKVISION20, "1.0", "NVR", "", FIRMWARE ("V3.4.92", "build 170518")
    "<firmwareReleasedDate>build 160901</firmwareReleasedDate>"), "DS-7716NI-I4/16P", "NVR", NULL, "V3.4.92", FALSE },
  { "the same version twice", INFO (HIKVISION20, "1.0", "NVR", "", FIRMWARE ("V3.4.92", "build 170518")
    "<firmwareVersion>V3.4.92</firmwareVersion>"), "DS-7716NI-I4/16P", "NVR", NULL, "V3.4.92 build 170518", TRUE },
};

static void
test_info (gconstpointer data)
{
  const InfoRow *row = data;
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);
  g_autoptr (PalierDeviceInfo) info = NULL;
  g_autoptr (PalierDeviceInfo) copy = NULL;
  g_autoptr (GError) error = NULL;

  server_tell (server, "GET", "/ISAPI/System/deviceInfo", 200, NULL, row->text);
  info = palier_device_info_read (connection, NULL, &error);
  g_assert_no_error (error);
  copy = palier_device_info_copy (info);
  g_assert_cmpstr (copy->model, ==, row->model);
  g_assert_cmpstr (copy->type, ==, row->type);
  g_assert_cmpstr (copy->mac, ==, row->mac);
  g_assert_cmpstr (copy->firmware, ==, row->firmware);
  g_assert_cmpint (copy->version_known, ==, row->version_known);
  g_assert_cmpstr (copy->name, ==, "Shop");
}

static const struct
{
  const char *sentence;
  guint status;
  const char *type;
  const char *text;
  PalierErrorCode code;
} not_info_rows[] = {
  { "a router's page", 200, "text/html; charset=utf-8", "<html><body>Welcome</body></html>", PALIER_ERROR_NOT_A_RECORDER },
  { "a router that knows no such page", 404, "text/html", "<h1>Not found</h1>", PALIER_ERROR_NOT_A_RECORDER },
  { "no model", 200, NULL, "<DeviceInfo><serialNumber>1</serialNumber></DeviceInfo>", PALIER_ERROR_BAD_ANSWER },
  { "no serial number", 200, NULL, "<DeviceInfo><model>M</model></DeviceInfo>", PALIER_ERROR_BAD_ANSWER },
  { "two models", 200, NULL, "<DeviceInfo><model>M</model><model>N</model><serialNumber>1</serialNumber></DeviceInfo>",
    PALIER_ERROR_BAD_ANSWER },
  { "another document", 200, NULL, "<Time><model>M</model><serialNumber>1</serialNumber></Time>", PALIER_ERROR_BAD_ANSWER },
  { "nothing", 200, NULL, "", PALIER_ERROR_BAD_ANSWER },
};

static void
test_not_info (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (not_info_rows); i++)
    {
      g_autoptr (Server) server = server_new (NULL, NULL);
      g_autoptr (PalierConnection) connection = server_connect (server, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", not_info_rows[i].sentence);
      server_tell (server, "GET", "/ISAPI/System/deviceInfo", not_info_rows[i].status, not_info_rows[i].type,
                   not_info_rows[i].text);
      g_assert_null (palier_device_info_read (connection, NULL, &error));
      g_assert_error (error, PALIER_ERROR, (int) not_info_rows[i].code);
    }
}

static void
test_name_is_the_only_edit (void)
{
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);
  g_autoptr (GString) expected = g_string_new (info_rows[0].text);
  g_autoptr (GError) error = NULL;
  const Seen *seen;

  server_tell (server, "GET", "/ISAPI/System/deviceInfo", 200, NULL, info_rows[0].text);
  server_tell (server, "PUT", "/ISAPI/System/deviceInfo", 200, NULL,
               "<ResponseStatus><statusCode>1</statusCode></ResponseStatus>");
  palier_device_info_set_name (connection, "Entrepôt <2>", NULL, &error);
  g_assert_no_error (error);
  g_string_replace (expected, "Shop", "Entrepôt &lt;2&gt;", 0);
  /* The same document, as libxml2 writes it. */
  g_string_replace (expected, "\"UTF-8\" ?>", "\"UTF-8\"?>", 0);
  g_string_replace (expected, " version=\"1.0\" xmlns=\"" HIKVISION10 "\"", " xmlns=\"" HIKVISION10 "\" version=\"1.0\"", 0);
  seen = server_last (server, "PUT", NULL);
  g_assert_cmpmem (g_bytes_get_data (seen->body, NULL), g_bytes_get_size (seen->body), expected->str, expected->len);
  g_assert_false (palier_device_info_set_name (connection, "", NULL, NULL));
}

static void
test_serial_digits (void)
{
  static const char *const rows[][2] = {
    { "DS-7716NI-I41620200101CCRR123456789WCVU", "6789" }, { "12A3B4", "1234" }, { "123", NULL }, { "", NULL },
    { "WCVU", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *digits = palier_serial_last_four (rows[i][0]);

      g_assert_cmpstr (digits, ==, rows[i][1]);
    }
}

#define STATUS(inner) "<DeviceStatus version=\"2.0\">" inner "</DeviceStatus>"

static void
test_status (void)
{
  static const struct
  {
    const char *text;
    gint64 up;
    const char *time;
  } rows[] = {
    { STATUS ("<currentDeviceTime>2026-11-24T08:00:00+01:00</currentDeviceTime><deviceUpTime> 3600</deviceUpTime>"
              "<MemoryList><Memory><memoryUsage> 85.3</memoryUsage></Memory></MemoryList>"),
      3600, "2026-11-24T08:00:00+01:00" },
    { STATUS ("<deviceUpTime>12.7</deviceUpTime>"), 12, NULL },
    { STATUS ("<deviceUpTime>-5</deviceUpTime>"), -1, NULL },
    { STATUS ("<deviceUpTime>5</deviceUpTime><deviceUpTime>9000</deviceUpTime>"), -1, NULL },
    { STATUS (""), -1, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Server) server = server_new (NULL, NULL);
      g_autoptr (PalierConnection) connection = server_connect (server, NULL);
      PalierDeviceStatus status;

      server_tell (server, "GET", "/ISAPI/System/status", 200, NULL, rows[i].text);
      g_assert_true (palier_device_status_read (connection, &status, NULL, NULL));
      g_assert_cmpint (status.up_time_s, ==, rows[i].up);
      g_assert_cmpstr (status.local_time, ==, rows[i].time);
      palier_device_status_clear (&status);
    }
}

static const struct
{
  const char *sentence;
  const char *xml;  /* NULL: not supported */
  const char *json; /* NULL: not supported */
  const char *disks; /* "id name state capacity free;", or NULL: an error */
} disk_rows[] = {
  { "version 1.0, each disk with a namespace of its own", STORAGE_V1, NULL, "1 hdd1 0 1907729 1325056;2 hdd2 2 1907729 0;" },
  { "version 2.0", STORAGE_V2, NULL, "1 hdd1 0 5723166 0;3 hdd3 3 5723166 -1;" },
  { "another brand's own names", STORAGE_OEM, NULL, "1 hdda 2 953869 1024;" },
  { "an empty list", "<storage><hddList/></storage>", NULL, "" },
  { "a word that nobody recorded", "<storage><hddList><hdd><id>1</id><status>dreaming</status></hdd></hddList></storage>", NULL,
    "1 hdd1 7 -1 -1;" },
  { "JSON, where there is nothing else", NULL,
    "{\"HDStatus\":[{\"hdNo\":2,\"status\":0,\"volume\":5723166,\"freeSpace\":5658624},{\"hdNo\":3,\"status\":\"10\"}]}",
    "2 hdd2 0 5723166 5658624;3 hdd3 2 -1 -1;" },
  { "neither", NULL, NULL, NULL },
};

static void
test_disks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (disk_rows); i++)
    {
      g_autoptr (Server) server = server_new (NULL, NULL);
      g_autoptr (PalierConnection) connection = server_connect (server, NULL);
      g_autoptr (GPtrArray) disks = NULL;
      g_autoptr (GString) found = g_string_new (NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", disk_rows[i].sentence);
      server_tell (server, "GET", "/ISAPI/ContentMgmt/Storage", disk_rows[i].xml ? 200 : 403, NULL,
                   disk_rows[i].xml ? disk_rows[i].xml : NOT_SUPPORT);
      server_tell (server, "GET", "/ISAPI/System/workingstatus/hdStatus", disk_rows[i].json ? 200 : 403,
                   "application/json", disk_rows[i].json ? disk_rows[i].json : NOT_SUPPORT);
      disks = palier_disks_read (connection, NULL, &error);
      for (guint j = 0; disks && j < disks->len; j++)
        {
          const PalierDisk *disk = disks->pdata[j];

          g_string_append_printf (found, "%u %s %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT ";", disk->id, disk->name,
                                  (int) disk->state, disk->capacity_mb, disk->free_mb);
        }
      if (disk_rows[i].disks)
        g_assert_cmpstr (found->str, ==, disk_rows[i].disks);
      else
        g_assert_error (error, PALIER_ERROR, PALIER_ERROR_NOT_SUPPORTED);
    }
}

static void
test_disk_words (void)
{
  static const struct
  {
    const char *word;
    PalierDiskState state;
  } rows[] = {
    { "ok", PALIER_DISK_OK }, { "OK", PALIER_DISK_OK }, { "idle", PALIER_DISK_SLEEPING },
    { "reparing", PALIER_DISK_REPAIRING }, { "repairing", PALIER_DISK_REPAIRING }, { "10", PALIER_DISK_REPAIRING },
    { "formating", PALIER_DISK_FORMATTING }, { "formatting", PALIER_DISK_FORMATTING }, { "11", PALIER_DISK_FORMATTING },
    { "unformatted", PALIER_DISK_UNFORMATTED }, { "unRecordHostFormatted", PALIER_DISK_UNFORMATTED },
    { "error", PALIER_DISK_BAD }, { "mismatch", PALIER_DISK_BAD }, { "smartFailed", PALIER_DISK_BAD }, { "3", PALIER_DISK_BAD },
    { "offline", PALIER_DISK_ABSENT }, { "notexist", PALIER_DISK_ABSENT }, { "14", PALIER_DISK_ABSENT },
    { "7", PALIER_DISK_UNKNOWN }, { "99", PALIER_DISK_UNKNOWN }, { "", PALIER_DISK_UNKNOWN }, { "okay", PALIER_DISK_UNKNOWN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (palier_disk_state_from_word (rows[i].word), ==, rows[i].state);
}

static void
test_cameras (void)
{
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);
  g_autoptr (GPtrArray) cameras = NULL;
  g_autoptr (GPtrArray) alone = NULL;
  const PalierCamera *camera;

  server_tell (server, "GET", "/ISAPI/ContentMgmt/InputProxy/channels", 200, NULL, CAMERAS);
  server_tell (server, "GET", "/ISAPI/ContentMgmt/InputProxy/channels/status", 200, NULL, CAMERA_STATES);
  server_tell (server, "GET", "/ISAPI/ContentMgmt/InputProxy/channels/status", 403, NULL, NOT_SUPPORT);
  cameras = palier_cameras_read (connection, NULL, NULL);
  g_assert_cmpuint (cameras->len, ==, 3); /* the list says ten */
  camera = cameras->pdata[0];
  g_assert_cmpstr (camera->name, ==, "Gate");
  g_assert_cmpstr (camera->address, ==, "192.0.2.21");
  g_assert_cmpstr (camera->protocol, ==, "HIKVISION");
  g_assert_cmpint (camera->online, ==, 1);
  camera = cameras->pdata[1];
  g_assert_cmpuint (camera->channel, ==, 4);
  g_assert_cmpstr (camera->address, ==, "cam.local");
  g_assert_cmpstr (camera->protocol, ==, "ONVIF");
  g_assert_cmpint (camera->online, ==, 0);
  camera = cameras->pdata[2];
  g_assert_null (camera->name);
  g_assert_cmpint (camera->online, ==, -1);
  alone = palier_cameras_read (connection, NULL, NULL);
  g_assert_cmpint (((const PalierCamera *) alone->pdata[0])->online, ==, -1);
}

static void
test_services_and_users (void)
{
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);
  g_autoptr (GPtrArray) services = NULL;
  g_autoptr (GPtrArray) users = NULL;
  const PalierService *service;
  const PalierUser *user;

  server_tell (server, "GET", "/ISAPI/Security/adminAccesses", 200, NULL, SERVICES);
  server_tell (server, "GET", "/ISAPI/Security/users", 200, NULL, USERS);
  services = palier_services_read (connection, NULL, NULL);
  g_assert_cmpuint (services->len, ==, 2);
  service = services->pdata[0];
  g_assert_cmpstr (service->protocol, ==, "HTTP");
  g_assert_cmpuint (service->port, ==, 80);
  g_assert_cmpint (service->enabled, ==, 1);
  service = services->pdata[1];
  g_assert_cmpstr (service->protocol, ==, "DEV_MANAGE");
  g_assert_cmpint (service->enabled, ==, -1);
  users = palier_users_read (connection, NULL, NULL);
  g_assert_cmpuint (users->len, ==, 2);
  user = users->pdata[1];
  g_assert_cmpuint (user->id, ==, 2);
  g_assert_cmpstr (user->name, ==, "caisse");
  g_assert_cmpstr (user->level, ==, "Operator");
}

typedef GPtrArray *(*ReadList) (PalierConnection *connection, GCancellable *cancellable, GError **error);

static void
test_not_told_is_empty (void)
{
  static const ReadList lists[] = { palier_cameras_read, palier_services_read, palier_users_read };
  static const guint statuses[] = { 403, 404, 400, 500 };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < G_N_ELEMENTS (statuses); j++)
      {
        g_autoptr (Server) server = server_new (NULL, NULL);
        g_autoptr (PalierConnection) connection = server_connect (server, NULL);
        g_autoptr (GPtrArray) list = NULL;

        server_tell (server, "GET", "/ISAPI/ContentMgmt/InputProxy/channels", statuses[j], NULL, NOT_SUPPORT);
        server_tell (server, "GET", "/ISAPI/Security/adminAccesses", statuses[j], NULL, NOT_SUPPORT);
        server_tell (server, "GET", "/ISAPI/Security/users", statuses[j], NULL, NOT_SUPPORT);
        list = lists[i](connection, NULL, NULL);
        g_assert_nonnull (list);
        g_assert_cmpuint (list->len, ==, 0);
      }
}

static void
test_upgrade_status (void)
{
  static const struct
  {
    const char *text;
    int upgrading; /* -1: an error */
    int percent;
  } rows[] = {
    { "<upgradeStatus version=\"2.0\" xmlns=\"" ISAPI20 "\"><upgrading>true</upgrading><percent>40</percent></upgradeStatus>", 1, 40 },
    { "<upgradeStatus><upgrading>flase</upgrading></upgradeStatus>", 0, -1 },
    { "<upgradeStatus><upgrading>true</upgrading><percent>4000000000</percent></upgradeStatus>", 1, -1 },
    { "<upgradeStatus><percent>40</percent></upgradeStatus>", -1, 0 },
    { "<upgradeStatus><upgrading>true</upgrading><upgrading>false</upgrading></upgradeStatus>", -1, 0 },
    { " {\"upgrading\":\"TRUE\",\"percent\":12,\"idList\":[{\"status\":\"backingUp\"}]}", 1, 12 },
    { "{\"upgrading\":false}", 0, -1 },
    { "{\"percent\":12}", -1, 0 },
    { "[]", -1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (Server) server = server_new (NULL, NULL);
      g_autoptr (PalierConnection) connection = server_connect (server, NULL);
      PalierUpgradeStatus status;
      gboolean read;

      g_test_message ("%s", rows[i].text);
      server_tell (server, "GET", "/ISAPI/System/upgradeStatus", 200, NULL, rows[i].text);
      read = palier_upgrade_status_read (connection, &status, NULL, NULL);
      g_assert_cmpint (read ? status.upgrading : -1, ==, rows[i].upgrading);
      if (read)
        g_assert_cmpint (status.percent, ==, rows[i].percent);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (info_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/documents/info/%s", info_rows[i].sentence);

      g_test_add_data_func (path, &info_rows[i], test_info);
    }
  g_test_add_func ("/documents/info/what is none", test_not_info);
  g_test_add_func ("/documents/info/name is the only edit", test_name_is_the_only_edit);
  g_test_add_func ("/documents/info/serial digits", test_serial_digits);
  g_test_add_func ("/documents/status", test_status);
  g_test_add_func ("/documents/disks", test_disks);
  g_test_add_func ("/documents/disk words", test_disk_words);
  g_test_add_func ("/documents/cameras", test_cameras);
  g_test_add_func ("/documents/services and users", test_services_and_users);
  g_test_add_func ("/documents/not told is empty", test_not_told_is_empty);
  g_test_add_func ("/documents/upgrade status", test_upgrade_status);
  return g_test_run ();
}
