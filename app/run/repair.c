/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/repair.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One that shuts down in good order may write that the repair stopped before it goes. */
#define GOING_DOWN_S 300

static void
palier_repair_disk_free (PalierRepairDisk *disk)
{
  g_free (disk->name);
  g_free (disk->status);
  g_free (disk);
}

PalierRepair *
palier_repair_new (void)
{
  PalierRepair *self = g_new0 (PalierRepair, 1);

  self->disks = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_repair_disk_free);
  self->cameras = self->recording = self->samples = self->found = -1;
  return self;
}

void
palier_repair_free (PalierRepair *self)
{
  g_free (self->started);
  g_free (self->stopped);
  g_ptr_array_unref (self->disks);
  g_free (self);
}

/* Nobody tells how far a disk is; but one after the other they leave the repair. */
double
palier_repair_get_fraction (const PalierRepair *self)
{
  guint n = 0, done = 0;

  if (self->state == PALIER_REPAIR_ENDED)
    return 1;
  for (guint i = 0; i < self->disks->len; i++)
    {
      const PalierRepairDisk *disk = self->disks->pdata[i];

      if (!disk->was_repairing)
        continue;
      n++;
      if (disk->state != PALIER_DISK_REPAIRING)
        done++;
    }
  return n > 1 ? (double) done / n : -1;
}

const char *
palier_repair_state_get_nick (PalierRepairState state)
{
  static const char *const nicks[]
    = { "not-seen", "running", "ended", "stopped", "interrupted", "disk-failed" };

  return nicks[state];
}

static gint64
get_seconds_between (const char *from, const char *to)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) a = g_date_time_new_from_iso8601 (from, utc);
  g_autoptr (GDateTime) b = g_date_time_new_from_iso8601 (to, utc);

  return a && b ? g_date_time_difference (b, a) / G_TIME_SPAN_SECOND : G_MAXINT64;
}

static gboolean
has_ended (const PalierRepairEvidence *evidence)
{
  return evidence->stopped && g_strcmp0 (evidence->stopped, evidence->started) >= 0;
}

/* A restart that comes long after the end has nothing to do with it. */
static gboolean
was_interrupted (const PalierRepairEvidence *evidence)
{
  if (!evidence->restarted || !evidence->started || strcmp (evidence->restarted, evidence->started) <= 0)
    return FALSE;
  if (!has_ended (evidence))
    return TRUE;
  return strcmp (evidence->restarted, evidence->stopped) >= 0
         && get_seconds_between (evidence->stopped, evidence->restarted) <= GOING_DOWN_S;
}

PalierRepairState
palier_repair_judge (const PalierRepairEvidence *evidence)
{
  if (evidence->repairing)
    return PALIER_REPAIR_RUNNING;
  if (!evidence->seen && !evidence->log_told)
    return PALIER_REPAIR_NOT_SEEN;
  if (evidence->disk_failed)
    return PALIER_REPAIR_DISK_FAILED;
  if (was_interrupted (evidence))
    return PALIER_REPAIR_INTERRUPTED;
  /* Without a log, the disks have said all that can be known. */
  if (!evidence->log_told)
    return PALIER_REPAIR_ENDED;
  return has_ended (evidence) && !evidence->stop_is_bad ? PALIER_REPAIR_ENDED : PALIER_REPAIR_STOPPED;
}

const char *
palier_repair_disk_get_words (const PalierRepairDisk *self)
{
  if (self->failed)
    return N_ ("It failed during the repair");
  if (self->state == PALIER_DISK_REPAIRING)
    return N_ ("Being repaired");
  if (self->state == PALIER_DISK_BAD || self->state == PALIER_DISK_ABSENT)
    return N_ ("It failed before the repair");
  return self->was_repairing ? N_ ("Its part is over") : N_ ("Not in the repair");
}
