/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "footage/playback.h"

#include "footage/playback-private.h"
#include "report/findings.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *topic;
  PalierPlaybackFunc look;
  const char *good;
  const char *bad; /* with the names */
  const char *what_to_do;
  const char *untold; /* where the wire does not answer it: what a person looks at */
} Question;

/* In the order in which they are asked: the manufacturer's three first. */
static const Question questions[] = {
  { N_ ("Power"), palier_playback_look_at_power, N_ ("Its log names no restart that was not ours."),
    /* translators: %s is a number. */
    N_ ("Restarts in its log within a day: %s."),
    N_ ("Look at its plug, power strip and power pack: what was being written at each restart may be lost."),
    N_ ("Look whether its power went away: at the plug, the power strip and the power pack.") },
  { N_ ("Network"), palier_playback_look_at_cameras, N_ ("All cameras are connected."),
    /* translators: %s are names of cameras. */
    N_ ("Cameras that are not connected: %s."),
    N_ ("Look at the cable, the switch and the power of these cameras, then at their password in the recorder."),
    N_ ("Look at the recorder’s camera list whether each camera is connected.") },
  { N_ ("Motion detection"), palier_playback_look_at_motion, N_ ("No camera waits for a motion that it cannot detect."),
    /* translators: %s are numbers of channels. */
    N_ ("Channels that record on motion, with motion detection off: %s."),
    N_ ("Switch motion detection on for them, with an area and a sensitivity, or let them record all the time."),
    N_ ("Look whether motion detection is on for the cameras that record on motion only.") },
  { N_ ("Recording schedule"), palier_playback_look_at_schedule, N_ ("Every channel has its schedule on."),
    /* translators: %s are numbers of channels. */
    N_ ("Channels with the schedule off: %s."), N_ ("Switch the recording schedule of these channels on."),
    N_ ("Look at the recording schedule of each channel.") },
  { N_ ("Disks"), palier_playback_look_at_disks, N_ ("All disks work."),
    /* translators: %s are names of disks, with the recorder's word for their state. */
    N_ ("Disks that do not work as they should: %s."),
    N_ ("What lies on such a disk may be lost. Do not format it before somebody has looked at it."),
    N_ ("Look at the state of each disk at the recorder’s screen.") },
  { N_ ("Clock"), palier_playback_look_at_clock, N_ ("Its clock agrees with this computer’s."),
    /* translators: %s is a date with its time. */
    N_ ("Its clock is off: it said %s."),
    N_ ("Set time zone and time server: recordings may lie under another hour than the one looked for."),
    N_ ("Compare the recorder’s date, time and time zone with a watch.") },
  { N_ ("Permissions"), palier_playback_look_at_users, N_ ("Every user may play back."),
    /* translators: %s are names of users. */
    N_ ("Users who may not play back: %s."), N_ ("Give them the permission to play back, if they are meant to have it."),
    N_ ("Look whether the user who looks for recordings may play back.") },
};

static PalierCheckRow *
ask (const Question *question, PalierConnection *connection, GDateTime *now, GCancellable *cancellable)
{
  PalierPlaybackLook look = question->look (connection, now, cancellable);
  g_autofree char *names = look.names;
  PalierCheckRow *row;

  if (names)
    {
      row = palier_check_row_new (question->topic, PALIER_CHECK_VERIFIED, question->bad, names);
      row->what_to_do = g_strdup (question->what_to_do);
    }
  else if (look.told)
    return palier_check_row_new (question->topic, PALIER_CHECK_VERIFIED, question->good, NULL);
  else
    {
      row = palier_check_row_new (question->topic, PALIER_CHECK_NOT_CHECKED, N_ ("The recorder does not tell this."),
                                  NULL);
      row->what_to_do = g_strdup (question->untold);
    }
  row->needs_attention = TRUE;
  return row;
}

static PalierCheckRow *
new_support_row (void)
{
  PalierCheckRow *row = palier_check_row_new (
    N_ ("Technical support"), PALIER_CHECK_NOT_CHECKED,
    N_ ("Recordings are still missing, and nobody but the manufacturer can say why if none of this explains it."), NULL);

  row->needs_attention = TRUE;
  row->what_to_do
    = g_strdup (N_ ("Write to its technical support with this report, and leave the disks as they are until then."));
  return row;
}

gboolean
palier_playback_note (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_check_row_free);
  g_autoptr (GDateTime) now = palier_clock_date (palier_job_get_clock (job));
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (questions) && !g_cancellable_is_cancelled (cancellable); i++)
    g_ptr_array_add (rows, ask (&questions[i], palier_job_get_connection (job), now, cancellable));
  g_ptr_array_add (rows, new_support_row ());
  text = palier_checkup_to_text (rows);
  return !g_cancellable_set_error_if_cancelled (cancellable, error)
         && palier_journal_set_field (palier_job_get_journal (job), PALIER_PLAYBACK, text, error);
}
