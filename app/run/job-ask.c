/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/job-struct.h"

#include "base/error.h"
#include "run/post.h"

#define LOOK_EVERY_S 5.0
#define LOOK_AT_MOST_S 60.0
#define REAL_SLICE_US (50 * G_TIME_SPAN_MILLISECOND)

/* The main thread sees each question come and go in its turn, even one that is moot before it looks. */
typedef struct
{
  PalierJob *job;
  PalierQuestion question;
  PalierAsked *asked;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->job);
  g_clear_pointer (&news->asked, palier_asked_free);
  g_free (news);
}

static gboolean
show_question_cb (gpointer data)
{
  News *news = data;

  news->job->shown_question = news->question;
  g_clear_pointer (&news->job->shown_asked, palier_asked_free);
  news->job->shown_asked = g_steal_pointer (&news->asked);
  g_object_notify (G_OBJECT (news->job), "question");
  return G_SOURCE_REMOVE;
}

static void
set_question (PalierJob *self, PalierQuestion question, const PalierAsked *asked)
{
  News *news = g_new0 (News, 1);

  g_mutex_lock (&self->mutex);
  self->question = question;
  self->has_answer = FALSE;
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->secret, palier_secret_unref);
  g_mutex_unlock (&self->mutex);
  news->job = g_object_ref (self);
  news->question = question;
  news->asked = palier_asked_copy (asked);
  palier_post (self->main_context, show_question_cb, news, news_free);
}

/* Waits for an answer in real time: a person is not on the practice clock. */
static gboolean
wait_for_answer (PalierJob *self, double until, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  while (!self->has_answer)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      g_cond_wait_until (&self->answered, &self->mutex, g_get_monotonic_time () + REAL_SLICE_US);
      if (!self->has_answer && palier_clock_get_speed (self->clock) > 0
          && palier_clock_now (self->clock) >= until)
        break;
      if (!self->has_answer && palier_clock_get_speed (self->clock) <= 0 && until < G_MAXDOUBLE)
        break;
    }
  return TRUE;
}

static gboolean
take_answer (PalierJob *self, PalierAnswerKind *answer, char **text, PalierSecret **secret)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (!self->has_answer)
    return FALSE;
  *answer = self->answer;
  if (text)
    *text = g_steal_pointer (&self->text);
  if (secret)
    *secret = g_steal_pointer (&self->secret);
  return TRUE;
}

/* FALSE with an error: could not look at all. moot: the recorder shows that it happened. */
static gboolean
look_for_moot (PalierJob *self, PalierStepFunc look, gboolean *moot, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;

  *moot = look (self, cancellable, &local);
  /* It answers again, and something else is to be asked about it. */
  *moot = *moot || palier_job_expects_certificate (self, local);
  if (*moot || g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_DONE) || palier_error_is_silence (local))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
ask (PalierJob *self,
     PalierStepFunc look,
     PalierAnswerKind *answer,
     char **text,
     PalierSecret **secret,
     GCancellable *cancellable,
     GError **error)
{
  double pause = LOOK_EVERY_S;

  for (;;)
    {
      gboolean moot = FALSE;

      if (!wait_for_answer (self, look ? palier_clock_now (self->clock) + pause : G_MAXDOUBLE,
                            cancellable, error))
        return FALSE;
      if (take_answer (self, answer, text, secret))
        return TRUE;
      if (palier_clock_get_speed (self->clock) <= 0)
        palier_clock_advance (self->clock, pause);
      if (!look_for_moot (self, look, &moot, cancellable, error))
        return FALSE;
      if (moot)
        {
          *answer = PALIER_ANSWER_YES;
          return TRUE;
        }
      pause = MIN (pause * 1.5, LOOK_AT_MOST_S);
    }
}

gboolean
palier_job_ask (PalierJob *self,
                PalierQuestion question,
                PalierStepFunc look,
                PalierAnswerKind *answer,
                char **text,
                GCancellable *cancellable,
                GError **error)
{
  gboolean ok;

  set_question (self, question, NULL);
  ok = ask (self, look, answer, text, NULL, cancellable, error);
  set_question (self, PALIER_QUESTION_NONE, NULL);
  return ok;
}

gboolean
palier_job_ask_about (PalierJob *self,
                      PalierQuestion question,
                      const PalierAsked *asked,
                      PalierAnswerKind *answer,
                      char **text,
                      GCancellable *cancellable,
                      GError **error)
{
  gboolean ok;

  set_question (self, question, asked);
  ok = ask (self, NULL, answer, text, NULL, cancellable, error);
  set_question (self, PALIER_QUESTION_NONE, NULL);
  return ok;
}

PalierSecret *
palier_job_ask_secret (PalierJob *self, PalierQuestion question, GCancellable *cancellable, GError **error)
{
  PalierAnswerKind answer = PALIER_ANSWER_NO;
  PalierSecret *secret = NULL;
  gboolean ok;

  set_question (self, question, NULL);
  ok = ask (self, NULL, &answer, NULL, &secret, cancellable, error);
  set_question (self, PALIER_QUESTION_NONE, NULL);
  if (ok && !secret)
    palier_error_set (error, PALIER_ERROR_CONSENT_MISSING, "no password was given");
  return secret;
}

PalierQuestion
palier_job_get_question (PalierJob *self)
{
  return self->shown_question;
}

static void
give_answer (PalierJob *self, PalierAnswerKind answer, const char *text, PalierSecret *secret)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  /* An answer to a question that has just become moot is dropped. */
  if (self->question == PALIER_QUESTION_NONE || self->has_answer)
    return;
  self->answer = answer;
  self->text = g_strdup (text);
  self->secret = secret ? palier_secret_ref (secret) : NULL;
  self->has_answer = TRUE;
  g_cond_broadcast (&self->answered);
}

void
palier_job_answer (PalierJob *self, PalierAnswerKind answer, const char *text)
{
  give_answer (self, answer, text, NULL);
}

void
palier_job_answer_secret (PalierJob *self, PalierSecret *secret)
{
  give_answer (self, PALIER_ANSWER_YES, NULL, secret);
}
