/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-route.h"

#include <string.h>

/* The cameras seen otherwise than as channels: on the network, as a list to keep, at work. */
#define SEARCH_SECONDS 8
#define CAMERA_PASSWORD "Yard-and-gate-5" /* made up, and shown in clear by this answer as real ones do */

static void
add_found (PalierPage *page, const PalierPracticeCamera *camera, guint number, gboolean added)
{
  g_autofree char *mac = g_strdup_printf ("02:00:00:00:c0:%02x", number);
  g_autofree char *serial = g_strdup_printf ("%sPRACTICE%08u", camera->model, number);

  palier_page_open_item (page, "VideoSourceDescriptor");
  palier_page_number (page, "id", number);
  palier_page_text (page, "proxyProtocol", camera->protocol);
  palier_page_text (page, "addressingFormatType", "ipaddress");
  palier_page_text (page, "ipAddress", camera->address);
  palier_page_text (page, "macAddress", mac);
  palier_page_number (page, "managePortNo", camera->port);
  palier_page_text (page, "userName", "admin");
  palier_page_text (page, "password", added ? CAMERA_PASSWORD : "");
  palier_page_text (page, "serialNumber", serial);
  palier_page_text (page, "deviceModel", camera->model);
  palier_page_text (page, "firmwareVersion", "V5.4.5 build 170124");
  palier_page_flag (page, "activated", added);
  palier_page_text (page, "addStatus", added ? "added" : "notAdded");
  palier_page_close (page);
}

static void
get_search (PalierExchange *x)
{
  PalierPracticeCamera box = { .address = (char *) "192.168.1.64",
                               .protocol = (char *) "HIKVISION",
                               .model = (char *) "DS-2CD2042WD-I",
                               .port = 8000 };
  PalierPage *page = palier_page_new (x->dialect, "VideoSourceDescriptorList");
  guint number = 0;

  for (guint i = 0; i < x->model->cameras->len; i++)
    {
      const PalierPracticeCamera *camera = x->model->cameras->pdata[i];

      if (camera->online && g_str_equal (camera->protocol, "HIKVISION"))
        add_found (page, camera, ++number, TRUE);
    }
  /* One is still in its box. */
  add_found (page, &box, ++number, FALSE);
  palier_answer_page (x, page);
  x->slow_seconds = SEARCH_SECONDS;
}

/* BIFF 2, the oldest form of an .xls: records of kind, length and content, little-endian. */
static void
add_record (GByteArray *file, guint16 kind, const guint8 *content, guint16 length)
{
  guint16 head[2] = { GUINT16_TO_LE (kind), GUINT16_TO_LE (length) };

  g_byte_array_append (file, (const guint8 *) head, sizeof head);
  g_byte_array_append (file, content, length);
}

/* Byte strings only: what no Western letter is, becomes a question mark. */
static void
add_cell (GByteArray *file, guint row, guint column, const char *text)
{
  g_autofree char *western
      = g_convert_with_fallback (text, -1, "WINDOWS-1252", "UTF-8", "?", NULL, NULL, NULL);
  guint8 length = (guint8) MIN (strlen (western), 255);
  g_autoptr (GByteArray) cell = g_byte_array_new ();
  const guint8 head[8] = { row & 0xff, row >> 8 & 0xff, column & 0xff, column >> 8 & 0xff, 0, 0, 0, length };

  g_byte_array_append (cell, head, sizeof head);
  g_byte_array_append (cell, (const guint8 *) western, length);
  add_record (file, 0x0004, cell->data, (guint16) cell->len);
}

static void
get_camera_list (PalierExchange *x)
{
  static const char *const titles[] = { "Channel", "Name", "Protocol", "Address", "Port", "User" };
  const guint8 sheet[4] = { 2, 0, 0x10, 0 };
  GByteArray *file = g_byte_array_new ();

  add_record (file, 0x0009, sheet, sizeof sheet);
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    add_cell (file, 0, i, titles[i]);
  for (guint i = 0; i < x->model->cameras->len; i++)
    {
      const PalierPracticeCamera *camera = x->model->cameras->pdata[i];
      g_autofree char *id = g_strdup_printf ("%u", camera->id);
      g_autofree char *port = g_strdup_printf ("%u", camera->port);
      const char *const texts[] = { id, camera->name, camera->protocol, camera->address, port, "admin" };

      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        add_cell (file, i + 1, j, texts[j]);
    }
  add_record (file, 0x000a, NULL, 0);
  palier_answer_file (x, g_byte_array_free_to_bytes (file));
}

/* A name between quotes of JSON. */
static char *
dup_quoted (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *at = text; *at != '\0'; at++)
    {
      if (*at == '"' || *at == '\\')
        g_string_append_c (plain, '\\');
      g_string_append_c (plain, *at);
    }
  return g_string_free (plain, FALSE);
}

static void
get_states (PalierExchange *x)
{
  GString *text = g_string_new ("{\"ChanStatus\":[");

  for (guint i = 0; i < x->model->cameras->len; i++)
    {
      const PalierPracticeCamera *camera = x->model->cameras->pdata[i];
      g_autofree char *name = dup_quoted (camera->name);
      gboolean records = camera->online && camera->scheduled; /* a repair does not keep it from that */

      g_string_append_printf (text,
                              "%s{\"chanNo\":%u,\"name\":\"%s\",\"online\":%d,\"signal\":%d,"
                              "\"record\":%d,\"recordStatus\":%d,\"bitRate\":%d}",
                              i > 0 ? "," : "", camera->id, name, camera->online, !camera->online,
                              records, records ? 0 : camera->online ? 3 : 2,
                              camera->online ? 4096 : 0);
    }
  g_string_append (text, "]}");
  palier_answer_json (x, g_string_free (text, FALSE));
}

const PalierRoute palier_routes_channels[] = {
  { "GET", "/ISAPI/ContentMgmt/InputProxy/search", PALIER_ROUTE_READS, get_search },
  { "GET", "/ISAPI/ContentMgmt/InputProxy/ipcConfig", PALIER_ROUTE_READS, get_camera_list },
  { "GET", "/ISAPI/System/workingstatus/chanStatus", PALIER_ROUTE_JSON, get_states },
  { NULL, NULL, 0, NULL },
};
