/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "fixtures.h"
#include "server.h"

#include "base/error.h"
#include "recorder/commands.h"
#include "recorder/configuration.h"
#include "recorder/device-info.h"
#include "recorder/disks.h"
#include "recorder/inventory.h"
#include "recorder/search.h"
#include "recorder/sign-in.h"

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <string.h>

/* Every single field deleted, doubled, emptied, changed in kind or cut: each reader gives an answer
 * or one clean error, and a version is the right one or none (P15). */

#define INFO                                                                                       \
  DECLARATION                                                                                      \
      "<DeviceInfo version=\"2.0\" xmlns=\"" ISAPI20 "\"><deviceName>Shop</deviceName>"            \
      "<model>DS-7716NI-I4</model><serialNumber>DS-7716NI-I41620200101CCRR123456789WCVU</"         \
      "serialNumber>"                                                                              \
      "<macAddress>c0:56:e3:00:11:22</macAddress><firmwareVersion>V3.4.92</firmwareVersion>"       \
      "<firmwareReleasedDate>build "                                                               \
      "170518</firmwareReleasedDate><encoderVersion>V5.0</encoderVersion>"                         \
      "<deviceType>IPC</deviceType></DeviceInfo>"
#define STATUS                                                                                     \
  DECLARATION "<DeviceStatus><currentDeviceTime>2026-11-24T08:00:00+01:00</currentDeviceTime>"     \
              "<deviceUpTime>3600</deviceUpTime><CPUList><CPU><cpuUtilization>4</"                 \
              "cpuUtilization></CPU></CPUList></DeviceStatus>"
#define CHECK                                                                                      \
  DECLARATION "<userCheck><statusValue>200</statusValue><statusString>OK</statusString>"           \
              "<isDefaultPassword>false</isDefaultPassword><isRiskPassword>false</"                \
              "isRiskPassword><lockStatus>unlock</lockStatus>"                                     \
              "<retryLoginTime>5</retryLoginTime></userCheck>"
#define UPGRADE                                                                                    \
  DECLARATION "<upgradeStatus><upgrading>true</upgrading><percent>40</percent></upgradeStatus>"
#define ACTIVATE                                                                                   \
  DECLARATION "<ActivateStatus><Activated>false</Activated><supportVersion>3</supportVersion></"   \
              "ActivateStatus>"
#define CAPABILITIES                                                                               \
  DECLARATION "<DeviceCap><SecurityCap><keyIterateNum>100</keyIterateNum>"                         \
              "<isSupportConfigFileExport>true</"                                                  \
              "isSupportConfigFileExport><cfgFileSecretKeyLenLimit min=\"1\" max=\"16\"/>"         \
              "</SecurityCap></DeviceCap>"
#define SEARCH(descriptor)                                                                         \
  DECLARATION "<CMSearchResult version=\"2.0\"><searchID>x</searchID><responseStatus>true"         \
              "</responseStatus><responseStatusStrg>OK</responseStatusStrg><numOfMatches>1</"      \
              "numOfMatches><matchList>"                                                           \
              "<searchMatchItem>" descriptor "</searchMatchItem></matchList></CMSearchResult>"
#define LOG SEARCH ("<logDescriptor><metaId>log.hikvision.com/Operation/remoteUpgrade</metaId>" \
  "<StartDateTime>2026-01-01T00:00:00Z</StartDateTime><infoContent>a</infoContent></logDescriptor>")
#define FOOTAGE                                                                                    \
  SEARCH ("<trackID>101</trackID><timeSpan><startTime>2026-01-01T00:00:00Z</startTime>"            \
          "<endTime>2026-01-01T01:00:00Z</endTime></timeSpan>")

typedef void (*Read) (PalierConnection *connection, GError **error);

static void
read_info (PalierConnection *connection, GError **error)
{
  g_autoptr (PalierDeviceInfo) info = palier_device_info_read (connection, NULL, error);

  if (!info)
    return;
  g_assert_nonnull (info->model);
  g_assert_nonnull (info->serial);
  if (info->version_known)
    {
      g_assert_cmpuint (info->version.part[0], ==, 3);
      g_assert_cmpuint (info->version.part[1], ==, 4);
      g_assert_cmpuint (info->version.part[2], ==, 92);
      /* A build may be missing; another one would be a guess. */
      g_assert_true (info->version.build == 170518 || info->version.build == 0);
    }
}

static void
read_status (PalierConnection *connection, GError **error)
{
  PalierDeviceStatus status;

  if (palier_device_status_read (connection, &status, NULL, error))
    palier_device_status_clear (&status);
}

static void
read_check (PalierConnection *connection, GError **error)
{
  PalierUserCheck check;

  palier_sign_in (connection, &check, NULL, error);
  g_assert_false (check.locked);
}

static void
read_upgrade (PalierConnection *connection, GError **error)
{
  PalierUpgradeStatus status;

  /* "Not upgrading" is what would let a file go out: it is never made up. */
  if (palier_upgrade_status_read (connection, &status, NULL, error))
    g_assert_true (status.upgrading);
}

static void
read_activate (PalierConnection *connection, GError **error)
{
  PalierActivateStatus status;

  if (palier_activate_status_read (connection, &status, NULL, error))
    g_assert_false (status.activated);
}

static void
read_cap (PalierConnection *connection, GError **error)
{
  PalierConfigurationCap cap;

  if (palier_configuration_read_cap (connection, &cap, NULL, error))
    g_assert_cmpuint (cap.key_iterations, >, 0);
}

typedef GPtrArray *(*ReadList) (PalierConnection *connection,
                                GCancellable *cancellable,
                                GError **error);

static void
read_list (PalierConnection *connection, ReadList list, GError **error)
{
  g_autoptr (GPtrArray) items = list (connection, NULL, error);
}

static void
read_disks (PalierConnection *connection, GError **error)
{
  read_list (connection, palier_disks_read, error);
}

static void
read_cameras (PalierConnection *connection, GError **error)
{
  read_list (connection, palier_cameras_read, error);
}

static void
read_services (PalierConnection *connection, GError **error)
{
  read_list (connection, palier_services_read, error);
}

static void
read_users (PalierConnection *connection, GError **error)
{
  read_list (connection, palier_users_read, error);
}

static void
read_log (PalierConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) entries
      = palier_log_search (connection, "2000-01-01T00:00:00", "2037-01-01T00:00:00", NULL, error);

  for (guint i = 0; entries && i < entries->len; i++)
    palier_log_entry_get_kind (entries->pdata[i]);
}

static void
read_footage (PalierConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) segments = palier_footage_search (connection, 101, "2026-01-01T00:00:00Z",
                                                          "2026-01-02T00:00:00Z", NULL, error);
}

static const struct
{
  const char *sentence;
  const char *text;
  const char *method;
  const char *path;
  Read read;
} documents[] = {
  { "device information", INFO, "GET", "/ISAPI/System/deviceInfo", read_info },
  { "status", STATUS, "GET", "/ISAPI/System/status", read_status },
  { "user check", CHECK, "GET", "/ISAPI/Security/userCheck", read_check },
  { "upgrade status", UPGRADE, "GET", "/ISAPI/System/upgradeStatus", read_upgrade },
  { "activation status", ACTIVATE, "GET", "/SDK/activateStatus", read_activate },
  { "capabilities", CAPABILITIES, "GET", "/ISAPI/System/capabilities", read_cap },
  { "storage 1.0", STORAGE_V1, "GET", "/ISAPI/ContentMgmt/Storage", read_disks },
  { "storage 2.0", STORAGE_V2, "GET", "/ISAPI/ContentMgmt/Storage", read_disks },
  { "storage of another brand", STORAGE_OEM, "GET", "/ISAPI/ContentMgmt/Storage", read_disks },
  { "cameras", CAMERAS, "GET", "/ISAPI/ContentMgmt/InputProxy/channels", read_cameras },
  { "states of cameras", CAMERA_STATES, "GET", "/ISAPI/ContentMgmt/InputProxy/channels/status",
    read_cameras },
  { "services", SERVICES, "GET", "/ISAPI/Security/adminAccesses", read_services },
  { "users", USERS, "GET", "/ISAPI/Security/users", read_users },
  { "log", LOG, "POST", "/ISAPI/ContentMgmt/logSearch", read_log },
  { "footage", FOOTAGE, "POST", "/ISAPI/ContentMgmt/search", read_footage },
};

/* The answer of the moment, in the server's thread. */
typedef struct
{
  const char *path;
  char *text;
} Now;

static gboolean
answer_cb (SoupServerMessage *message, const Seen *seen, gpointer data)
{
  const Now *now = data;
  gboolean asked
      = strncmp (seen->path, now->path, strlen (now->path)) == 0 && !seen->path[strlen (now->path)];

  if (asked)
    server_answer (message, 200, "application/xml", now->text);
  else if (g_str_equal (seen->path, "/ISAPI/ContentMgmt/InputProxy/channels"))
    server_answer (message, 200, "application/xml", CAMERAS);
  return asked || g_str_equal (seen->path, "/ISAPI/ContentMgmt/InputProxy/channels");
}

typedef struct
{
  PalierConnection *connection;
  Now *now;
  Read read;
  guint tried;
  guint answered;
} Trial;

static void
try (Trial *trial, const char *text)
{
  g_autoptr (GError) error = NULL;

  trial->now->text = (char *) text;
  trial->read (trial->connection, &error);
  trial->tried++;
  trial->answered += error == NULL;
  if (error)
    {
      g_assert_true (error->domain == PALIER_ERROR);
      g_assert_cmpint (error->code, !=, PALIER_ERROR_CONNECTION_LOST);
      g_assert_cmpint (error->code, !=, PALIER_ERROR_TIMED_OUT);
    }
}

static void
try_document (Trial *trial, xmlDoc *doc)
{
  xmlChar *text = NULL;
  int size;

  xmlDocDumpMemoryEnc (doc, &text, &size, "UTF-8");
  try (trial, (const char *) text);
  xmlFree (text);
}

static xmlNode *
nth_element (xmlNode *node, guint *n)
{
  for (; node; node = node->next)
    {
      xmlNode *found;

      if (node->type != XML_ELEMENT_NODE)
        continue;
      if ((*n)-- == 0)
        return node;
      found = nth_element (node->children, n);
      if (found)
        return found;
    }
  return NULL;
}

/* Of another kind; none of them says the opposite in earnest, which would be no fault but another
 * answer. */
static const char *const other_texts[]
    = { "",      " ",     "7", "-1",   "4294967296",           "truth",
        "V",     "build", "é", "%s%n", "18446744073709551616", "1e9",
        "170518" };

/* kind: 0 deleted, 1 doubled, 2 doubled with another text, 3 given children, then other texts. */
static gboolean
mutate (xmlDoc *doc, guint element, guint kind)
{
  xmlNode *root = xmlDocGetRootElement (doc);
  xmlNode *node = nth_element (root, &element);
  xmlNode *twin;

  if (!node)
    return FALSE;
  if (kind == 0 && node != root)
    {
      xmlUnlinkNode (node);
      xmlFreeNode (node);
    }
  else if ((kind == 1 || kind == 2) && node != root)
    {
      twin = xmlAddNextSibling (node, xmlCopyNode (node, 1));
      if (kind == 2)
        xmlNodeSetContent (twin, (const xmlChar *) "V4.50.00");
    }
  else if (kind == 3)
    xmlNewChild (node, NULL, (const xmlChar *) "model", (const xmlChar *) "x");
  else if (kind > 3)
    xmlNodeSetContent (node, (const xmlChar *) other_texts[kind - 4]);
  return TRUE;
}

static void
try_fields (Trial *trial, const char *text)
{
  gboolean more = TRUE;

  for (guint element = 0; more; element++)
    for (guint kind = 0; kind < 4 + G_N_ELEMENTS (other_texts); kind++)
      {
        xmlDoc *doc = xmlReadMemory (text, (int) strlen (text), NULL, NULL, 0);

        more = mutate (doc, element, kind);
        if (more)
          try_document (trial, doc);
        xmlFreeDoc (doc);
        if (!more)
          break;
      }
}

static void
test_document (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);
  Now now = { documents[index].path, NULL };
  Trial trial = { connection, &now, documents[index].read, 0, 0 };
  gsize length = strlen (documents[index].text);

  server_set_func (server, answer_cb, &now);
  try (&trial, documents[index].text);
  g_assert_cmpuint (trial.answered, ==, 1);
  try_fields (&trial, documents[index].text);
  for (gsize cut = 0; cut < length; cut += 1 + length / 150)
    {
      g_autofree char *head = g_strndup (documents[index].text, cut);

      try (&trial, head);
    }
  g_test_message ("%u mutations, %u answers", trial.tried, trial.answered);
  /* The list of cameras is still worth having without their states. */
  g_assert_true (trial.answered < trial.tried
                 || g_str_has_suffix (documents[index].path, "/status"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  xmlInitParser ();
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *path = g_strdup_printf ("/mutation/%s", documents[i].sentence);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_document);
    }
  return g_test_run ();
}
