/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-model.h"

#include "practice/practice-life.h"
#include <math.h>
#include <string.h>

static double
clock_now (PalierModel *self)
{
  return self->offset + palier_clock_now (self->clock);
}

static void
make_containers (PalierModel *self)
{
  self->disks = palier_practice_disks_new ();
  self->cameras = palier_practice_cameras_new ();
  self->users = palier_practice_users_new ();
  self->log = palier_practice_log_new ();
  self->spans = g_array_new (FALSE, TRUE, sizeof (PalierPracticeSpan));
  self->documents = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
set_first_version (PalierModel *self)
{
  g_autofree char *released
      = self->scenario->build != NULL ? g_strdup_printf ("build %s", self->scenario->build) : NULL;

  if (!palier_version_parse_pair (self->scenario->version, released, &self->version, NULL))
    g_assert_not_reached (); /* the scenario was checked */
}

static void
lock_from_start (PalierModel *self)
{
  PalierFault *fault = palier_faults_find (self->scenario->faults, "locked", "start");

  if (fault == NULL)
    return;
  fault->fired++;
  self->failed_sign_ins = self->scenario->lock_after;
  self->locked_until = self->now + palier_fault_get_seconds (fault, self->scenario->lock_seconds);
}

PalierModel *
palier_model_new (PalierScenario *scenario, PalierClock *clock, guint32 seed)
{
  PalierModel *self = g_new0 (PalierModel, 1);
  g_autoptr (GDateTime) date = palier_clock_date (clock);

  self->scenario = scenario;
  self->clock = palier_clock_ref (clock);
  self->offset = (double) g_date_time_to_unix (date) - palier_clock_now (clock);
  self->now = clock_now (self);
  self->seed = seed;
  self->chance = g_rand_new_with_seed (seed);
  self->serial = g_strdup (scenario->serial);
  self->name = g_strdup (scenario->name);
  self->booted = self->now - 23 * 86400 - 4271;
  self->active = TRUE;
  make_containers (self);
  set_first_version (self);
  palier_shop_open (self);
  lock_from_start (self);
  return self;
}

void
palier_model_free (PalierModel *self)
{
  if (self == NULL)
    return;
  palier_scenario_free (self->scenario);
  palier_clock_unref (self->clock);
  g_rand_free (self->chance);
  g_free (self->serial);
  g_free (self->name);
  g_free (self->package_version);
  g_ptr_array_unref (self->disks);
  g_ptr_array_unref (self->cameras);
  g_ptr_array_unref (self->users);
  g_ptr_array_unref (self->log);
  g_array_unref (self->spans);
  g_hash_table_unref (self->documents);
  g_free (self);
}

void
palier_model_tick (PalierModel *self)
{
  double present = clock_now (self);

  for (;;)
    {
      double flash = palier_flash_next (self);
      double power = palier_power_next (self);
      double repair = palier_repair_next (self);
      double next = MIN (flash, MIN (power, repair));

      if (next > present)
        break;
      self->now = MAX (self->now, next);
      if (next >= flash)
        palier_flash_step (self);
      else if (next >= power)
        palier_power_step (self);
      else
        palier_repair_step (self);
    }
  self->now = MAX (self->now, present);
}

const PalierDialect *
palier_model_get_dialect (PalierModel *self)
{
  if (self->scenario->dialect != NULL)
    return palier_dialect_find (self->scenario->dialect);
  return palier_dialect_for_version (&self->version);
}

gboolean
palier_model_is_reachable (PalierModel *self)
{
  return self->phase != PALIER_PHASE_BROKEN && self->phase != PALIER_PHASE_RESTARTING;
}

GDateTime *
palier_model_get_date (PalierModel *self, double time)
{
  g_autoptr (GDateTime) true_date = g_date_time_new_from_unix_local ((gint64) floor (time));

  return g_date_time_add_seconds (true_date, self->scenario->clock_error_seconds);
}

char *
palier_model_dup_time (PalierModel *self, double time, const char *format)
{
  g_autoptr (GDateTime) date = palier_model_get_date (self, time);

  return g_date_time_format (date, format);
}

gboolean
palier_model_parse_time (PalierModel *self, const char *text, gboolean utc, double *time)
{
  g_autoptr (GTimeZone) zone = utc ? g_time_zone_new_utc () : g_time_zone_new_local ();
  gboolean zulu = text != NULL && g_str_has_suffix (text, "Z");
  g_autofree char *digits = zulu ? g_strndup (text, strlen (text) - 1) : g_strdup (text);
  g_autoptr (GDateTime) date = digits != NULL ? g_date_time_new_from_iso8601 (digits, zone) : NULL;

  if (date == NULL)
    return FALSE;
  *time = (double) g_date_time_to_unix (date) - self->scenario->clock_error_seconds;
  return TRUE;
}

void
palier_model_log (PalierModel *self, const char *user, const char *meta, const char *text)
{
  PalierPracticeLog *entry = g_new0 (PalierPracticeLog, 1);

  entry->time = self->now;
  entry->user = g_strdup (user);
  entry->meta = g_strdup (meta);
  entry->text = g_strdup (text);
  g_ptr_array_add (self->log, entry);
}

void
palier_model_break (PalierModel *self)
{
  self->phase = PALIER_PHASE_BROKEN;
  self->repairing = FALSE;
  palier_footage_record (self);
}

PalierPracticeUser *
palier_model_find_user (PalierModel *self, const char *name)
{
  for (guint i = 0; i < self->users->len; i++)
    {
      PalierPracticeUser *user = self->users->pdata[i];

      if (g_str_equal (user->name, name))
        return user;
    }
  return NULL;
}

PalierPracticeCamera *
palier_model_find_camera (PalierModel *self, guint id)
{
  for (guint i = 0; i < self->cameras->len; i++)
    {
      PalierPracticeCamera *camera = self->cameras->pdata[i];

      if (camera->id == id)
        return camera;
    }
  return NULL;
}
