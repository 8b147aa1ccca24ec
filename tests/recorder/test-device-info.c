/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixtures.h"
#include "server.h"

#include "base/error.h"
#include "recorder/device-info.h"

#include <string.h>

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

#define INFO(ns, version, type, mac, firmware)                                                     \
  "<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<DeviceInfo version=\"" version "\" xmlns=\"" ns   \
  "\">\n"                                                                                          \
  "<deviceName>Shop</deviceName>\n<model>DS-7716NI-I4/16P</model>\n<serialNumber>DS-7716NI-I4/"    \
  "16P1620200101CCRR123456789WCVU"                                                                 \
  "</serialNumber>\n<macAddress>" mac "</macAddress>\n" firmware                                   \
  "<encoderVersion>V5.0</encoderVersion>\n"                                                        \
  "<encoderReleasedDate>build 170101</encoderReleasedDate>\n<deviceType>" type                     \
  "</deviceType>\n</DeviceInfo>\n"
#define FIRMWARE(numbers, build)                                                                   \
  "<firmwareVersion>" numbers "</firmwareVersion>\n<firmwareReleasedDate>" build                   \
  "</firmwareReleasedDate>\n"

static const InfoRow info_rows[] = {
  { "V3.4 says that it is a camera",
    INFO (HIKVISION10, "1.0", "IPC", "c0:56:e3:00:11:22", FIRMWARE ("V3.4.92", "build 170518")),
    "DS-7716NI-I4/16P", "IPC", "c0:56:e3:00:11:22", "V3.4.92 build 170518", TRUE },
  { "V4.1 says that it is a DVR",
    INFO (HIKVISION20, "1.0", "DVR", " C0-56-E3-00-11-22", FIRMWARE ("V4.1.64", "build 190119")),
    "DS-7716NI-I4/16P", "DVR", "c0:56:e3:00:11:22", "V4.1.64 build 190119", TRUE },
  { "isapi.org",
    INFO (ISAPI20, "2.0", "NVR", "c056e3001122", FIRMWARE ("V4.50.00", "build 210412")),
    "DS-7716NI-I4/16P", "NVR", "c0:56:e3:00:11:22", "V4.50.00 build 210412", TRUE },
  { "another brand",
    INFO (STDCGI20, "1.0", "NVR", "c0:56:e3:00:11", FIRMWARE ("V3.4.95", "build 170901")),
    "DS-7716NI-I4/16P", "NVR", NULL, "V3.4.95 build 170901", TRUE },
  { "psialliance", INFO (PSIA, "1.0", "NVR", "", FIRMWARE ("V4.30.097", "build 240401")),
    "DS-7716NI-I4/16P", "NVR", NULL, "V4.30.097 build 240401", TRUE },
  { "no build",
    INFO (HIKVISION20, "1.0", "NVR", "", "<firmwareVersion>V4.30.097</firmwareVersion>"),
    "DS-7716NI-I4/16P", "NVR", NULL, "V4.30.097", TRUE },
  { "no version",
    INFO (HIKVISION20,
          "1.0",
          "NVR",
          "",
          "<firmwareReleasedDate>build 170518</firmwareReleasedDate>"),
    "DS-7716NI-I4/16P", "NVR", NULL, NULL, FALSE },
  { "a version that cannot be read",
    INFO (HIKVISION20, "1.0", "NVR", "", FIRMWARE ("four", "build 170518")), "DS-7716NI-I4/16P",
    "NVR", NULL, "four build 170518", FALSE },
  { "a build that cannot be read",
    INFO (HIKVISION20, "1.0", "NVR", "", FIRMWARE ("V3.4.92", "build soon")), "DS-7716NI-I4/16P",
    "NVR", NULL, "V3.4.92 build soon", FALSE },
  { "two versions that differ",
    INFO (HIKVISION20,
          "1.0",
          "NVR",
          "",
          FIRMWARE ("V3.4.92", "build 170518") "<firmwareVersion>V3.4.70</firmwareVersion>"),
    "DS-7716NI-I4/16P", "NVR", NULL, NULL, FALSE },
  { "two builds that differ",
    INFO (HIKVISION20,
          "1.0",
          "NVR",
          "",
          FIRMWARE ("V3.4.92",
                    "build 170518") "<firmwareReleasedDate>build 160901</firmwareReleasedDate>"),
    "DS-7716NI-I4/16P", "NVR", NULL, "V3.4.92", FALSE },
  { "the same version twice",
    INFO (HIKVISION20,
          "1.0",
          "NVR",
          "",
          FIRMWARE ("V3.4.92", "build 170518") "<firmwareVersion>V3.4.92</firmwareVersion>"),
    "DS-7716NI-I4/16P", "NVR", NULL, "V3.4.92 build 170518", TRUE },
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
  { "a router's page", 200, "text/html; charset=utf-8", "<html><body>Welcome</body></html>",
    PALIER_ERROR_NOT_A_RECORDER },
  { "a router that knows no such page", 404, "text/html", "<h1>Not found</h1>",
    PALIER_ERROR_NOT_A_RECORDER },
  { "no model", 200, NULL, "<DeviceInfo><serialNumber>1</serialNumber></DeviceInfo>",
    PALIER_ERROR_BAD_ANSWER },
  { "no serial number", 200, NULL, "<DeviceInfo><model>M</model></DeviceInfo>",
    PALIER_ERROR_BAD_ANSWER },
  { "two models", 200, NULL,
    "<DeviceInfo><model>M</model><model>N</model><serialNumber>1</serialNumber></DeviceInfo>",
    PALIER_ERROR_BAD_ANSWER },
  { "another document", 200, NULL, "<Time><model>M</model><serialNumber>1</serialNumber></Time>",
    PALIER_ERROR_BAD_ANSWER },
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
      server_tell (server, "GET", "/ISAPI/System/deviceInfo", not_info_rows[i].status,
                   not_info_rows[i].type, not_info_rows[i].text);
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
  g_string_replace (expected, " version=\"1.0\" xmlns=\"" HIKVISION10 "\"",
                    " xmlns=\"" HIKVISION10 "\" version=\"1.0\"", 0);
  seen = server_last (server, "PUT", NULL);
  g_assert_cmpmem (g_bytes_get_data (seen->body, NULL), g_bytes_get_size (seen->body),
                   expected->str, expected->len);
  g_assert_false (palier_device_info_set_name (connection, "", NULL, NULL));
}

static void
test_serial_digits (void)
{
  static const char *const rows[][2] = {
    { "DS-7716NI-I41620200101CCRR123456789WCVU", "6789" },
    { "12A3B4", "1234" },
    { "123", NULL },
    { "", NULL },
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
    { STATUS ("<currentDeviceTime>2026-11-24T08:00:00+01:00</currentDeviceTime><deviceUpTime> "
              "3600</deviceUpTime>"
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (info_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/device-info/%s", info_rows[i].sentence);

      g_test_add_data_func (path, &info_rows[i], test_info);
    }
  g_test_add_func ("/device-info/what is none", test_not_info);
  g_test_add_func ("/device-info/name is the only edit", test_name_is_the_only_edit);
  g_test_add_func ("/device-info/serial digits", test_serial_digits);
  g_test_add_func ("/device-info/status", test_status);
  return g_test_run ();
}
