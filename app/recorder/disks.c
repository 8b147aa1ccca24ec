/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/disks.h"

#include "recorder/connection-private.h"
#include "recorder/document.h"
#include "recorder/json.h"

static void
palier_disk_free (PalierDisk *disk)
{
  g_free (disk->name);
  g_free (disk->status);
  g_free (disk);
}

PalierDiskState
palier_disk_state_from_number (guint number)
{
  static const PalierDiskState states[] = {
    [0] = PALIER_DISK_OK,
    [1] = PALIER_DISK_UNFORMATTED,
    [2] = PALIER_DISK_BAD,
    [3] = PALIER_DISK_BAD, /* SMART */
    [4] = PALIER_DISK_BAD, /* mismatch */
    [5] = PALIER_DISK_SLEEPING,
    [6] = PALIER_DISK_ABSENT,
    [7] = PALIER_DISK_UNKNOWN, /* an array grows: not a database repair */
    [8] = PALIER_DISK_UNKNOWN,
    [9] = PALIER_DISK_UNKNOWN,
    [10] = PALIER_DISK_REPAIRING,
    [11] = PALIER_DISK_FORMATTING,
    [12] = PALIER_DISK_UNFORMATTED,
    [13] = PALIER_DISK_ABSENT,
    [14] = PALIER_DISK_ABSENT,
    [15] = PALIER_DISK_UNKNOWN,
    [16] = PALIER_DISK_UNKNOWN,
    [17] = PALIER_DISK_BAD, /* warning */
    [18] = PALIER_DISK_BAD,
    [19] = PALIER_DISK_BAD, /* hidden fault */
    [20] = PALIER_DISK_UNKNOWN,
    [21] = PALIER_DISK_UNFORMATTED,
  };

  return number < G_N_ELEMENTS (states) ? states[number] : PALIER_DISK_UNKNOWN;
}

PalierDiskState
palier_disk_state_from_word (const char *word)
{
  static const struct
  {
    const char *word;
    PalierDiskState state;
  } words[] = {
    { "ok", PALIER_DISK_OK },
    { "normal", PALIER_DISK_OK },
    { "idle", PALIER_DISK_SLEEPING },
    { "sleeping", PALIER_DISK_SLEEPING },
    { "reparing", PALIER_DISK_REPAIRING },
    { "repairing", PALIER_DISK_REPAIRING },
    { "formating", PALIER_DISK_FORMATTING },
    { "formatting", PALIER_DISK_FORMATTING },
    { "unformatted", PALIER_DISK_UNFORMATTED },
    { "unformated", PALIER_DISK_UNFORMATTED },
    { "unRecordHostFormatted", PALIER_DISK_UNFORMATTED },
    { "error", PALIER_DISK_BAD },
    { "mismatch", PALIER_DISK_BAD },
    { "smartFailed", PALIER_DISK_BAD },
    { "offline", PALIER_DISK_ABSENT },
    { "notexist", PALIER_DISK_ABSENT },
    { "unloaded", PALIER_DISK_ABSENT },
  };
  guint64 number = 0;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (word, words[i].word) == 0)
      return words[i].state;
  if (g_ascii_string_to_unsigned (word, 10, 0, 999, &number, NULL))
    return palier_disk_state_from_number ((guint) number);
  return PALIER_DISK_UNKNOWN;
}

static PalierDisk *
read_xml_disk (PalierXmlNode *node)
{
  PalierDisk *disk;
  gint64 id = palier_document_get_number (node, "id");

  if (id < 0 || id > G_MAXUINT16)
    return NULL;
  disk = g_new0 (PalierDisk, 1);
  disk->id = (guint) id;
  disk->name = palier_document_dup_told (node, "hddName");
  if (!disk->name)
    disk->name = g_strdup_printf ("hdd%u", disk->id);
  disk->status = palier_document_dup_told (node, "status");
  if (!disk->status)
    disk->status = g_strdup ("");
  disk->state = palier_disk_state_from_word (disk->status);
  disk->capacity_mb = palier_document_get_number (node, "capacity");
  disk->free_mb = palier_document_get_number (node, "freeSpace");
  return disk;
}

/* The elements are named hdd, or hdda by some other brands: whatever stands in the list is one. */
static GPtrArray *
read_xml (PalierXmlNode *root)
{
  GPtrArray *disks = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_disk_free);
  PalierXmlNode *list = palier_xml_first_child (root, "hddList");

  for (PalierXmlNode *node = list ? palier_xml_first_child (list, NULL) : NULL; node;
       node = palier_xml_next (node, NULL))
    {
      PalierDisk *disk = read_xml_disk (node);

      if (disk)
        g_ptr_array_add (disks, disk);
    }
  return disks;
}

static gint64
json_number (PalierJson *item, const char *name)
{
  guint64 value = 0;

  return palier_json_get_uint (item, name, &value) && value <= G_MAXINT64 ? (gint64) value : -1;
}

static PalierDisk *
read_json_disk (PalierJson *item)
{
  gint64 id = json_number (item, "hdNo");
  PalierDisk *disk;

  if (id < 0 || id > G_MAXUINT16)
    return NULL;
  disk = g_new0 (PalierDisk, 1);
  disk->id = (guint) id;
  disk->name = g_strdup_printf ("hdd%u", disk->id);
  disk->status = palier_json_dup_text (item, "status");
  if (!disk->status)
    disk->status = g_strdup ("");
  disk->state = palier_disk_state_from_word (disk->status);
  disk->capacity_mb = json_number (item, "volume");
  disk->free_mb = json_number (item, "freeSpace");
  return disk;
}

/* Firmware that has no storage document may still tell this one. */
static GPtrArray *
read_json (PalierConnection *connection, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) items = NULL;
  g_autoptr (PalierJson) json = NULL;
  g_auto (PalierAnswer) answer = { 0 };
  GPtrArray *disks;

  if (!palier_connection_get (connection, "/ISAPI/System/workingstatus/hdStatus?format=json",
                              &answer, cancellable, error))
    return NULL;
  json = palier_json_parse (g_bytes_get_data (answer.body, NULL), g_bytes_get_size (answer.body),
                            error);
  if (!json)
    return NULL;
  items = palier_json_dup_array (json, "HDStatus");
  disks = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_disk_free);
  for (guint i = 0; items && i < items->len; i++)
    {
      PalierDisk *disk = read_json_disk (items->pdata[i]);

      if (disk)
        g_ptr_array_add (disks, disk);
    }
  return disks;
}

GPtrArray *
palier_disks_read (PalierConnection *connection, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (PalierXml) xml = palier_document_read (connection, "/ISAPI/ContentMgmt/Storage",
                                                    "storage", cancellable, &local);

  if (xml)
    return read_xml (palier_xml_get_root (xml));
  if (palier_error_is_not_told (local))
    return read_json (connection, cancellable, error);
  g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

gboolean
palier_disks_any (GPtrArray *disks, PalierDiskState state)
{
  for (guint i = 0; i < disks->len; i++)
    if (((const PalierDisk *) disks->pdata[i])->state == state)
      return TRUE;
  return FALSE;
}
