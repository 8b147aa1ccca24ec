/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-life.h"
#include "practice/practice-route.h"
#include "recorder/xml.h"

/* Tracks: one for each camera's main stream. */
static void
add_action (PalierPage *page, guint id, const char *day)
{
  palier_page_open (page, "ScheduleAction");
  palier_page_number (page, "id", id);
  palier_page_open (page, "ScheduleActionStartTime");
  palier_page_text (page, "DayOfWeek", day);
  palier_page_text (page, "TimeOfDay", "00:00:00");
  palier_page_close (page);
  palier_page_open (page, "ScheduleActionEndTime");
  palier_page_text (page, "DayOfWeek", day);
  palier_page_text (page, "TimeOfDay", "24:00:00");
  palier_page_close (page);
  palier_page_open (page, "Actions");
  palier_page_flag (page, "Record", TRUE);
  palier_page_text (page, "ActionRecordingMode", "CMR");
  palier_page_close (page);
  palier_page_close (page);
}

static void
add_schedule (PalierPage *page, gboolean scheduled)
{
  static const char *const days[]
      = { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" };

  palier_page_open (page, "TrackSchedule");
  palier_page_open (page, "ScheduleBlockList");
  palier_page_open (page, "ScheduleBlock");
  palier_page_text (page, "ScheduleBlockGUID", "{00000000-0000-0000-0000-000000000000}");
  palier_page_text (page, "ScheduleBlockType", "www.std-cgi.com/racm/schedule/ver10");
  for (guint i = 0; scheduled && i < G_N_ELEMENTS (days); i++)
    add_action (page, i + 1, days[i]);
  palier_page_close (page);
  palier_page_close (page);
  palier_page_close (page);
}

static void
add_fields (PalierPage *page, PalierPracticeCamera *camera)
{
  guint track = camera->id * 100 + 1;

  palier_page_number (page, "id", track);
  palier_page_number (page, "Channel", track);
  palier_page_flag (page, "Enable", FALSE); /* says nothing, on real ones either */
  palier_page_text (page, "Description", "trackType=standard,contentType=video,codecType=H.264-BP");
  palier_page_text (page, "Duration", "P0DT0H");
  palier_page_text (page, "DefaultRecordingMode", "CMR");
  palier_page_flag (page, "LoopEnable", TRUE);
  palier_page_open (page, "SrcDescriptor");
  palier_page_number (page, "SrcChannel", camera->id);
  palier_page_text (page, "StreamHint", "video");
  palier_page_text (page, "SrcDriver", "RTSP");
  palier_page_close (page);
  add_schedule (page, camera->scheduled);
  palier_page_open (page, "CustomExtensionList");
  palier_page_open (page, "CustomExtension");
  palier_page_text (page, "CustomExtensionName", "www.hikvision.com/RaCM/trackExt/ver10");
  palier_page_flag (page, "enableSchedule", camera->scheduled);
  palier_page_number (page, "PreRecordTimeSeconds", 5);
  palier_page_number (page, "PostRecordTimeSeconds", 5);
  palier_page_close (page);
  palier_page_close (page);
}

static void
get_tracks (PalierExchange *x)
{
  PalierPage *page = palier_page_new (x->dialect, "TrackList");

  for (guint i = 0; i < x->model->cameras->len; i++)
    {
      palier_page_open_item (page, "Track");
      add_fields (page, x->model->cameras->pdata[i]);
      palier_page_close (page);
    }
  palier_answer_page (x, page);
}

static PalierPracticeCamera *
find_camera (PalierExchange *x)
{
  PalierPracticeCamera *camera
      = x->ids[0] % 100 == 1 ? palier_model_find_camera (x->model, x->ids[0] / 100) : NULL;

  if (camera == NULL)
    palier_answer_status (x, "badXmlContent");
  return camera;
}

static void
get_track (PalierExchange *x)
{
  PalierPracticeCamera *camera = find_camera (x);
  PalierPage *page;

  if (camera == NULL)
    return;
  page = palier_page_new (x->dialect, "Track");
  add_fields (page, camera);
  palier_answer_page (x, page);
}

/* enableSchedule is the switch that matters. */
static void
put_track (PalierExchange *x)
{
  PalierPracticeCamera *camera = find_camera (x);
  g_autoptr (PalierXml) xml = camera != NULL ? palier_exchange_parse (x) : NULL;
  gboolean scheduled;

  if (xml == NULL)
    return;
  if (palier_xml_get_boolean (palier_xml_get_root (xml),
                              "CustomExtensionList/CustomExtension/enableSchedule", &scheduled))
    camera->scheduled = scheduled;
  palier_footage_record (x->model);
  palier_answer_status (x, NULL);
}

static gboolean
day_has_footage (PalierModel *model, guint track, int year, int month, int day)
{
  g_autoptr (GDateTime) start = g_date_time_new_local (year, month, day, 0, 0, 0);
  g_autoptr (GArray) found = NULL;
  double from;

  if (start == NULL)
    return FALSE;
  from = (double) g_date_time_to_unix (start) - model->scenario->clock_error_seconds;
  found = palier_footage_find (model, track, from, from + 86400);
  return found->len > 0;
}

static void
post_days (PalierExchange *x)
{
  g_autoptr (PalierXml) xml = palier_exchange_parse (x);
  guint64 year, month;
  PalierPage *page;

  if (xml == NULL)
    return;
  if (!palier_xml_get_uint (palier_xml_get_root (xml), "year", &year) || year < 1970 || year > 2100
      || !palier_xml_get_uint (palier_xml_get_root (xml), "monthOfYear", &month) || month < 1
      || month > 12)
    {
      palier_answer_status (x, "badXmlContent");
      return;
    }
  page = palier_page_new (x->dialect, "trackDailyDistribution");
  palier_page_open (page, "dayList");
  for (guint8 day = 1; day <= g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);
       day++)
    {
      gboolean record = day_has_footage (x->model, x->ids[0], (int) year, (int) month, day);

      palier_page_open (page, "day");
      palier_page_number (page, "id", day);
      palier_page_number (page, "dayOfMonth", day);
      palier_page_flag (page, "record", record);
      if (record)
        palier_page_text (page, "recordType", "time");
      palier_page_close (page);
    }
  palier_answer_page (x, page);
}

#define TRACKS "/ISAPI/ContentMgmt/record/tracks"

const PalierRoute palier_routes_recording[] = {
  { "GET", TRACKS, PALIER_ROUTE_READS, get_tracks },
  { "GET", TRACKS "/*", PALIER_ROUTE_READS, get_track },
  { "PUT", TRACKS "/*", PALIER_ROUTE_CHANGES, put_track },
  { "POST", TRACKS "/*/dailyDistribution", PALIER_ROUTE_READS, post_days },
  { NULL, NULL, 0, NULL },
};
