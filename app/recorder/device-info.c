/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/device-info.h"

#include "base/error.h"
#include "recorder/connection-private.h"
#include "recorder/document.h"

#include <string.h>

#define PATH "/ISAPI/System/deviceInfo"
#define ROOT "DeviceInfo"

/* Lower case with colons, from any of the spellings; NULL when it is none. */
static char *
normalise_mac (const char *text)
{
  g_autoptr (GString) digits = g_string_new (NULL);
  g_autoptr (GString) mac = g_string_new (NULL);

  for (const char *p = text ? text : ""; *p; p++)
    if (g_ascii_isxdigit (*p))
      g_string_append_c (digits, g_ascii_tolower (*p));
    else if (*p != ':' && *p != '-')
      return NULL;
  if (digits->len != 12)
    return NULL;
  for (guint i = 0; i < 12; i += 2)
    g_string_append_printf (mac, "%s%c%c", i > 0 ? ":" : "", digits->str[i], digits->str[i + 1]);
  return g_string_free (g_steal_pointer (&mac), FALSE);
}

/* A version is either told once and whole, or not known: a doubtful one stops what changes a
 * recorder. */
static void
read_version (PalierXmlNode *root, PalierDeviceInfo *info)
{
  g_autofree char *numbers = palier_document_dup_told (root, "firmwareVersion");
  g_autofree char *released = palier_document_dup_told (root, "firmwareReleasedDate");

  if (!palier_document_is_single (root, "firmwareVersion"))
    return;
  if (numbers)
    info->firmware = released ? g_strconcat (numbers, " ", released, NULL) : g_strdup (numbers);
  if (!numbers || !palier_document_is_single (root, "firmwareReleasedDate"))
    return;
  info->version_known = palier_version_parse_pair (numbers, released, &info->version, NULL);
}

static PalierDeviceInfo *
parse (GBytes *body, GError **error)
{
  g_autoptr (PalierXml) xml = palier_document_parse (body, ROOT, error);
  g_autoptr (PalierDeviceInfo) info = NULL;
  g_autofree char *mac = NULL;
  PalierXmlNode *root;

  if (!xml)
    return NULL;
  root = palier_xml_get_root (xml);
  info = g_new0 (PalierDeviceInfo, 1);
  info->model = palier_document_dup_told (root, "model");
  info->serial = palier_document_dup_told (root, "serialNumber");
  info->type = palier_document_dup_told (root, "deviceType");
  info->name = palier_document_dup_told (root, "deviceName");
  mac = palier_document_dup_told (root, "macAddress");
  info->mac = normalise_mac (mac);
  read_version (root, info);
  if (info->model && info->serial)
    return g_steal_pointer (&info);
  palier_error_set (error, PALIER_ERROR_BAD_ANSWER, "no %s",
                    info->model ? "serialNumber" : "model");
  return NULL;
}

static gboolean
is_web_page (const PalierAnswer *answer)
{
  return answer->content_type && g_ascii_strncasecmp (answer->content_type, "text/html", 9) == 0;
}

PalierDeviceInfo *
palier_device_info_read (PalierConnection *connection, GCancellable *cancellable, GError **error)
{
  g_auto (PalierAnswer) answer = { 0 };
  g_autoptr (GError) local = NULL;
  PalierDeviceInfo *info = NULL;

  if (palier_connection_get (connection, PATH, &answer, cancellable, &local))
    info = parse (answer.body, &local);
  if (info)
    return info;
  /* Every recorder has this document: what does not know it is something else. */
  if (palier_error_is_not_told (local) || is_web_page (&answer))
    palier_error_set (error, PALIER_ERROR_NOT_A_RECORDER, "%s", palier_error_get_detail (local));
  else
    g_propagate_error (error, g_steal_pointer (&local));
  return NULL;
}

gboolean
palier_device_info_set_name (PalierConnection *connection,
                             const char *name,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (PalierXml) xml = NULL;

  if (!*name || strlen (name) > 132 || !g_utf8_validate (name, -1, NULL))
    {
      palier_error_set (error, PALIER_ERROR_USAGE, "%s", "deviceName: 1 to 132 bytes");
      return FALSE;
    }
  xml = palier_document_read (connection, PATH, ROOT, cancellable, error);
  if (!xml)
    return FALSE;
  if (!palier_xml_set_text (palier_xml_get_root (xml), "deviceName", name))
    {
      palier_error_set (error, PALIER_ERROR_NOT_SUPPORTED, "no deviceName");
      return FALSE;
    }
  return palier_document_write (connection, "PUT", PATH, xml, NULL, cancellable, error);
}

PalierDeviceInfo *
palier_device_info_copy (const PalierDeviceInfo *self)
{
  PalierDeviceInfo *copy = g_new0 (PalierDeviceInfo, 1);

  *copy = *self;
  copy->model = g_strdup (self->model);
  copy->serial = g_strdup (self->serial);
  copy->mac = g_strdup (self->mac);
  copy->type = g_strdup (self->type);
  copy->name = g_strdup (self->name);
  copy->firmware = g_strdup (self->firmware);
  return copy;
}

void
palier_device_info_free (PalierDeviceInfo *self)
{
  g_free (self->model);
  g_free (self->serial);
  g_free (self->mac);
  g_free (self->type);
  g_free (self->name);
  g_free (self->firmware);
  g_free (self);
}

char *
palier_serial_last_four (const char *serial)
{
  char digits[5] = "";
  gsize found = 0;

  for (const char *p = serial + strlen (serial); p > serial && found < 4; p--)
    if (g_ascii_isdigit (p[-1]))
      digits[3 - found++] = p[-1];
  return found == 4 ? g_strdup (digits) : NULL;
}
