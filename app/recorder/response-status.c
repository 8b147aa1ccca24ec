/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/response-status.h"

#include "recorder/json.h"
#include "recorder/xml.h"

#include <string.h>

/* A document of this kind is a few hundred bytes; a file that happens to begin alike is not read.
 */
#define MAX_STATUS (64 * 1024)

static int
small_int (guint64 value)
{
  return value <= 9999 ? (int) value : -1;
}

static int
read_code (PalierXmlNode *root, const char *path)
{
  guint64 value = 0;

  return palier_xml_get_uint (root, path, &value) ? small_int (value) : -1;
}

static guint32
error_number (const char *text)
{
  guint64 number = 0;

  if (!text)
    return 0;
  if (g_ascii_strncasecmp (text, "0x", 2) == 0)
    g_ascii_string_to_unsigned (text + 2, 16, 0, G_MAXUINT32, &number, NULL);
  else
    g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT32, &number, NULL);
  return (guint32) number;
}

static void
read_user_check (PalierXmlNode *root, PalierResponseStatus *status)
{
  g_autofree char *lock = palier_xml_dup_text (root, "lockStatus");
  gboolean activated = TRUE;
  guint64 value = 0;

  status->user_check = read_code (root, "statusValue");
  status->status = palier_xml_dup_text (root, "statusString");
  status->locked
      = lock
        && (g_ascii_strcasecmp (lock, "lock") == 0 || g_ascii_strcasecmp (lock, "locked") == 0);
  status->inactive = palier_xml_get_boolean (root, "isActivated", &activated) && !activated;
  status->counting = palier_xml_get_uint (root, "retryLoginTime", &value);
}

static void
read_response_status (PalierXmlNode *root, PalierResponseStatus *status)
{
  g_autofree char *code = palier_xml_dup_text (root, "errorCode");
  g_autofree char *other = palier_xml_dup_text (root, "MErrCode");
  guint64 value = 0;

  status->status_code = read_code (root, "statusCode");
  status->status = palier_xml_dup_text (root, "statusString");
  status->sub_status = palier_xml_dup_text (root, "subStatusCode");
  status->message = palier_xml_dup_text (root, "description");
  status->number = error_number (code ? code : other);
  status->counting = palier_xml_get_uint (root, "retryLoginTime", &value)
                     || palier_xml_get_uint (root, "retryTimes", &value);
}

static gboolean
parse_xml (const char *data, gsize length, PalierResponseStatus *status)
{
  g_autoptr (PalierXml) xml = palier_xml_parse (data, length, NULL);
  PalierXmlNode *root = xml ? palier_xml_get_root (xml) : NULL;
  const char *name = root ? palier_xml_get_name (root) : "";

  if (g_ascii_strcasecmp (name, "userCheck") == 0)
    read_user_check (root, status);
  else if (g_ascii_strcasecmp (name, "ResponseStatus") == 0)
    read_response_status (root, status);
  else
    return FALSE;
  return TRUE;
}

static gboolean
parse_json (const char *data, gsize length, PalierResponseStatus *status)
{
  g_autoptr (PalierJson) json = palier_json_parse (data, length, NULL);
  g_autofree char *code = NULL;
  g_autofree char *other = NULL;
  guint64 value = 0;

  if (!json || !palier_json_get_uint (json, "statusCode", &value))
    return FALSE;
  code = palier_json_dup_text (json, "errorCode");
  other = palier_json_dup_text (json, "MErrCode");
  status->status_code = small_int (value);
  status->status = palier_json_dup_text (json, "statusString");
  status->sub_status = palier_json_dup_text (json, "subStatusCode");
  status->message = palier_json_dup_text (json, "errorMsg");
  status->number = error_number (code ? code : other);
  return TRUE;
}

gboolean
palier_response_status_parse (GBytes *body, PalierResponseStatus *status)
{
  gsize length = 0;
  const char *data = body ? g_bytes_get_data (body, &length) : NULL;
  gsize start = 0;

  memset (status, 0, sizeof *status);
  status->status_code = -1;
  status->user_check = -1;
  if (length == 0 || length > MAX_STATUS)
    return FALSE;
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    start = 3;
  while (start < length && g_ascii_isspace (data[start]))
    start++;
  if (start == length)
    return FALSE;
  if (data[start] == '{')
    return parse_json (data + start, length - start, status);
  return data[start] == '<' && parse_xml (data + start, length - start, status);
}

void
palier_response_status_clear (PalierResponseStatus *status)
{
  g_clear_pointer (&status->status, g_free);
  g_clear_pointer (&status->sub_status, g_free);
  g_clear_pointer (&status->message, g_free);
}

gboolean
palier_response_wants_restart (const PalierAnswer *answer)
{
  g_auto (PalierResponseStatus) status = { 0 };

  return palier_response_status_parse (answer->body, &status) && status.status_code == 7;
}
