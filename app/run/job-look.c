/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/job-struct.h"

#include "base/error.h"

#define FIRST_PAUSE_S 2.0
#define LONGEST_PAUSE_S 30.0
#define SILENCE_BEFORE_SEARCH_S 60.0
#define SEARCH_S 4 /* real seconds */
#define SILENCE_BEFORE_ASKING_S (5.0 * 60.0)
#define FAR_TOO_LONG_S (20.0 * 60.0)
#define STARTING_S (5.0 * 60.0)

gboolean
palier_error_is_silence (const GError *error)
{
  return g_error_matches (error, PALIER_ERROR, PALIER_ERROR_UNREACHABLE)
         || g_error_matches (error, PALIER_ERROR, PALIER_ERROR_TIMED_OUT)
         || g_error_matches (error, PALIER_ERROR, PALIER_ERROR_CONNECTION_LOST);
}

gboolean
palier_job_journal_reading (PalierJob *self, const char *what, GError **error)
{
  const char *firmware = self->reading->firmware ? self->reading->firmware : "";
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (self->journal);
  const PalierObservation *last = seen->len > 0 ? seen->pdata[seen->len - 1] : NULL;

  if (last && g_str_equal (last->what, what) && g_str_equal (last->detail, firmware))
    return TRUE;
  return palier_journal_observe (self->journal, what, firmware, error);
}

gboolean
palier_job_read_again (PalierJob *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (PalierDeviceInfo) info = NULL;
  PalierFacts facts;

  if (self->at_screen)
    return palier_job_read_screen (self, cancellable, error);
  info = palier_device_info_read (self->connection, cancellable, error);
  if (!info)
    return FALSE;
  g_clear_pointer (&self->reading, palier_device_info_free);
  self->reading = g_steal_pointer (&info);
  palier_job_get_facts (self, &facts);
  return palier_gate_check_identity (self->catalogue, &facts, error) && palier_job_journal_reading (self, "read", error);
}

const PalierDeviceInfo *
palier_job_get_reading (PalierJob *self)
{
  return self->reading;
}

gboolean
palier_job_is_at_landing (PalierJob *self)
{
  const PalierLanding *landing = palier_job_get_landing (self);

  return self->reading && self->reading->version_known
         && palier_version_compare_numbers (&self->reading->version, &landing->version) == 0
         && self->reading->version.build >= landing->version.build;
}

static gboolean
keep_waiting (PalierJob *self, GCancellable *cancellable, GError **error)
{
  PalierAnswerKind answer = PALIER_ANSWER_NO;

  if (!palier_job_ask (self, PALIER_QUESTION_WAIT, NULL, &answer, NULL, cancellable, error))
    return FALSE;
  if (answer == PALIER_ANSWER_YES)
    return TRUE;
  palier_error_set (error, PALIER_ERROR_NOT_BACK, NULL);
  return FALSE;
}

/* It may have come back elsewhere: a full default resets the network. */
static gboolean
ask_where (PalierJob *self, PalierStepFunc look, GCancellable *cancellable, GError **error)
{
  PalierAnswerKind answer = PALIER_ANSWER_NO;
  g_autofree char *text = NULL;
  g_autoptr (GError) local = NULL;

  if (!palier_job_ask (self, PALIER_QUESTION_ADDRESS, look, &answer, &text, cancellable, error))
    return FALSE;
  if (answer == PALIER_ANSWER_NO)
    {
      palier_error_set (error, PALIER_ERROR_NOT_BACK, NULL);
      return FALSE;
    }
  if (text && *text && !palier_connection_set_address (self->connection, text, &local))
    g_debug ("not an address: %s", local->message);
  return TRUE;
}

static void
look_elsewhere (PalierJob *self, GCancellable *cancellable)
{
  g_autofree char *address = NULL;

  if (self->find)
    address = self->find (self->survey->info->serial, SEARCH_S, cancellable, NULL);
  if (address)
    palier_job_take_address (self, address, cancellable);
}

/* One that starts may answer before it is ready: busy, with half a document, or with a page instead. */
static gboolean
is_starting (const GError *error)
{
  return g_error_matches (error, PALIER_ERROR, PALIER_ERROR_BUSY)
         || g_error_matches (error, PALIER_ERROR, PALIER_ERROR_BAD_ANSWER)
         || g_error_matches (error, PALIER_ERROR, PALIER_ERROR_NOT_A_RECORDER);
}

static gboolean
await (PalierJob *self, PalierStepFunc look, double patience, GCancellable *cancellable, GError **error)
{
  double pause = FIRST_PAUSE_S;
  double since = palier_clock_now (self->clock);
  double answered = since;
  double unready = -1; /* since when it answers so */

  for (;;)
    {
      g_autoptr (GError) local = NULL;
      double now;

      if (look (self, cancellable, &local))
        return TRUE;
      if (palier_job_expects_certificate (self, local))
        {
          if (!palier_job_ask_certificate (self, local, cancellable, error))
            return FALSE;
          continue;
        }
      now = palier_clock_now (self->clock);
      unready = !is_starting (local) ? -1 : unready < 0 ? now : unready;
      if (!g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_DONE) && !palier_error_is_silence (local)
          && (unready < 0 || now - unready > STARTING_S))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      if (!palier_error_is_silence (local))
        answered = now;
      if (now - answered > patience)
        {
          if (!ask_where (self, look, cancellable, error))
            return FALSE;
          since = answered = palier_clock_now (self->clock);
        }
      else if (patience < G_MAXDOUBLE && now - answered > SILENCE_BEFORE_SEARCH_S)
        look_elsewhere (self, cancellable);
      else if (now - since > FAR_TOO_LONG_S)
        {
          if (!keep_waiting (self, cancellable, error))
            return FALSE;
          since = palier_clock_now (self->clock);
        }
      if (!palier_job_wait (self, pause, cancellable, error))
        return FALSE;
      pause = MIN (pause * 1.3, LONGEST_PAUSE_S);
    }
}

gboolean
palier_job_await (PalierJob *self, PalierStepFunc look, GCancellable *cancellable, GError **error)
{
  return await (self, look, G_MAXDOUBLE, cancellable, error);
}

gboolean
palier_job_await_anywhere (PalierJob *self, PalierStepFunc look, GCancellable *cancellable, GError **error)
{
  return await (self, look, SILENCE_BEFORE_ASKING_S, cancellable, error);
}
