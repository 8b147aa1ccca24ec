/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "search-recorder.h"

#include "base/error.h"
#include "recorder/search.h"

#include <string.h>

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

  server_set_func (server, search_recorder_answer_cb, &recorder);
  entries
      = palier_log_search (connection, "2000-01-01T00:00:00", "2037-12-31T23:59:59", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (entries->len, ==, row->found);
  if (row->requests > 0)
    g_assert_cmpuint (recorder.requests, ==, row->requests);
  for (guint i = 0; i < entries->len; i++)
    {
      const PalierLogEntry *entry = entries->pdata[i];
      g_autofree char *time = search_recorder_dup_moment (i);
      g_autofree char *text = g_strdup_printf ("entry %u", i);

      g_assert_cmpstr (entry->time, ==, time);
      g_assert_cmpstr (entry->text, ==, text);
    }
  g_free (recorder.last_id);
}

static const struct
{
  const char *sentence;
  Recorder recorder;
} unfinished_rows[] = {
  { "refused in the middle", { .entries = 200, .refuses = "log.std-cgi.com", .refuses_from = 64 } },
  { "refused in the middle of a kind",
    { .entries = 200, .only = "log.std-cgi.com/Operation", .refuses = "log.std-cgi.com/Operation", .refuses_from = 64 } },
  { "longer than anybody can read", { .entries = 33000, .cap = 2000 } },
};

/* Half a log may end before its newest entry, and would prove what is not so. */
static void
test_log_unfinished (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (unfinished_rows); i++)
    {
      Recorder recorder = unfinished_rows[i].recorder;
      g_autoptr (Server) server = server_new (NULL, NULL);
      g_autoptr (PalierConnection) connection = server_connect (server, NULL);
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", unfinished_rows[i].sentence);
      server_set_func (server, search_recorder_answer_cb, &recorder);
      g_assert_null (
          palier_log_search (connection, "2000-01-01T00:00:00", "2037-12-31T23:59:59", NULL, &error));
      g_assert_true (error->domain == PALIER_ERROR);
      g_free (recorder.last_id);
    }
}

static void
test_log_not_told (void)
{
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (
      palier_log_search (connection, "2000-01-01T00:00:00", "2037-12-31T23:59:59", NULL, &error));
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
  { "log.hikvision.com/Operation/remoteUploadCfgFile", "", PALIER_LOG_IMPORT },
  { "log.hikvision.com/Operation/localUploadCfgFile/1", "", PALIER_LOG_IMPORT },
  { "log.hikvision.com/Information/hddInfo", "Database repair started", PALIER_LOG_REPAIR_STARTED },
  { "log.hikvision.com/Infomation/hddInfo", "DATABASE REPAIR STOPPED", PALIER_LOG_REPAIR_STOPPED },
  { "log.hikvision.com/Information/startReparing", "", PALIER_LOG_REPAIR_STARTED },
  { "log.hikvision.com/Information/reparStop", "", PALIER_LOG_REPAIR_STOPPED },
  { "log.hikvision.com/Operation/localRepairDatabase", "", PALIER_LOG_REPAIR_STARTED },
  { "log.hikvision.com/Information/x", "Rebuild All Data finished", PALIER_LOG_REPAIR_STOPPED },
  { "log.hikvision.com/Information/x", "Database repair failed", PALIER_LOG_REPAIR_BROKEN },
  { "log.hikvision.com/Exception/HDError", "Disk error during the database repair",
    PALIER_LOG_OTHER },
  { "log.hikvision.com/Operation/startRP_VD", "", PALIER_LOG_OTHER },
  { "log.hikvision.com/Operation/remoteRepairVD", "start", PALIER_LOG_OTHER },
  { "log.hikvision.com/Information/x", "RAID rebuild started", PALIER_LOG_OTHER },
  { "log.hikvision.com/Information/x", "Preparing disk, started", PALIER_LOG_OTHER },
  { "log.hikvision.com/Operation/remoteReboot", "", PALIER_LOG_POWER },
  { "log.hikvision.com/Exception/powerOn", "", PALIER_LOG_POWER },
  { "log.hikvision.com/Information/x", "Database repair stopped before its end", PALIER_LOG_REPAIR_BROKEN },
  { "log.hikvision.com/Information/x", "Rebuild All Data incomplete", PALIER_LOG_REPAIR_BROKEN },
  { "log.hikvision.com/Exception/HDError", "Disk error during the database repair", PALIER_LOG_OTHER },
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
  { "the other tag, and the track that is searched anyway",
    { .segments = 50, .wants_track_list = TRUE },
    101,
    50 },
  { "the other tag, with nothing on the track that is searched instead",
    { .segments = 50, .wants_track_list = TRUE, .empty_101 = TRUE },
    201,
    50 },
  { "the other tag, where the first is refused",
    { .segments = 50, .wants_track_list = TRUE, .refused_tag = "trackIDList" },
    201,
    50 },
  { "nothing recorded, where the other tag is refused",
    { .segments = 0, .refused_tag = "trackList" },
    201,
    0 },
  { "an old recorder that knows no positions", { .segments = 100, .version_1 = TRUE }, 201, 100 },
  { "an old one with small pages", { .segments = 30, .version_1 = TRUE, .page = 4 }, 201, 30 },
  { "an old one with the other tag",
    { .segments = 90, .version_1 = TRUE, .wants_track_list = TRUE },
    201,
    90 },
  { "one that never searches another track", { .segments = 50, .deaf = TRUE }, 201, -1 },
};

static void
test_footage (gconstpointer data)
{
  const FootageRow *row = data;
  Recorder recorder = row->recorder;
  g_autoptr (Server) server = server_new (NULL, NULL);
  g_autoptr (PalierConnection) connection = server_connect (server, NULL);

  server_set_func (server, search_recorder_answer_cb, &recorder);
  /* Twice: what was found out about the recorder holds. */
  for (guint round = 0; round < 2; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) segments
          = palier_footage_search (connection, row->track, "2026-01-01T00:00:00",
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
          g_autofree char *start = search_recorder_dup_moment (i);

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
               "<ResponseStatus><statusCode>4</statusCode><subStatusCode>noRecord</subStatusCode></"
               "ResponseStatus>");
  segments = palier_footage_search (connection, 101, "2026-01-01T00:00:00Z", "2026-01-02T00:00:00Z",
                                    NULL, NULL);
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
  g_test_add_func ("/log/one that ends too early is none", test_log_unfinished);
  g_test_add_func ("/search/log/kinds", test_kinds);
  g_test_add_func ("/search/footage/no record is no error", test_no_record_is_no_error);
  return g_test_run ();
}
