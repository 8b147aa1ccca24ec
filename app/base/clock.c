/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/clock.h"

#define LOOK_EVERY_US (50 * G_TIME_SPAN_MILLISECOND)

struct _PalierClock
{
  gatomicrefcount refs;
  double speed;
  gint64 started; /* real monotonic µs */
  GDateTime *started_date;
  GMutex mutex;
  GCond moved;     /* wakes those who wait when it is advanced by hand */
  double by_hand;  /* seconds added by waiting (speed 0) or by advance */
};

PalierClock *
palier_clock_new (double speed)
{
  PalierClock *self = g_new0 (PalierClock, 1);

  g_return_val_if_fail (speed >= 0, NULL);
  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->mutex);
  g_cond_init (&self->moved);
  self->speed = speed;
  self->started = g_get_monotonic_time ();
  self->started_date = g_date_time_new_now_local ();
  return self;
}

PalierClock *
palier_clock_ref (PalierClock *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
palier_clock_unref (PalierClock *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_mutex_clear (&self->mutex);
  g_cond_clear (&self->moved);
  g_date_time_unref (self->started_date);
  g_free (self);
}

double
palier_clock_get_speed (PalierClock *self)
{
  return self->speed;
}

static double
now_locked (PalierClock *self)
{
  gint64 real = g_get_monotonic_time () - self->started;

  return self->by_hand + self->speed * (double) real / G_TIME_SPAN_SECOND;
}

double
palier_clock_now (PalierClock *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  return now_locked (self);
}

GDateTime *
palier_clock_date (PalierClock *self)
{
  return g_date_time_add_seconds (self->started_date, palier_clock_now (self));
}

void
palier_clock_advance (PalierClock *self, double seconds)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  self->by_hand += seconds;
  g_cond_broadcast (&self->moved);
}

gboolean
palier_clock_wait (PalierClock *self, double seconds, GCancellable *cancellable, GError **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  double until;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;
  if (self->speed <= 0)
    {
      palier_clock_advance (self, seconds);
      return TRUE;
    }
  locker = g_mutex_locker_new (&self->mutex);
  until = now_locked (self) + seconds;
  while (now_locked (self) < until)
    {
      double left_us = (until - now_locked (self)) / self->speed * G_TIME_SPAN_SECOND;

      /* In short looks, so that a cancel is noticed at once without a lock held in its handler. */
      g_cond_wait_until (&self->moved, &self->mutex,
                         g_get_monotonic_time () + MIN ((gint64) left_us + 1, LOOK_EVERY_US));
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
    }
  return TRUE;
}
