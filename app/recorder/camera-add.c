/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/camera-add.h"

#include "base/error.h"
#include "recorder/connection-private.h"
#include "recorder/document.h"

#include <string.h>

#define PATH "/ISAPI/ContentMgmt/InputProxy/channels"

typedef struct
{
  gsize length;
  char text[];
} Wiped;

static void
wipe_and_free (gpointer data)
{
  Wiped *wiped = data;

  palier_wipe (wiped->text, wiped->length);
  g_free (wiped);
}

static gsize
escape_into (char *to, const char *text)
{
  char *start = to;

  for (; *text; text++)
    {
      const char *piece = *text == '&'   ? "&amp;"
                          : *text == '<' ? "&lt;"
                          : *text == '>' ? "&gt;"
                                         : NULL;

      if (piece)
        to = g_stpcpy (to, piece);
      else
        *to++ = *text;
    }
  return (gsize) (to - start);
}

/* The document's text with the password where place stands, in memory that is wiped: no XML tree
 * ever holds it. */
static GBytes *
insert_password (PalierXml *xml, const char *place_text, PalierSecret *password)
{
  g_autoptr (GBytes) bytes = palier_xml_to_bytes (xml);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  const char *place = g_strstr_len (data, (gssize) length, place_text);
  const char *rest = place + strlen (place_text);
  gsize room = length + 5 * palier_secret_get_length (password);
  Wiped *wiped = g_malloc0 (sizeof (Wiped) + room + 1);
  gsize used = (gsize) (place - data);

  wiped->length = room;
  memcpy (wiped->text, data, used);
  used += escape_into (wiped->text + used, palier_secret_peek (password));
  memcpy (wiped->text + used, rest, (gsize) (data + length - rest));
  used += (gsize) (data + length - rest);
  return g_bytes_new_with_free_func (wiped->text, used, wipe_and_free, wiped);
}

static void
add_number (PalierXmlNode *parent, const char *name, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  palier_xml_add (parent, name, text);
}

static PalierXml *
build (const PalierCameraAdd *camera, gboolean document_name, const char *place)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (camera->address);
  gboolean v6 = address && g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV6;
  PalierXml *xml = palier_xml_new ("InputProxyChannel", "1.0", NULL);
  PalierXmlNode *root = palier_xml_get_root (xml);
  PalierXmlNode *source;

  if (camera->channel > 0)
    add_number (root, "id", camera->channel);
  if (camera->name)
    palier_xml_add (root, "name", camera->name);
  source = palier_xml_add (root, "sourceInputPortDescriptor", NULL);
  palier_xml_add (source, document_name ? "adminProtocol" : "proxyProtocol",
                  camera->protocol ? camera->protocol : "HIKVISION");
  palier_xml_add (source, "addressingFormatType", address ? "ipaddress" : "hostname");
  palier_xml_add (source, v6 ? "ipv6Address" : address ? "ipAddress" : "hostName", camera->address);
  add_number (source, "managePortNo", camera->port > 0 ? camera->port : 8000);
  palier_xml_add (source, "srcInputPort", "1");
  palier_xml_add (source, "userName", camera->user);
  palier_xml_add (source, "password", place);
  palier_xml_add (source, "streamType", "auto");
  return xml;
}

/* The manufacturer's documents say adminProtocol, devices send proxyProtocol: this one's own list
 * decides. */
static gboolean
uses_document_name (PalierConnection *connection,
                    gboolean *uses,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (PalierXml) xml
      = palier_document_read (connection, PATH, "InputProxyChannelList", cancellable, error);

  if (!xml)
    return FALSE;
  *uses = palier_xml_find (palier_xml_get_root (xml),
                           "InputProxyChannel/sourceInputPortDescriptor/adminProtocol")
          != NULL;
  return TRUE;
}

static guint
read_new_id (GBytes *body)
{
  g_autoptr (PalierXml) xml = palier_document_parse (body, "ResponseStatus", NULL);
  gint64 id = xml ? palier_document_get_number (palier_xml_get_root (xml), "id") : -1;

  return id > 0 && id <= G_MAXUINT16 ? (guint) id : 0;
}

gboolean
palier_camera_add (PalierConnection *connection,
                   const PalierCameraAdd *camera,
                   guint *channel,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autofree char *place = g_uuid_string_random (); /* nothing else in the document can be it */
  g_autoptr (PalierXml) xml = NULL;
  g_autoptr (GBytes) body = NULL;
  g_auto (PalierAnswer) answer = { 0 };
  gboolean document_name = FALSE;

  if (!*camera->address)
    {
      palier_error_set (error, PALIER_ERROR_USAGE, "no address");
      return FALSE;
    }
  if (!uses_document_name (connection, &document_name, cancellable, error))
    return FALSE;
  xml = build (camera, document_name, place);
  body = insert_password (xml, place, camera->password);
  if (!palier_connection_put (connection, "POST", PATH, body, &answer, cancellable, error))
    return FALSE;
  if (channel)
    *channel = read_new_id (answer.body);
  return TRUE;
}

gboolean
palier_camera_rename (PalierConnection *connection,
                      guint channel,
                      const char *name,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *path = g_strdup_printf (PATH "/%u", channel);
  g_autoptr (PalierXml) xml
      = palier_document_read (connection, path, "InputProxyChannel", cancellable, error);

  if (!xml)
    return FALSE;
  if (!palier_xml_set_text (palier_xml_get_root (xml), "name", name))
    {
      palier_error_set (error, PALIER_ERROR_NOT_SUPPORTED, "no name");
      return FALSE;
    }
  return palier_document_write (connection, "PUT", path, xml, NULL, cancellable, error);
}
