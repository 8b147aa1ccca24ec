/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-life.h"
#include "practice/practice-route.h"
#include "recorder/xml.h"

#include <string.h>

#define LOG_CAP 2000 /* rows of one search, said nowhere */
#define LOG_PAGE 100
#define FOOTAGE_PAGE 40 /* whatever is asked */
#define NO_GUID "{0000000000-0000-0000-0000-000000000000}"

typedef struct
{
  char *id;
  double from, until;
  guint64 position, n;
  gboolean utc;
} Search;

static void
search_clear (Search *search)
{
  g_free (search->id);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Search, search_clear)

static gboolean
read_search (PalierExchange *x, PalierXmlNode *node, guint page, Search *search)
{
  g_autofree char *from = palier_xml_dup_text (node, "timeSpanList/timeSpan/startTime");
  g_autofree char *until = palier_xml_dup_text (node, "timeSpanList/timeSpan/endTime");

  search->id = palier_xml_dup_text (node, "searchID");
  search->n = page;
  palier_xml_get_uint (node, "searchResultPostion", &search->position);
  palier_xml_get_uint (node, "maxResults", &search->n);
  search->n = MIN (search->n, page);
  if (search->id != NULL && palier_model_parse_time (x->model, from, search->utc, &search->from)
      && palier_model_parse_time (x->model, until, search->utc, &search->until))
    return TRUE;
  palier_answer_status (x, "badXmlContent");
  return FALSE;
}

static PalierPage *
open_result (PalierExchange *x, const Search *search, guint64 total, guint64 *n)
{
  PalierPage *page = palier_page_new (x->dialect, "CMSearchResult");
  const char *words;

  *n = search->position < total ? MIN (search->n, total - search->position) : 0;
  words = total == 0 ? "NO MATCHES" : search->position + *n < total ? "MORE" : "OK";
  palier_page_text (page, "searchID", search->id);
  palier_page_flag (page, "responseStatus", TRUE);
  if (x->dialect->repeats)
    palier_page_number (page, "numOfMatches", (gint64) *n);
  palier_page_text (page, "responseStatusStrg", words);
  if (!x->dialect->repeats)
    {
      palier_page_number (page, "totalMatches", (gint64) total);
      palier_page_number (page, "numOfMatches", (gint64) *n);
    }
  palier_page_open (page, "matchList");
  return page;
}

/* The metaId as this firmware spells it, without its root. */
static char *
spell_meta (PalierExchange *x, const PalierPracticeLog *entry)
{
  if (x->dialect->infomation && g_str_has_prefix (entry->meta, "Information/"))
    return g_strconcat ("Infomation/", entry->meta + strlen ("Information/"), NULL);
  return g_strdup (entry->meta);
}

static gboolean
log_matches (PalierExchange *x, const PalierPracticeLog *entry, const Search *search,
             const char *wanted)
{
  g_autofree char *meta = spell_meta (x, entry);

  return entry->time >= search->from && entry->time <= search->until
         && g_str_has_prefix (meta, wanted);
}

static void
add_log (PalierExchange *x, PalierPage *page, const PalierPracticeLog *entry)
{
  g_autofree char *meta = spell_meta (x, entry);
  g_autofree char *whole = g_strdup_printf ("%s/%s", x->dialect->log_root, meta);
  /* Local time, and no suffix. */
  g_autofree char *time = palier_model_dup_time (x->model, entry->time, "%Y-%m-%dT%H:%M:%S");

  palier_page_open (page, "searchMatchItem");
  palier_page_open (page, "logDescriptor");
  palier_page_text (page, "metaId", whole);
  palier_page_text (page, "StartDateTime", time);
  palier_page_text (page, "localID", "");
  palier_page_text (page, "userName", entry->user);
  palier_page_text (page, "ipAddress", *entry->user != '\0' ? "192.168.10.5" : "");
  palier_page_text (page, "infoContent", entry->text);
  palier_page_close (page);
  palier_page_close (page);
}

static GPtrArray *
find_log (PalierExchange *x, const Search *search, const char *wanted)
{
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < x->model->log->len && found->len < LOG_CAP; i++)
    if (log_matches (x, x->model->log->pdata[i], search, wanted))
      g_ptr_array_add (found, x->model->log->pdata[i]);
  return found;
}

static void
post_log_search (PalierExchange *x)
{
  static const char root[] = "log.std-cgi.com";
  g_autoptr (PalierXml) xml = palier_exchange_parse (x);
  g_auto (Search) search = { .utc = FALSE };
  g_autofree char *meta = NULL;
  g_autoptr (GPtrArray) found = NULL;
  PalierPage *page;
  guint64 n;

  if (xml == NULL || !read_search (x, palier_xml_get_root (xml), LOG_PAGE, &search))
    return;
  meta = palier_xml_dup_text (palier_xml_get_root (xml), "metaId");
  if (meta == NULL || !g_str_has_prefix (meta, root))
    {
      palier_answer_status (x, "badXmlContent");
      return;
    }
  found = find_log (x, &search, meta[strlen (root)] == '/' ? meta + sizeof root : "");
  page = open_result (x, &search, found->len, &n);
  for (guint64 i = 0; i < n; i++)
    add_log (x, page, found->pdata[search.position + i]);
  palier_answer_page (x, page);
}

static char *
dup_footage_time (PalierExchange *x, double time, const char *format)
{
  g_autoptr (GDateTime) local = palier_model_get_date (x->model, time);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (local);

  return g_date_time_format (x->model->scenario->utc_footage ? utc : local, format);
}

static void
add_segment (PalierExchange *x, PalierPage *page, const PalierPracticeSegment *segment)
{
  g_autofree char *start = dup_footage_time (x, segment->from, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *end = dup_footage_time (x, segment->until, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *from = dup_footage_time (x, segment->from, "%Y%m%dT%H%M%SZ");
  g_autofree char *until = dup_footage_time (x, segment->until, "%Y%m%dT%H%M%SZ");
  g_autofree char *uri = g_strdup_printf (
      "rtsp://192.168.10.20/Streaming/tracks/%u/?starttime=%s&endtime=%s"
      "&name=ch%02u_%017.0f&size=%" G_GUINT64_FORMAT,
      segment->track, from, until, segment->track / 100, segment->from, segment->size);

  palier_page_open (page, "searchMatchItem");
  palier_page_text (page, "sourceID", NO_GUID);
  palier_page_number (page, "trackID", segment->track);
  palier_page_open (page, "timeSpan");
  palier_page_text (page, "startTime", start);
  palier_page_text (page, "endTime", end);
  palier_page_close (page);
  palier_page_open (page, "mediaSegmentDescriptor");
  palier_page_text (page, "contentType", "video");
  palier_page_text (page, "codecType", "H.264-BP");
  palier_page_text (page, "playbackURI", uri);
  palier_page_close (page);
  palier_page_open (page, "metadataMatches");
  palier_page_text (page, "metadataDescriptor", "recordType.meta.hikvision.com/timing");
  palier_page_close (page);
  palier_page_close (page);
}

static void
post_search (PalierExchange *x)
{
  g_autoptr (PalierXml) xml = palier_exchange_parse (x);
  g_auto (Search) search = { .utc = x->model->scenario->utc_footage };
  g_autoptr (GArray) found = NULL;
  guint64 track = 101; /* silently, for who names the list otherwise */
  PalierPage *page;
  guint64 n;

  if (xml == NULL || !read_search (x, palier_xml_get_root (xml), FOOTAGE_PAGE, &search))
    return;
  if (!palier_xml_get_uint (palier_xml_get_root (xml), "trackIDList/trackID", &track))
    palier_xml_get_uint (palier_xml_get_root (xml), "trackList/trackID", &track);
  found = palier_footage_find (x->model, (guint) MIN (track, G_MAXUINT), search.from, search.until);
  page = open_result (x, &search, found->len, &n);
  for (guint64 i = 0; i < n; i++)
    add_segment (x, page, &g_array_index (found, PalierPracticeSegment, search.position + i));
  palier_answer_page (x, page);
}

const PalierRoute palier_routes_search[] = {
  { "POST", "/ISAPI/ContentMgmt/logSearch", PALIER_ROUTE_READS, post_log_search },
  { "POST", "/ISAPI/ContentMgmt/search", PALIER_ROUTE_READS, post_search },
  { NULL, NULL, 0, NULL },
};
