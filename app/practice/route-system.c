/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-life.h"
#include "practice/practice-route.h"
#include "recorder/xml.h"

#include <string.h>

static void
add_version (PalierExchange *x, PalierPage *page)
{
  PalierScenario *scenario = x->model->scenario;
  gboolean truly = x->model->told_truly;
  g_autofree char *build = palier_version_build_to_string (&x->model->version);
  g_autofree char *released = build != NULL ? g_strdup_printf ("build %s", build) : NULL;

  if (palier_faults_take_path (scenario->faults, "no-version", "/ISAPI/System/deviceInfo") != NULL)
    return;
  palier_page_text (page, "firmwareVersion",
                    !truly && scenario->told_version != NULL ? scenario->told_version
                                                             : x->model->version.spelling);
  if (!truly && scenario->told_build != NULL)
    palier_page_text (page, "firmwareReleasedDate", scenario->told_build);
  else if (released != NULL)
    palier_page_text (page, "firmwareReleasedDate", released);
}

static void
get_device_info (PalierExchange *x)
{
  PalierPage *page = palier_page_new (x->dialect, "DeviceInfo");
  g_auto (GStrv) mac = g_strsplit (x->model->scenario->mac, ":", -1);
  g_autofree char *digits = g_strjoinv ("", mac);
  g_autofree char *id = g_strdup_printf ("44533737-3136-4e49-0000-%s", digits);

  palier_page_text (page, "deviceName", x->model->name);
  palier_page_text (page, "deviceID", id);
  palier_page_text (page, "model", x->model->scenario->model);
  palier_page_text (page, "serialNumber", x->model->serial);
  palier_page_text (page, "macAddress", x->model->scenario->mac);
  add_version (x, page);
  palier_page_text (page, "encoderVersion", "V5.0");
  palier_page_text (page, "encoderReleasedDate", "build 160810");
  palier_page_text (page, "deviceType", x->dialect->device_type);
  palier_page_number (page, "telecontrolID", 255);
  if (x->dialect->storage_v2)
    {
      palier_page_text (page, "hardwareVersion", "0x0");
      palier_page_text (page, "manufacturer", "hikvision");
    }
  palier_answer_page (x, page);
}

static void
put_device_info (PalierExchange *x)
{
  g_autoptr (PalierXml) xml = palier_exchange_parse (x);
  g_autofree char *name = NULL;

  if (xml == NULL)
    return;
  name = palier_xml_dup_text (palier_xml_get_root (xml), "deviceName");
  if (name == NULL || *name == '\0' || strlen (name) > 132)
    {
      palier_answer_status (x, "badXmlContent");
      return;
    }
  g_free (x->model->name);
  x->model->name = g_steal_pointer (&name);
  palier_answer_status (x, NULL);
}

static void
get_status (PalierExchange *x)
{
  PalierPage *page = palier_page_new (x->dialect, "DeviceStatus");
  g_autofree char *now = palier_model_dup_time (x->model, x->model->now, "%Y-%m-%dT%H:%M:%S%:z");

  palier_page_text (page, "currentDeviceTime", now);
  palier_page_number (page, "deviceUpTime", (gint64) (x->model->now - x->model->booted));
  palier_page_open (page, "CPUList");
  palier_page_open_item (page, "CPU");
  palier_page_text (page, "cpuDescription", "0");
  palier_page_number (page, "cpuUtilization", 17);
  palier_page_close (page);
  palier_page_close (page);
  palier_page_open (page, "MemoryList");
  palier_page_open_item (page, "Memory");
  palier_page_text (page, "memoryDescription", "DDR Memory");
  palier_page_text (page, "memoryUsage", " 412.523437"); /* with its blank */
  palier_page_number (page, "memoryAvailable", 611);
  palier_answer_page (x, page);
}

static void
add_security_cap (PalierExchange *x, PalierPage *page)
{
  palier_page_open_item (page, "SecurityCap");
  palier_page_number (page, "supportUserNums", 32);
  palier_page_flag (page, "isSupportUserCheck", TRUE);
  palier_page_raw (
      page,
      "<WebCertificateCap>\n<CertificateType opt=\"digest,digest/basic\">digest</CertificateType>\n"
      "</WebCertificateCap>\n");
  palier_page_flag (page, "isSupportConfigFileImport", TRUE);
  palier_page_flag (page, "isSupportConfigFileExport", TRUE);
  if (x->dialect->secret_key && !x->model->scenario->plain_export)
    palier_page_raw (
        page, "<securityVersion opt=\"1\"></securityVersion>\n<keyIterateNum>100</keyIterateNum>\n"
              "<cfgFileSecretKeyLenLimit min=\"1\" max=\"16\"></cfgFileSecretKeyLenLimit>\n");
  palier_page_close (page);
}

static void
get_capabilities (PalierExchange *x)
{
  PalierPage *page = palier_page_new (x->dialect, "DeviceCap");

  palier_page_open (page, "SysCap");
  palier_page_flag (page, "isSupportDst", TRUE);
  palier_page_open_item (page, "NetworkCap");
  palier_page_flag (page, "isSupportBond", x->dialect->storage_v2);
  palier_page_flag (page, "isSupportNtp", TRUE);
  palier_page_flag (page, "isSupportUpnp", TRUE);
  palier_page_flag (page, "isSupportHttps", TRUE);
  palier_page_flag (page, "isSupportEZVIZ", TRUE);
  palier_page_close (page);
  palier_page_open_item (page, "VideoCap");
  palier_page_number (page, "videoInputPortNums", 0);
  palier_page_number (page, "videoOutputPortNums", 2);
  palier_page_close (page);
  palier_page_open_item (page, "RebootConfigurationCap");
  palier_page_flag (page, "HTTP", TRUE);
  palier_page_flag (page, "RTSP", TRUE);
  palier_page_close (page);
  palier_page_close (page);
  add_security_cap (x, page);
  palier_page_open_item (page, "RacmCap");
  palier_page_number (page, "inputProxyNums", x->model->scenario->cameras);
  palier_page_flag (page, "isSupportRaid", FALSE);
  palier_page_flag (page, "isSupportFindCommonFileByUTC", x->model->version.part[0] >= 4);
  palier_page_flag (page, "isSupportFindLogByUTC", x->model->version.part[0] >= 4);
  palier_page_raw (
      page, "<recordSearchType opt=\"CMR,MOTION,ALARM,EDR,ALARMANDMOTION,Command,manual,AllEvent\">"
            "</recordSearchType>\n");
  palier_answer_page (x, page);
}

static void
put_reboot (PalierExchange *x)
{
  if (palier_flash_is_told (x->model))
    {
      palier_answer_status (x, "upgrading");
      return;
    }
  palier_model_log (x->model, x->user->name, "Operation/remoteReboot", "Reboot");
  palier_answer_status (x, NULL);
  if (x->model->phase == PALIER_PHASE_FLASHING)
    palier_power_cut (x->model);
  else
    palier_power_restart (x->model, 0);
}

static void
put_factory_reset (PalierExchange *x)
{
  const char *mode = palier_exchange_get_query (x, "mode");

  if (x->model->phase == PALIER_PHASE_FLASHING)
    palier_answer_status (x, "upgrading");
  else if (mode == NULL || g_str_equal (mode, "full") || g_str_equal (mode, "basic"))
    {
      gboolean basic = mode != NULL && g_str_equal (mode, "basic");

      palier_answer_status (x, NULL);
      palier_default_start (x->model, basic ? PALIER_DEFAULT_BASIC : PALIER_DEFAULT_FULL,
                            x->user->name);
    }
  else
    palier_answer_status (x, "notSupport");
}

const PalierRoute palier_routes_system[] = {
  { "GET", "/ISAPI/System/deviceInfo", PALIER_ROUTE_READS, get_device_info },
  { "PUT", "/ISAPI/System/deviceInfo", PALIER_ROUTE_CHANGES, put_device_info },
  { "GET", "/ISAPI/System/status", PALIER_ROUTE_READS, get_status },
  { "GET", "/ISAPI/System/capabilities", PALIER_ROUTE_READS, get_capabilities },
  { "PUT", "/ISAPI/System/reboot", PALIER_ROUTE_CHANGES, put_reboot },
  { "PUT", "/ISAPI/System/factoryReset", PALIER_ROUTE_CHANGES, put_factory_reset },
  { NULL, NULL, 0, NULL },
};
