/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/search.h"

#include "base/error.h"
#include "recorder/footage.h"
#include "recorder/search-page.h"

#include <string.h>

#define PATH "/ISAPI/ContentMgmt/search"
#define PAGE 40
#define MAX_PAGES 250
/* On a connection: the tag that this recorder was seen to understand. */
#define TAG "palier-track-tag"
/* How its answers went on, and the most that one of those pages had. */
#define PAGING "palier-footage-paging"
#define CAP "palier-footage-cap"
/* What is searched by a recorder that did not understand which track was meant: finding it proves
 * nothing. */
#define DEFAULT_TRACK 101

typedef enum
{
  TAG_UNKNOWN,
  TAG_TRACK_ID_LIST,
  TAG_TRACK_LIST,
} Tag;

typedef struct
{
  PalierConnection *connection;
  guint track;
  const char *end;
  Tag tag;
  GPtrArray *segments;
  GHashTable *seen;    /* "start/end" of each */
  guint wrong;         /* items of another track */
  char *newest_end;    /* as far as the answers have got, for old recorders */
} Search;

static void
palier_segment_free (PalierSegment *segment)
{
  g_free (segment->start);
  g_free (segment->end);
  g_free (segment);
}

static gboolean
is_of_track (PalierXmlNode *item, guint track)
{
  guint64 told = 0;

  return !palier_xml_find (item, "trackID")
         || (palier_xml_get_uint (item, "trackID", &told) && told == track);
}

static void
add_segment (PalierXmlNode *item, gpointer data)
{
  Search *search = data;
  g_autofree char *start = palier_document_dup_told (item, "timeSpan/startTime");
  g_autofree char *end = palier_document_dup_told (item, "timeSpan/endTime");
  PalierSegment *segment;

  if (!is_of_track (item, search->track))
    {
      search->wrong++;
      return;
    }
  if (!start || !end)
    return;
  if (!search->newest_end || strcmp (end, search->newest_end) > 0)
    {
      g_free (search->newest_end);
      search->newest_end = g_strdup (end);
    }
  if (!g_hash_table_add (search->seen, g_strconcat (start, "/", end, NULL)))
    return;
  segment = g_new0 (PalierSegment, 1);
  segment->track = search->track;
  segment->start = g_steal_pointer (&start);
  segment->end = g_steal_pointer (&end);
  g_ptr_array_add (search->segments, segment);
}

static PalierXml *
build_request (Search *search, const char *id, const char *start, guint position)
{
  PalierXml *xml = palier_search_request_new (id);
  PalierXmlNode *root = palier_xml_get_root (xml);
  PalierXmlNode *list
      = palier_xml_add (root, search->tag == TAG_TRACK_LIST ? "trackList" : "trackIDList", NULL);
  g_autofree char *track = g_strdup_printf ("%u", search->track);
  PalierXmlNode *kinds;

  palier_xml_add (list, "trackID", track);
  palier_search_request_add_span (root, start, search->end);
  kinds = palier_xml_add (root, "contentTypeList", NULL);
  palier_xml_add (kinds, "contentType", "video");
  palier_search_request_add_page (root, PAGE, position);
  list = palier_xml_add (root, "metadataList", NULL);
  palier_xml_add (list, "metadataDescriptor", "//recordType.meta.std-cgi.com");
  return xml;
}

/* One second after the time, in the same spelling; NULL when it is none. */
static char *
next_second (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *digits = g_strndup (text, strlen ("2026-01-01T00:00:00"));
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (digits, utc);
  g_autoptr (GDateTime) next = time ? g_date_time_add_seconds (time, 1) : NULL;
  g_autofree char *shown = next ? g_date_time_format (next, "%Y-%m-%dT%H:%M:%S") : NULL;

  return shown ? g_strconcat (shown, text + strlen (digits), NULL) : NULL;
}

static void
note_paging (PalierConnection *connection, const PalierSearchPage *page)
{
  GObject *object = G_OBJECT (connection);
  guint cap = GPOINTER_TO_UINT (g_object_get_data (object, CAP));

  g_object_set_data (object, PAGING, (gpointer) (page->version_1 ? "restart" : "position"));
  g_object_set_data (object, CAP, GUINT_TO_POINTER (MAX (cap, page->items)));
}

/* Where the next page begins. Old recorders do not count positions well: they are asked anew from
 * where the last answer ended. FALSE: there is no more to be had. */
static gboolean
advance (Search *search, const PalierSearchPage *page, char **id, char **start, guint *position)
{
  g_autofree char *from = NULL;

  if (!page->more || page->items == 0)
    return FALSE;
  note_paging (search->connection, page);
  if (!page->version_1)
    {
      *position += page->items;
      return TRUE;
    }
  from = search->newest_end ? next_second (search->newest_end) : NULL;
  if (!from || strcmp (from, *start) <= 0 || strcmp (from, search->end) >= 0)
    return FALSE;
  g_free (*id);
  *id = palier_search_dup_id ();
  g_free (*start);
  *start = g_steal_pointer (&from);
  *position = 0;
  return TRUE;
}

static gboolean
run (Search *search, const char *start, GCancellable *cancellable, GError **error)
{
  g_autofree char *id = palier_search_dup_id ();
  g_autofree char *from = g_strdup (start);
  guint position = 0;

  search->wrong = 0;
  for (guint pages = 0; pages < MAX_PAGES; pages++)
    {
      g_autoptr (PalierXml) request = build_request (search, id, from, position);
      PalierSearchPage page = { 0 };

      if (!palier_search_page_read (search->connection, PATH, request, add_segment, search, &page,
                                    cancellable, error))
        return FALSE;
      if (search->wrong > 0 || !advance (search, &page, &id, &from, &position))
        return TRUE;
    }
  return TRUE;
}

static void
forget_found (Search *search)
{
  g_ptr_array_set_size (search->segments, 0);
  g_hash_table_remove_all (search->seen);
  g_clear_pointer (&search->newest_end, g_free);
}

static Tag
get_known_tag (Search *search)
{
  return (Tag) GPOINTER_TO_INT (g_object_get_data (G_OBJECT (search->connection), TAG));
}

/* A recorder that does not know the tag searches another track and says nothing about it: there may
 * be items of that track, or none at all. */
static gboolean
is_understood (Search *search)
{
  if (search->wrong > 0)
    return FALSE;
  return search->segments->len > 0 || search->tag == get_known_tag (search);
}

/* The second try. Where it is refused, the first answer stands, unless that was for another track.
 */
static gboolean
run_with_other_tag (Search *search,
                    const char *start,
                    GError *first,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (GError) refusal = first;
  g_autoptr (GError) local = NULL;
  gboolean empty = !refusal && search->wrong == 0;

  forget_found (search);
  search->tag = search->tag == TAG_TRACK_LIST ? TAG_TRACK_ID_LIST : TAG_TRACK_LIST;
  if (run (search, start, cancellable, &local))
    return TRUE;
  if (!g_error_matches (local, PALIER_ERROR, PALIER_ERROR_REFUSED))
    g_propagate_error (error, g_steal_pointer (&local));
  else if (empty)
    return TRUE;
  else
    g_propagate_error (error, refusal ? g_steal_pointer (&refusal) : g_steal_pointer (&local));
  return FALSE;
}

static gboolean
run_with_either_tag (Search *search, const char *start, GCancellable *cancellable, GError **error)
{
  Tag known = get_known_tag (search);
  g_autoptr (GError) local = NULL;

  search->tag = known == TAG_UNKNOWN ? TAG_TRACK_ID_LIST : known;
  run (search, start, cancellable, &local);
  if (local && !g_error_matches (local, PALIER_ERROR, PALIER_ERROR_REFUSED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  if ((local || !is_understood (search))
      && !run_with_other_tag (search, start, g_steal_pointer (&local), cancellable, error))
    return FALSE;
  if (search->wrong > 0)
    {
      palier_error_set (error, PALIER_ERROR_NOT_SUPPORTED, "track %u: another one is searched",
                        search->track);
      return FALSE;
    }
  if (search->segments->len > 0 && search->track != DEFAULT_TRACK)
    g_object_set_data (G_OBJECT (search->connection), TAG, GINT_TO_POINTER (search->tag));
  return TRUE;
}

static char *
with_zone (const char *text)
{
  return strlen (text) > strlen ("2026-01-01T00:00:00") ? g_strdup (text)
                                                        : g_strconcat (text, "Z", NULL);
}

GPtrArray *
palier_footage_search (PalierConnection *connection,
                       guint track,
                       const char *start,
                       const char *end,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GPtrArray) segments
      = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_segment_free);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *from = with_zone (start);
  g_autofree char *to = with_zone (end);
  Search search = {
    .connection = connection,
    .track = track,
    .end = to,
    .segments = segments,
    .seen = seen,
  };
  gboolean done = run_with_either_tag (&search, from, cancellable, error);

  g_free (search.newest_end);
  return done ? g_steal_pointer (&segments) : NULL;
}

void
palier_footage_get_dialect (PalierConnection *connection, PalierFootageDialect *dialect)
{
  GObject *object = G_OBJECT (connection);
  Tag tag = (Tag) GPOINTER_TO_INT (g_object_get_data (object, TAG));

  *dialect = (PalierFootageDialect){
    .tag = tag == TAG_UNKNOWN ? NULL : tag == TAG_TRACK_LIST ? "trackList" : "trackIDList",
    .paging = g_object_get_data (object, PAGING),
    .cap = GPOINTER_TO_UINT (g_object_get_data (object, CAP)),
  };
}
