/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-life.h"
#include "practice/practice-route.h"
#include "recorder/xml.h"

static void
add_fields (PalierPage *page, PalierPracticeCamera *camera)
{
  gboolean told = camera->online && g_str_equal (camera->protocol, "HIKVISION");

  palier_page_number (page, "id", camera->id);
  palier_page_text (page, "name", camera->name);
  palier_page_open (page, "sourceInputPortDescriptor");
  palier_page_text (page, "proxyProtocol", camera->protocol);
  palier_page_text (page, "addressingFormatType", "ipaddress");
  palier_page_text (page, "ipAddress", camera->address);
  palier_page_number (page, "managePortNo", camera->port);
  palier_page_number (page, "srcInputPort", 1);
  palier_page_text (page, "userName", "admin");
  palier_page_text (page, "streamType", "auto");
  palier_page_text (page, "model", told ? camera->model : "");
  palier_page_text (page, "serialNumber", "");
  palier_page_text (page, "firmwareVersion", told ? "V5.4.5 build 170124" : "");
  palier_page_text (page, "deviceID", "");
  palier_page_close (page);
  palier_page_flag (page, "enableAnr", FALSE);
  palier_page_flag (page, "enableTiming", TRUE);
}

static void
get_channels (PalierExchange *x)
{
  PalierPage *page = palier_page_new (x->dialect, "InputProxyChannelList");

  for (guint i = 0; i < x->model->cameras->len; i++)
    {
      palier_page_open_item (page, "InputProxyChannel");
      add_fields (page, x->model->cameras->pdata[i]);
      palier_page_close (page);
    }
  palier_answer_page (x, page);
}

static PalierPracticeCamera *
find_camera (PalierExchange *x)
{
  PalierPracticeCamera *camera = palier_model_find_camera (x->model, x->ids[0]);

  if (camera == NULL)
    palier_answer_status (x, "badXmlContent");
  return camera;
}

static void
get_channel (PalierExchange *x)
{
  PalierPracticeCamera *camera = find_camera (x);
  PalierPage *page;

  if (camera == NULL)
    return;
  page = palier_page_new (x->dialect, "InputProxyChannel");
  add_fields (page, camera);
  palier_answer_page (x, page);
}

static void
replace (char **text, PalierXmlNode *node, const char *path)
{
  char *fresh = palier_xml_dup_text (node, path);

  if (fresh == NULL)
    return;
  g_free (*text);
  *text = fresh;
}

static void
read_camera (PalierPracticeCamera *camera, PalierXmlNode *node)
{
  guint64 port;

  replace (&camera->name, node, "name");
  replace (&camera->address, node, "sourceInputPortDescriptor/ipAddress");
  /* The documents say adminProtocol, the devices proxyProtocol: both are read. */
  replace (&camera->protocol, node, "sourceInputPortDescriptor/adminProtocol");
  replace (&camera->protocol, node, "sourceInputPortDescriptor/proxyProtocol");
  if (palier_xml_get_uint (node, "sourceInputPortDescriptor/managePortNo", &port)
      && port <= G_MAXUINT16)
    camera->port = (guint) port;
}

static void
put_channel (PalierExchange *x)
{
  PalierPracticeCamera *camera = find_camera (x);
  g_autoptr (PalierXml) xml = camera != NULL ? palier_exchange_parse (x) : NULL;

  if (xml == NULL)
    return;
  read_camera (camera, palier_xml_get_root (xml));
  palier_answer_status (x, NULL);
}

static void
post_channel (PalierExchange *x)
{
  g_autoptr (PalierXml) xml = palier_exchange_parse (x);
  guint64 wanted = 0;
  guint id = 1;

  if (xml == NULL)
    return;
  if (palier_xml_get_uint (palier_xml_get_root (xml), "id", &wanted) && wanted >= 1
      && wanted <= PALIER_MAX_CHANNELS)
    id = (guint) wanted;
  while (palier_model_find_camera (x->model, id) != NULL)
    id++;
  if (id > PALIER_MAX_CHANNELS
      || palier_xml_find (palier_xml_get_root (xml), "sourceInputPortDescriptor") == NULL)
    {
      palier_answer_status (x, "badXmlContent");
      return;
    }
  read_camera (palier_shop_add_camera (x->model, id), palier_xml_get_root (xml));
  palier_answer_new_id (x, id);
}

static void
delete_channel (PalierExchange *x)
{
  if (find_camera (x) == NULL)
    return;
  palier_shop_remove_camera (x->model, x->ids[0]);
  palier_answer_status (x, NULL);
}

static void
add_status (PalierPage *page, PalierPracticeCamera *camera)
{
  palier_page_number (page, "id", camera->id);
  palier_page_open (page, "sourceInputPortDescriptor");
  palier_page_text (page, "proxyProtocol", camera->protocol);
  palier_page_text (page, "ipAddress", camera->address);
  palier_page_number (page, "managePortNo", camera->port);
  palier_page_close (page);
  palier_page_flag (page, "online", camera->online);
  palier_page_open (page, "streamingProxyChannelIdList");
  palier_page_number (page, "streamingProxyChannelId", camera->id * 100 + 1);
  palier_page_number (page, "streamingProxyChannelId", camera->id * 100 + 2);
  palier_page_close (page);
  palier_page_text (page, "chanDetectResult", camera->online ? "connect" : "netUnreachable");
}

static void
get_statuses (PalierExchange *x)
{
  PalierPage *page = palier_page_new (x->dialect, "InputProxyChannelStatusList");

  for (guint i = 0; i < x->model->cameras->len; i++)
    {
      palier_page_open_item (page, "InputProxyChannelStatus");
      add_status (page, x->model->cameras->pdata[i]);
      palier_page_close (page);
    }
  palier_answer_page (x, page);
}

static void
get_status (PalierExchange *x)
{
  PalierPracticeCamera *camera = find_camera (x);
  PalierPage *page;

  if (camera == NULL)
    return;
  page = palier_page_new (x->dialect, "InputProxyChannelStatus");
  add_status (page, camera);
  palier_answer_page (x, page);
}

#define CHANNELS "/ISAPI/ContentMgmt/InputProxy/channels"

const PalierRoute palier_routes_cameras[] = {
  { "GET", CHANNELS, PALIER_ROUTE_READS, get_channels },
  { "POST", CHANNELS, PALIER_ROUTE_CHANGES, post_channel },
  { "GET", CHANNELS "/status", PALIER_ROUTE_READS, get_statuses },
  { "GET", CHANNELS "/*", PALIER_ROUTE_READS, get_channel },
  { "PUT", CHANNELS "/*", PALIER_ROUTE_CHANGES, put_channel },
  { "DELETE", CHANNELS "/*", PALIER_ROUTE_CHANGES, delete_channel },
  { "GET", CHANNELS "/*/status", PALIER_ROUTE_READS, get_status },
  { NULL, NULL, 0, NULL },
};
