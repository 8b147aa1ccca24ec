/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixtures.h"
#include "server.h"

#include "base/error.h"
#include "recorder/commands.h"
#include "recorder/disks.h"
#include "recorder/inventory.h"

#include <string.h>

#define NOT_SUPPORT                                                                                \
  "<ResponseStatus version=\"2.0\" "                                                               \
  "xmlns=\"http://www.isapi.org/ver20/XMLSchema\"><requestURL></requestURL>"                       \
  "<statusCode>4</statusCode><statusString>Invalid Operation</statusString>"                       \
  "<subStatusCode>notSupport</subStatusCode></ResponseStatus>"

static const struct
{
  const char *sentence;
  const char *xml;  /* NULL: not supported */
  const char *json; /* NULL: not supported */
  const char *disks; /* "id name state capacity free;", or NULL: an error */
} disk_rows[] = {
  { "version 1.0, each disk with a namespace of its own", STORAGE_V1, NULL,
    "1 hdd1 0 1907729 1325056;2 hdd2 2 1907729 0;" },
  { "version 2.0", STORAGE_V2, NULL, "1 hdd1 0 5723166 0;3 hdd3 3 5723166 -1;" },
  { "another brand's own names", STORAGE_OEM, NULL, "1 hdda 2 953869 1024;" },
  { "an empty list", "<storage><hddList/></storage>", NULL, "" },
  { "a word that nobody recorded",
    "<storage><hddList><hdd><id>1</id><status>dreaming</status></hdd></hddList></storage>", NULL,
    "1 hdd1 7 -1 -1;" },
  { "JSON, where there is nothing else", NULL,
    "{\"HDStatus\":[{\"hdNo\":2,\"status\":0,\"volume\":5723166,\"freeSpace\":5658624},{\"hdNo\":3,"
    "\"status\":\"10\"}]}",
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
      server_tell (server, "GET", "/ISAPI/System/workingstatus/hdStatus",
                   disk_rows[i].json ? 200 : 403, "application/json",
                   disk_rows[i].json ? disk_rows[i].json : NOT_SUPPORT);
      disks = palier_disks_read (connection, NULL, &error);
      for (guint j = 0; disks && j < disks->len; j++)
        {
          const PalierDisk *disk = disks->pdata[j];

          g_string_append_printf (found, "%u %s %d %" G_GINT64_FORMAT " %" G_GINT64_FORMAT ";",
                                  disk->id, disk->name, (int) disk->state, disk->capacity_mb,
                                  disk->free_mb);
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
    { "ok", PALIER_DISK_OK },
    { "OK", PALIER_DISK_OK },
    { "idle", PALIER_DISK_SLEEPING },
    { "reparing", PALIER_DISK_REPAIRING },
    { "repairing", PALIER_DISK_REPAIRING },
    { "10", PALIER_DISK_REPAIRING },
    { "formating", PALIER_DISK_FORMATTING },
    { "formatting", PALIER_DISK_FORMATTING },
    { "11", PALIER_DISK_FORMATTING },
    { "unformatted", PALIER_DISK_UNFORMATTED },
    { "unRecordHostFormatted", PALIER_DISK_UNFORMATTED },
    { "error", PALIER_DISK_BAD },
    { "mismatch", PALIER_DISK_BAD },
    { "smartFailed", PALIER_DISK_BAD },
    { "3", PALIER_DISK_BAD },
    { "offline", PALIER_DISK_ABSENT },
    { "notexist", PALIER_DISK_ABSENT },
    { "14", PALIER_DISK_ABSENT },
    { "7", PALIER_DISK_UNKNOWN },
    { "99", PALIER_DISK_UNKNOWN },
    { "", PALIER_DISK_UNKNOWN },
    { "okay", PALIER_DISK_UNKNOWN },
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
  server_tell (server, "GET", "/ISAPI/ContentMgmt/InputProxy/channels/status", 200, NULL,
               CAMERA_STATES);
  server_tell (server, "GET", "/ISAPI/ContentMgmt/InputProxy/channels/status", 403, NULL,
               NOT_SUPPORT);
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

typedef GPtrArray *(*ReadList) (PalierConnection *connection,
                                GCancellable *cancellable,
                                GError **error);

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

        server_tell (server, "GET", "/ISAPI/ContentMgmt/InputProxy/channels", statuses[j], NULL,
                     NOT_SUPPORT);
        server_tell (server, "GET", "/ISAPI/Security/adminAccesses", statuses[j], NULL,
                     NOT_SUPPORT);
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
    { "<upgradeStatus version=\"2.0\" xmlns=\"" ISAPI20
      "\"><upgrading>true</upgrading><percent>40</percent></upgradeStatus>",
      1, 40 },
    { "<upgradeStatus><upgrading>flase</upgrading></upgradeStatus>", 0, -1 },
    { "<upgradeStatus><upgrading>true</upgrading><percent>4000000000</percent></upgradeStatus>", 1,
      -1 },
    { "<upgradeStatus><percent>40</percent></upgradeStatus>", -1, 0 },
    { "<upgradeStatus><upgrading>true</upgrading><upgrading>false</upgrading></upgradeStatus>", -1,
      0 },
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
  g_test_add_func ("/documents/disks", test_disks);
  g_test_add_func ("/documents/disk words", test_disk_words);
  g_test_add_func ("/documents/cameras", test_cameras);
  g_test_add_func ("/documents/services and users", test_services_and_users);
  g_test_add_func ("/documents/not told is empty", test_not_told_is_empty);
  g_test_add_func ("/documents/upgrade status", test_upgrade_status);
  return g_test_run ();
}
