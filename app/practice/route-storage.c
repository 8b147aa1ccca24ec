/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-route.h"

static void
add_group (PalierPage *page, PalierPracticeDisk *disk)
{
  g_autofree char *serial = g_strdup_printf ("PRACTICE-DISK-%04u", disk->id);

  palier_page_number (page, "group", 1);
  palier_page_text (page, "hddSerialNumber", serial);
  palier_page_text (page, "hddModel", "PRACTICE-4000");
}

static void
add_disk_fields (PalierExchange *x, PalierPage *page, PalierPracticeDisk *disk)
{
  g_autofree char *name = x->dialect->letters ? g_strdup_printf ("hdd%c", 'a' + (char) disk->id - 1)
                                              : g_strdup_printf ("hdd%u", disk->id);

  palier_page_number (page, "id", disk->id);
  palier_page_text (page, "hddName", name);
  palier_page_text (page, "hddPath", "");
  palier_page_text (page, "hddType", "SATA");
  palier_page_text (page, "status", disk->status);
  palier_page_number (page, "capacity", (gint64) disk->capacity_mb);
  palier_page_number (page, "freeSpace", (gint64) disk->free_mb);
  palier_page_text (page, "property", "RW");
  if (x->dialect->storage_v2)
    add_group (page, disk);
}

static void
add_disks (PalierExchange *x, PalierPage *page)
{
  for (guint i = 0; i < x->model->disks->len; i++)
    {
      palier_page_open_item (page, "hdd");
      add_disk_fields (x, page, x->model->disks->pdata[i]);
      palier_page_close (page);
    }
}

static void
get_storage (PalierExchange *x)
{
  PalierPage *page = palier_page_new (x->dialect, "storage");

  palier_page_open (page, "hddList");
  add_disks (x, page);
  palier_page_close (page);
  palier_page_raw (page, "<nasList></nasList>\n");
  palier_page_raw (page,
                   x->dialect->storage_v2
                       ? "<workMode opt=\"group,quota\">quota</workMode>\n<ssdList></ssdList>\n"
                       : "<workMode>quota</workMode>\n");
  palier_answer_page (x, page);
}

static void
get_disks (PalierExchange *x)
{
  PalierPage *page = palier_page_new (x->dialect, "hddList");

  add_disks (x, page);
  palier_answer_page (x, page);
}

static void
get_disk (PalierExchange *x)
{
  PalierPage *page;

  if (x->ids[0] == 0 || x->ids[0] > x->model->disks->len)
    {
      palier_answer_status (x, "badXmlContent");
      return;
    }
  page = palier_page_new (x->dialect, "hdd");
  add_disk_fields (x, page, x->model->disks->pdata[x->ids[0] - 1]);
  palier_answer_page (x, page);
}

/* SDK numbers: 0 normal, 2 error, 10 repairing. */
static guint
get_number (const char *status)
{
  return g_str_equal (status, "reparing") ? 10 : g_str_equal (status, "error") ? 2 : 0;
}

static void
get_numbers (PalierExchange *x)
{
  GString *text = g_string_new ("{\"HDStatus\":[");

  for (guint i = 0; i < x->model->disks->len; i++)
    {
      PalierPracticeDisk *disk = x->model->disks->pdata[i];

      g_string_append_printf (
          text, "%s{\"hdNo\":%u,\"status\":%u,\"volume\":%.0f,\"freeSpace\":%.0f}",
          i > 0 ? "," : "", disk->id, get_number (disk->status), disk->capacity_mb, disk->free_mb);
    }
  g_string_append (text, "]}");
  palier_answer_json (x, g_string_free (text, FALSE));
}

const PalierRoute palier_routes_storage[] = {
  { "GET", "/ISAPI/ContentMgmt/Storage", PALIER_ROUTE_READS, get_storage },
  { "GET", "/ISAPI/ContentMgmt/Storage/hdd", PALIER_ROUTE_READS, get_disks },
  { "GET", "/ISAPI/ContentMgmt/Storage/hdd/*", PALIER_ROUTE_READS, get_disk },
  { "GET", "/ISAPI/System/workingstatus/hdStatus", PALIER_ROUTE_JSON, get_numbers },
  { NULL, NULL, 0, NULL },
};
