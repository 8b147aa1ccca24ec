/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "search-recorder.h"
#include "server.h"

#include "base/error.h"
#include "recorder/footage.h"
#include "recorder/inventory.h"
#include "recorder/recording.h"
#include "recorder/search.h"
#include "recorder/tracks.h"

#define TRACKS "/ISAPI/ContentMgmt/record/tracks"
#define STATES "/ISAPI/System/workingstatus/chanStatus"
#define XML "application/xml"

#define TRACK(id, channel, source, description, schedule)                                          \
  "<Track><id>" id "</id><Channel>" channel "</Channel><Enable>false</Enable>" description source  \
  schedule "</Track>"
#define SOURCE(channel) "<SrcDescriptor><SrcChannel>" channel "</SrcChannel></SrcDescriptor>"
#define SCHEDULE(on, mode)                                                                         \
  "<TrackSchedule><ScheduleBlockList><ScheduleBlock><ScheduleAction><Actions><ActionRecordingMode>" \
  mode "</ActionRecordingMode></Actions></ScheduleAction></ScheduleBlock></ScheduleBlockList>"     \
  "</TrackSchedule><CustomExtensionList><CustomExtension><enableSchedule>" on                      \
  "</enableSchedule></CustomExtension></CustomExtensionList>"

static const struct
{
  const char *sentence;
  const char *document;
  const char *tracks; /* id, channel, scheduled, mode of each; NULL: not told */
} track_rows[] = {
  { "one of each channel",
    "<TrackList>" TRACK ("101", "1", "", "", SCHEDULE ("true", "CMR"))
        TRACK ("201", "2", "", "", SCHEDULE ("false", "MOTION")) "</TrackList>",
    "101 1 1 CMR;201 2 0 MOTION;" },
  { "the main stream of several, whatever their order",
    "<TrackList>" TRACK ("102", "1", "", "", "") TRACK ("101", "1", "", "", "") "</TrackList>",
    "101 1 -1 -;" },
  { "a channel that repeats the track",
    "<TrackList>" TRACK ("1601", "1601", SOURCE ("16"), "", "") "</TrackList>", "1601 16 -1 -;" },
  { "a channel that repeats the track, and no source",
    "<TrackList>" TRACK ("1601", "1601", "", "", "") "</TrackList>", "1601 16 -1 -;" },
  { "an IP channel behind the analog ones",
    "<TrackList>" TRACK ("501", "501", SOURCE ("33"), "", "") "</TrackList>", "501 33 -1 -;" },
  { "pictures are no recordings",
    "<TrackList>" TRACK ("103", "1", "",
                         "<Description>trackType=standard,contentType=picture</Description>", "")
        TRACK ("201", "2", "", "<Description>trackType=standard,contentType=video</Description>", "")
            "</TrackList>",
    "201 2 -1 -;" },
  { "none", "<TrackList/>", "" },
  { "numbers that are none", "<TrackList>" TRACK ("-1", "1", "", "", "") TRACK ("x", "2", "", "", "")
                                 TRACK ("9999999", "2", "", "", "") "</TrackList>", "" },
  { "another document", "<Elsewhere/>", NULL },
};

static void
test_tracks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (track_rows); i++)
    {
      g_autoptr (Server) server = server_new (NULL, NULL);
      g_autoptr (PalierConnection) connection = server_connect (server, NULL);
      g_autoptr (GString) found = g_string_new (NULL);
      g_autoptr (GPtrArray) tracks = NULL;

      g_test_message ("%s", track_rows[i].sentence);
      server_tell (server, "GET", TRACKS, 200, XML, track_rows[i].document);
      tracks = palier_tracks_read (connection, NULL, NULL);
      g_assert_cmpint (tracks != NULL, ==, track_rows[i].tracks != NULL);
      for (guint j = 0; tracks && j < tracks->len; j++)
        {
          const PalierTrack *track = tracks->pdata[j];

          g_string_append_printf (found, "%u %u %d %s;", track->id, track->channel,
                                  track->scheduled, track->mode ? track->mode : "-");
        }
      if (tracks)
        g_assert_cmpstr (found->str, ==, track_rows[i].tracks);
    }
}

#define DAY(day, record)                                                                           \
  "<day><id>1</id><dayOfMonth>" day "</dayOfMonth><record>" record "</record></day>"

static const struct
{
  const char *sentence;
  guint status;
  const char *document;
  gint64 days; /* -1: not told */
} day_rows[] = {
  { "two days", 200,
    "<trackDailyDistribution><dayList>" DAY ("1", "true") DAY ("2", "false") DAY ("31", "true")
        "</dayList></trackDailyDistribution>",
    (G_GINT64_CONSTANT (1) << 31) | 2 },
  { "no day", 200, "<trackDailyDistribution><dayList/></trackDailyDistribution>", 0 },
  { "no list", 200, "<trackDailyDistribution/>", 0 },
  { "days that are none", 200,
    "<trackDailyDistribution><dayList>" DAY ("0", "true") DAY ("32", "true") DAY ("-3", "true")
        DAY ("x", "true") "</dayList></trackDailyDistribution>",
    0 },
  { "forbidden", 403, "", -1 },
  { "no such thing", 404, "", -1 },
  { "something else", 200, "<ResponseStatus/>", -1 },
};

static void
test_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (day_rows); i++)
    {
      g_autoptr (Server) server = server_new (NULL, NULL);
      g_autoptr (PalierConnection) connection = server_connect (server, NULL);
      guint32 days = 7;
      gboolean told;

      g_test_message ("%s", day_rows[i].sentence);
      server_tell (server, "POST", TRACKS "/201/dailyDistribution", day_rows[i].status, XML,
                   day_rows[i].document);
      told = palier_footage_read_days (connection, 201, 2026, 8, &days, NULL, NULL);
      g_assert_cmpint (told, ==, day_rows[i].days >= 0);
      if (told)
        g_assert_cmpint ((gint64) days, ==, day_rows[i].days);
    }
}

static const struct
{
  const char *document;
  int cameras, recording; /* -1: not told */
} state_rows[] = {
  { "{\"ChanStatus\":[{\"chanNo\":1,\"record\":1},{\"chanNo\":2,\"record\":0}]}", 2, 1 },
  { "{\"ChanStatusList\":{\"ChanStatus\":[{\"chanNo\":1,\"record\":\"1\"}]}}", 1, 1 },
  { "{\"ChanStatus\":[{\"chanNo\":1}]}", 0, 0 },
  { "{\"ChanStatus\":[]}", 0, 0 },
  { "{\"ChanStatus\":7}", -1, -1 },
  { "{}", -1, -1 },
  { "[]", -1, -1 },
};

static void
test_recording (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (state_rows); i++)
    {
      g_autoptr (Server) server = server_new (NULL, NULL);
      g_autoptr (PalierConnection) connection = server_connect (server, NULL);
      int cameras = -1, recording = -1;

      g_test_message ("%s", state_rows[i].document);
      server_tell (server, "GET", STATES, 200, "application/json", state_rows[i].document);
      g_assert_cmpint (palier_recording_read (connection, &cameras, &recording, NULL, NULL), ==,
                       state_rows[i].cameras >= 0);
      g_assert_cmpint (cameras, ==, state_rows[i].cameras);
      g_assert_cmpint (recording, ==, state_rows[i].recording);
    }
}

/* What the answers have shown of the recorder's ways. */
static const struct
{
  const char *sentence;
  Recorder recorder;
  PalierFootageDialect dialect;
} dialect_rows[] = {
  { "the usual one", { .segments = 41 }, { "trackIDList", "position", 40 } },
  { "one page says nothing of the next", { .segments = 3 }, { "trackIDList", NULL, 0 } },
  { "the other tag, small pages", { .segments = 50, .wants_track_list = TRUE, .page = 9 },
    { "trackList", "position", 9 } },
  { "an old one", { .segments = 50, .version_1 = TRUE, .page = 20 }, { "trackIDList", "restart", 20 } },
  { "one that never understands", { .segments = 50, .deaf = TRUE }, { NULL, NULL, 0 } },
};

static void
test_dialect (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dialect_rows); i++)
    {
      Recorder recorder = dialect_rows[i].recorder;
      g_autoptr (Server) server = server_new (NULL, NULL);
      g_autoptr (PalierConnection) connection = server_connect (server, NULL);
      g_autoptr (GPtrArray) segments = NULL;
      PalierFootageDialect dialect;

      g_test_message ("%s", dialect_rows[i].sentence);
      server_set_func (server, search_recorder_answer_cb, &recorder);
      segments = palier_footage_search (connection, 201, "2026-01-01T00:00:00",
                                        "2026-02-01T00:00:00", NULL, NULL);
      palier_footage_get_dialect (connection, &dialect);
      g_assert_cmpstr (dialect.tag, ==, dialect_rows[i].dialect.tag);
      g_assert_cmpstr (dialect.paging, ==, dialect_rows[i].dialect.paging);
      g_assert_cmpuint (dialect.cap, ==, dialect_rows[i].dialect.cap);
      g_free (recorder.last_id);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/footage/tracks", test_tracks);
  g_test_add_func ("/footage/days", test_days);
  g_test_add_func ("/footage/recording", test_recording);
  g_test_add_func ("/footage/dialect", test_dialect);
  return g_test_run ();
}
