/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "search-recorder.h"

#include "recorder/xml.h"

#include <string.h>

static guint
number (PalierXmlNode *root, const char *path)
{
  guint64 value = 0;

  g_assert_true (palier_xml_get_uint (root, path, &value));
  return (guint) value;
}

char *
search_recorder_dup_moment (guint index)
{
  g_autoptr (GDateTime) start = g_date_time_new_utc (2026, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) then = g_date_time_add_minutes (start, (int) index * 10);

  return g_date_time_format (then, "%Y-%m-%dT%H:%M:%S");
}

/* The first entry that is not older than since, within one. */
static guint
find_first (const char *since)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) start = g_date_time_new_utc (2026, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) from = g_date_time_new_from_iso8601 (since, utc);
  gint64 minutes = from ? g_date_time_difference (from, start) / G_TIME_SPAN_MINUTE : 0;

  return (guint) MAX (minutes / 10, 0);
}

static void
note_request (Recorder *self, PalierXmlNode *root)
{
  g_autofree char *id = palier_xml_dup_text (root, "searchID");

  g_assert_cmpuint (strlen (id), ==, 36);
  self->requests++;
  if (g_strcmp0 (id, self->last_id) != 0)
    self->ids++;
  g_free (self->last_id);
  self->last_id = g_steal_pointer (&id);
}

static void
answer_page (SoupServerMessage *message,
             Recorder *self,
             const char *items,
             guint count,
             guint total,
             gboolean more)
{
  const char *word = more ? "MORE" : count > 0 ? "OK" : "NO MATCHES";
  g_autofree char *text = NULL;

  if (self->lies)
    count = 999;
  if (self->psia)
    text = g_strdup_printf (
        "<CMSearchResult version=\"1.0\" xmlns=\"urn:psialliance-org\"><searchID>{x}</searchID>"
        "<responseStatus>true</responseStatus><numOfMatches>%u</numOfMatches>"
        "<responseStatusStrg> %s</responseStatusStrg><matchList>%s</matchList></CMSearchResult>",
        count, word, items);
  else
    text = g_strdup_printf (
        "<CMSearchResult version=\"%s\" xmlns=\"http://www.isapi.org/ver20/XMLSchema\">"
        "<responseStatus>true</responseStatus><responseStatusStrg>%s</responseStatusStrg>"
        "<totalMatches>%u</totalMatches><numOfMatches>%u</numOfMatches><matchList>%s</matchList>"
        "</CMSearchResult>",
        self->version_1 ? "1.0" : "2.0", word, total, count, items);
  server_answer (message, 200, "application/xml", text);
}

static void
answer_log (SoupServerMessage *message, Recorder *self, PalierXmlNode *root)
{
  g_autofree char *kind = palier_xml_dup_text (root, "metaId");
  g_autofree char *since = palier_xml_dup_text (root, "timeSpanList/timeSpan/startTime");
  guint position = number (root, "searchResultPostion");
  guint max = number (root, "maxResults");
  g_autoptr (GString) items = g_string_new (NULL);
  guint first = find_first (since), last, count = 0;

  if (g_strcmp0 (kind, self->refuses) == 0 && position >= self->refuses_from)
    {
      server_answer (message, 400, "application/xml",
                     "<ResponseStatus><statusCode>6</statusCode><subStatusCode>badParameters"
                     "</subStatusCode></ResponseStatus>");
      return;
    }
  for (; first < self->entries; first++)
    {
      g_autofree char *time = search_recorder_dup_moment (first);

      if (strcmp (time, since) >= 0 || strncmp (time, since, strlen (time)) == 0)
        break;
    }
  last = self->cap > 0 ? MIN (self->entries, first + self->cap) : self->entries;
  if (self->only && g_strcmp0 (kind, self->only) != 0)
    last = first;
  for (guint i = first + position;
       i < last && count < max && (self->page == 0 || count < self->page); i++, count++)
    {
      g_autofree char *time = search_recorder_dup_moment (i);

      g_string_append_printf (items,
                              "<searchMatchItem><logDescriptor><metaId>log.hikvision.com/Operation/"
                              "remoteLogin/%u</metaId>"
                              "<StartDateTime>%s%s</StartDateTime><infoContent>entry</infoContent>"
                              "<additionInformation>%u</additionInformation></logDescriptor></"
                              "searchMatchItem>",
                              i % 4, time, self->psia ? "Z" : "", i);
    }
  answer_page (message, self, items->str, count, last - first,
               self->always_more || first + position + count < last);
}

static void
answer_footage (SoupServerMessage *message, Recorder *self, PalierXmlNode *root)
{
  const char *list = self->wants_track_list ? "trackList/trackID" : "trackIDList/trackID";
  guint track = !self->deaf && palier_xml_find (root, list) ? number (root, list) : 101;
  g_autofree char *since = palier_xml_dup_text (root, "timeSpanList/timeSpan/startTime");
  guint position = self->version_1 ? 0 : number (root, "searchResultPostion");
  g_autoptr (GString) items = g_string_new (NULL);
  guint page = self->page > 0 ? self->page : number (root, "maxResults");
  guint seen = 0, count = 0;

  if (self->refused_tag && palier_xml_find (root, self->refused_tag))
    {
      server_answer (message, 400, "application/xml",
                     "<ResponseStatus><statusCode>6</statusCode><subStatusCode>badXmlContent"
                     "</subStatusCode></ResponseStatus>");
      return;
    }
  for (guint i = 0; i < self->segments; i++)
    {
      g_autofree char *start = search_recorder_dup_moment (i);
      g_autofree char *end = search_recorder_dup_moment (i + 1);

      /* A segment that only touches the window is returned whole. */
      if (strncmp (end, since, strlen (end)) < 0 || (self->empty_101 && track == 101))
        continue;
      if (seen++ < position || count >= page)
        continue;
      count++;
      g_string_append_printf (
          items,
          "<searchMatchItem><sourceID>{0}</sourceID><trackID>%u</trackID><timeSpan>"
          "<startTime>%sZ</startTime><endTime>%sZ</endTime></timeSpan></searchMatchItem>",
          track, start, end);
    }
  answer_page (message, self, items->str, count, seen, position + count < seen);
}

gboolean
search_recorder_answer_cb (SoupServerMessage *message, const Seen *seen, gpointer data)
{
  Recorder *self = data;
  gsize size;
  const char *body = g_bytes_get_data (seen->body, &size);
  g_autoptr (PalierXml) xml = palier_xml_parse (body, size, NULL);
  PalierXmlNode *root = palier_xml_get_root (xml);

  g_assert_cmpstr (palier_xml_get_name (root), ==, "CMSearchDescription");
  note_request (self, root);
  if (g_str_equal (seen->path, "/ISAPI/ContentMgmt/logSearch"))
    answer_log (message, self, root);
  else
    answer_footage (message, self, root);
  return TRUE;
}
