/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "server.h"

#include "base/error.h"
#include "recorder/search.h"
#include "recorder/xml.h"

#include <string.h>

/* A recorder with a log or with footage, and its own way of searching. */
typedef struct
{
  guint entries;      /* in the log */
  guint cap;          /* of one search, as recorders have; 0: none */
  guint page;         /* never more at once; 0: as many as asked for */
  const char *only;   /* finds nothing but this kind; NULL: all */
  const char *refuses; /* refuses this kind */
  gboolean psia;      /* answers in the other dialect */
  gboolean lies;      /* about its own numbers */
  gboolean always_more;
  /* footage */
  guint segments;
  gboolean wants_track_list; /* else searches track 101 */
  gboolean empty_101;        /* and has nothing there */
  const char *refused_tag;   /* as an element that it does not expect */
  gboolean deaf;             /* searches track 101 whatever it is told */
  gboolean version_1;        /* knows no positions */
  /* what came */
  guint requests;
  guint ids;
  char *last_id;
} Recorder;

static guint
number (PalierXmlNode *root, const char *path)
{
  guint64 value = 0;

  g_assert_true (palier_xml_get_uint (root, path, &value));
  return (guint) value;
}

static char *
moment (guint index)
{
  g_autoptr (GDateTime) start = g_date_time_new_utc (2026, 1, 1, 0, 0, 0);
  g_autoptr (GDateTime) then = g_date_time_add_minutes (start, (int) index * 10);

  return g_date_time_format (then, "%Y-%m-%dT%H:%M:%S");
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
answer_page (SoupServerMessage *message, Recorder *self, const char *items, guint count, guint total, gboolean more)
{
  const char *word = more ? "MORE" : count > 0 ? "OK" : "NO MATCHES";
  g_autofree char *text = NULL;

  if (self->lies)
    count = 999;
  if (self->psia)
    text = g_strdup_printf ("<CMSearchResult version=\"1.0\" xmlns=\"urn:psialliance-org\"><searchID>{x}</searchID>"
                            "<responseStatus>true</responseStatus><numOfMatches>%u</numOfMatches>"
                            "<responseStatusStrg> %s</responseStatusStrg><matchList>%s</matchList></CMSearchResult>",
                            count, word, items);
  else
    text = g_strdup_printf ("<CMSearchResult version=\"%s\" xmlns=\"http://www.isapi.org/ver20/XMLSchema\">"
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
  guint first = 0, last, count = 0;

  if (g_strcmp0 (kind, self->refuses) == 0)
    {
      server_answer (message, 400, "application/xml", "<ResponseStatus><statusCode>6</statusCode><subStatusCode>badParameters"
                     "</subStatusCode></ResponseStatus>");
      return;
    }
  for (; first < self->entries; first++)
    {
      g_autofree char *time = moment (first);

      if (strcmp (time, since) >= 0 || strncmp (time, since, strlen (time)) == 0)
        break;
    }
  last = self->cap > 0 ? MIN (self->entries, first + self->cap) : self->entries;
  if (self->only && g_strcmp0 (kind, self->only) != 0)
    last = first;
  for (guint i = first + position; i < last && count < max && (self->page == 0 || count < self->page); i++, count++)
    {
      g_autofree char *time = moment (i);

      g_string_append_printf (items, "<searchMatchItem><logDescriptor><metaId>log.hikvision.com/Operation/remoteLogin/%u</metaId>"
                              "<StartDateTime>%s%s</StartDateTime><infoContent>entry</infoContent>"
                              "<additionInformation>%u</additionInformation></logDescriptor></searchMatchItem>",
                              i % 4, time, self->psia ? "Z" : "", i);
    }
  answer_page (message, self, items->str, count, last - first, self->always_more || first + position + count < last);
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
      server_answer (message, 400, "application/xml", "<ResponseStatus><statusCode>6</statusCode><subStatusCode>badXmlContent"
                     "</subStatusCode></ResponseStatus>");
      return;
    }
  for (guint i = 0; i < self->segments; i++)
    {
      g_autofree char *start = moment (i);
      g_autofree char *end = moment (i + 1);

      /* A segment that only touches the window is returned whole. */
      if (strncmp (end, since, strlen (end)) < 0 || (self->empty_101 && track == 101))
        continue;
      if (seen++ < position || count >= page)
        continue;
      count++;
      g_string_append_printf (items, "<searchMatchItem><sourceID>{0}</sourceID><trackID>%u</trackID><timeSpan>"
                              "<startTime>%sZ</startTime><endTime>%sZ</endTime></timeSpan></searchMatchItem>",
                              track, start, end);
    }
  answer_page (message, self, items->str, count, seen, position + count < seen);
}

static gboolean
answer_cb (SoupServerMessage *message, const Seen *seen, gpointer data)
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

typedef struct
{
  const char *sentence;
  Recorder recorder;
  guint found;
  guint requests; /* 0: does not matter */
} LogRow;

static const LogRow log_rows[] = {
  { "an empty log is asked for in every way", { .entries = 0 }, 0, 7 },
  { "one page", { .entries = 64 }, 64, 1 },
  { "two pages", { .entries = 65 }, 65, 2 },
  { "pages smaller than were asked for", { .entries = 100, .page = 7 }, 100, 15 },
  { "numbers that lie", { .entries = 100, .lies = TRUE }, 100, 2 },
  { "the other dialect", { .entries = 100, .psia = TRUE }, 100, 2 },
  { "more for ever: stops at an empty page", { .entries = 10, .always_more = TRUE }, 10, 2 },
  { "only where it is spelt right", { .entries = 5, .only = "log.std-cgi.com/Information" }, 5, 0 },
  { "only where it is misspelt", { .entries = 5, .only = "log.std-cgi.com/Infomation" }, 5, 0 },
  { "all refused: each kind", { .entries = 5, .refuses = "log.std-cgi.com" }, 5, 0 },
  { "beyond the cap of a search, up to the newest", { .entries = 4500, .cap = 2000 }, 4500, 0 },
};

static void
test_log (gconstpointer data)
{
  const LogRow *row = data;
  Recorder recorder = row->recorder;
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GError) error = NULL;

  server_set_func (server, answer_cb, &recorder);
  entries = palier_log_search (connection, "2000-01-01T00:00:00", "2037-12-31T23:59:59", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, row->found);
  if (row->requests > 0)
    g_assert_cmpuint (recorder.requests, ==, row->requests);
  for (guint i = 0; i < entries->len; i++)
    {
      const PalierLogEntry *entry = entries->pdata[i];
      g_autofree char *time = moment (i);
      g_autofree char *text = g_strdup_printf ("entry %u", i);

      g_assert_cmpstr (entry->time, ==, time);
      g_assert_cmpstr (entry->text, ==, text);
    }
  g_free (recorder.last_id);
}

static void
test_log_not_told (void)
{
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (palier_log_search (connection, "2000-01-01T00:00:00", "2037-12-31T23:59:59", NULL, &error));
  g_assert_error (error, PALIER_ERROR, PALIER_ERROR_NOT_SUPPORTED);
  g_assert_cmpuint (server_count (server, NULL, NULL), ==, 1);
}

static const struct
{
  const char *meta_id;
  const char *text;
  PalierLogKind kind;
} kind_rows[] = {
  { "log.hikvision.com/Operation/remoteUpgrade", "", PALIER_LOG_UPGRADE },
  { "log.hikvision.com/Operation/localUpgrade/1", "", PALIER_LOG_UPGRADE },
  { "log.std-cgi.com/Information/upgradeSuccessed", "", PALIER_LOG_UPGRADE },
  { "log.std-cgi.com/Information/upgradeFailed", "", PALIER_LOG_OTHER },
  { "log.hikvision.com/Operation/remoteFactoryDefault", "", PALIER_LOG_DEFAULT },
  { "log.hikvision.com/Operation/localParamFactoryDefault", "", PALIER_LOG_DEFAULT },
  { "log.hikvision.com/Operation/remoteParamSimpleDefault", "", PALIER_LOG_OTHER },
  { "log.hikvision.com/Operation/remoteFactoryDefault", "mode: basic", PALIER_LOG_OTHER },
  { "log.hikvision.com/Operation/recoveryDefultParam", "", PALIER_LOG_OTHER },
  { "log.hikvision.com/Operation/remoteDownloadCfgFile", "", PALIER_LOG_EXPORT },
  { "log.hikvision.com/Operation/remoteUploadCfgFile", "", PALIER_LOG_OTHER },
  { "log.hikvision.com/Information/hddInfo", "Database repair started", PALIER_LOG_REPAIR_STARTED },
  { "log.hikvision.com/Infomation/hddInfo", "DATABASE REPAIR STOPPED", PALIER_LOG_REPAIR_STOPPED },
  { "log.hikvision.com/Information/startReparing", "", PALIER_LOG_REPAIR_STARTED },
  { "log.hikvision.com/Information/reparStop", "", PALIER_LOG_REPAIR_STOPPED },
  { "log.hikvision.com/Operation/localRepairDatabase", "", PALIER_LOG_REPAIR_STARTED },
  { "log.hikvision.com/Information/x", "Rebuild All Data finished", PALIER_LOG_REPAIR_STOPPED },
  { "log.hikvision.com/Information/x", "Database repair failed", PALIER_LOG_REPAIR_STOPPED },
  { "log.hikvision.com/Exception/HDError", "Disk error during the database repair", PALIER_LOG_OTHER },
  { "log.hikvision.com/Operation/startRP_VD", "", PALIER_LOG_OTHER },
  { "log.hikvision.com/Operation/remoteRepairVD", "start", PALIER_LOG_OTHER },
  { "log.hikvision.com/Information/x", "RAID rebuild started", PALIER_LOG_OTHER },
  { "log.hikvision.com/Information/x", "Preparing disk, started", PALIER_LOG_OTHER },
  { "log.hikvision.com/Operation/remoteReboot", "", PALIER_LOG_OTHER },
  { "log.hikvision.com", "", PALIER_LOG_OTHER },
  { "", "", PALIER_LOG_OTHER },
};

static void
test_kinds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_rows); i++)
    {
      const PalierLogEntry entry = { (char *) "2026-01-01T00:00:00", (char *) kind_rows[i].meta_id,
                                     (char *) kind_rows[i].text };

      g_test_message ("%s %s", kind_rows[i].meta_id, kind_rows[i].text);
      g_assert_cmpint (palier_log_entry_get_kind (&entry), ==, kind_rows[i].kind);
    }
}

typedef struct
{
  const char *sentence;
  Recorder recorder;
  guint track;
  int found; /* -1: not supported */
} FootageRow;

static const FootageRow footage_rows[] = {
  { "nothing recorded", { .segments = 0 }, 201, 0 },
  { "one page", { .segments = 40 }, 201, 40 },
  { "two pages", { .segments = 41 }, 201, 41 },
  { "pages smaller than were asked for", { .segments = 100, .page = 9 }, 201, 100 },
  { "the other tag", { .segments = 50, .wants_track_list = TRUE }, 201, 50 },
  { "the other tag, and the track that is searched anyway", { .segments = 50, .wants_track_list = TRUE }, 101, 50 },
  { "the other tag, with nothing on the track that is searched instead",
    { .segments = 50, .wants_track_list = TRUE, .empty_101 = TRUE }, 201, 50 },
  { "the other tag, where the first is refused",
    { .segments = 50, .wants_track_list = TRUE, .refused_tag = "trackIDList" }, 201, 50 },
  { "nothing recorded, where the other tag is refused", { .segments = 0, .refused_tag = "trackList" }, 201, 0 },
  { "an old recorder that knows no positions", { .segments = 100, .version_1 = TRUE }, 201, 100 },
  { "an old one with small pages", { .segments = 30, .version_1 = TRUE, .page = 4 }, 201, 30 },
  { "an old one with the other tag", { .segments = 90, .version_1 = TRUE, .wants_track_list = TRUE }, 201, 90 },
  { "one that never searches another track", { .segments = 50, .deaf = TRUE }, 201, -1 },
};

static void
test_footage (gconstpointer data)
{
  const FootageRow *row = data;
  Recorder recorder = row->recorder;
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);

  server_set_func (server, answer_cb, &recorder);
  /* Twice: what was found out about the recorder holds. */
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) segments = palier_footage_search (connection, row->track, "2026-01-01T00:00:00",
                                                              "2026-12-31T23:59:59Z", NULL, &error);

      if (row->found < 0)
        {
          g_assert_error (error, PALIER_ERROR, PALIER_ERROR_NOT_SUPPORTED);
          continue;
        }
      g_assert_no_error (error);
      g_assert_cmpuint (segments->len, ==, (guint) row->found);
      for (guint i = 0; i < segments->len; i++)
        {
          const PalierSegment *segment = segments->pdata[i];
          g_autofree char *start = moment (i);

          g_assert_cmpuint (segment->track, ==, row->track);
          g_assert_true (g_str_has_prefix (segment->start, start));
        }
    }
  g_free (recorder.last_id);
}

static void
test_no_record_is_no_error (void)
{
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);
  g_autoptr (GPtrArray) segments = NULL;

  server_tell (server, "POST", "/ISAPI/ContentMgmt/search", 400, NULL,
               "<ResponseStatus><statusCode>4</statusCode><subStatusCode>noRecord</subStatusCode></ResponseStatus>");
  segments = palier_footage_search (connection, 101, "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z", NULL, NULL);
  g_assert_cmpuint (segments->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (log_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/search/log/%s", log_rows[i].sentence);

      g_test_add_data_func (path, &log_rows[i], test_log);
    }
  for (guint i = 0; i < G_N_ELEMENTS (footage_rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/search/footage/%s", footage_rows[i].sentence);

      g_test_add_data_func (path, &footage_rows[i], test_footage);
    }
  g_test_add_func ("/search/log/not told", test_log_not_told);
  g_test_add_func ("/search/log/kinds", test_kinds);
  g_test_add_func ("/search/footage/no record is no error", test_no_record_is_no_error);
  return g_test_run ();
}
