/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/search-page.h"

#include "base/error.h"
#include "recorder/connection-private.h"
#include "recorder/response-status.h"

char *
palier_search_dup_id (void)
{
  g_autofree char *id = g_uuid_string_random ();

  return g_ascii_strup (id, -1);
}

PalierXml *
palier_search_request_new (const char *id)
{
  PalierXml *xml = palier_xml_new ("CMSearchDescription", NULL, NULL);

  palier_xml_add (palier_xml_get_root (xml), "searchID", id);
  return xml;
}

void
palier_search_request_add_span (PalierXmlNode *root, const char *start, const char *end)
{
  PalierXmlNode *list = palier_xml_add (root, "timeSpanList", NULL);
  PalierXmlNode *span = palier_xml_add (list, "timeSpan", NULL);

  palier_xml_add (span, "startTime", start);
  palier_xml_add (span, "endTime", end);
}

void
palier_search_request_add_page (PalierXmlNode *root, guint max, guint position)
{
  g_autofree char *max_text = g_strdup_printf ("%u", max);
  g_autofree char *position_text = g_strdup_printf ("%u", position);

  palier_xml_add (root, "maxResults", max_text);
  palier_xml_add (root, "searchResultPostion", position_text); /* sic */
}

static gboolean
read_result (GBytes *body,
             PalierSearchItemFunc add,
             gpointer data,
             PalierSearchPage *page,
             GError **error)
{
  g_autoptr (PalierXml) xml = palier_document_parse (body, "CMSearchResult", error);
  g_autofree char *status = NULL;
  g_autofree char *version = NULL;
  PalierXmlNode *root;
  PalierXmlNode *list;

  if (!xml)
    return FALSE;
  root = palier_xml_get_root (xml);
  status = palier_xml_dup_text (root, "responseStatusStrg");
  version = palier_xml_dup_attribute (root, "version");
  page->more = status && g_ascii_strcasecmp (status, "MORE") == 0;
  page->version_1 = g_strcmp0 (version, "1.0") == 0;
  list = palier_xml_first_child (root, "matchList");
  for (PalierXmlNode *item = list ? palier_xml_first_child (list, "searchMatchItem") : NULL; item;
       item = palier_xml_next (item, "searchMatchItem"))
    {
      page->items++;
      add (item, data);
    }
  return TRUE;
}

static gboolean
is_no_record (const PalierAnswer *answer)
{
  g_auto (PalierResponseStatus) status = { 0 };

  palier_response_status_parse (answer->body, &status);
  return status.sub_status && g_ascii_strcasecmp (status.sub_status, "noRecord") == 0;
}

gboolean
palier_search_page_read (PalierConnection *connection,
                         const char *path,
                         PalierXml *request,
                         PalierSearchItemFunc add,
                         gpointer data,
                         PalierSearchPage *page,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GBytes) body = palier_xml_to_bytes (request);
  const PalierRequest post = {
    .method = "POST",
    .path = path,
    .flags = PALIER_REQUEST_SLOW,
    .content_type = "application/xml; charset=\"UTF-8\"",
    .body = body,
  };
  g_auto (PalierAnswer) answer = { 0 };
  g_autoptr (GError) local = NULL;

  *page = (PalierSearchPage){ 0 };
  if (palier_connection_ask (connection, &post, &answer, cancellable, &local))
    return read_result (answer.body, add, data, page, error);
  if (is_no_record (&answer))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}
