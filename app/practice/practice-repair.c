/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-life.h"

#define NEVER G_MAXDOUBLE
#define REPAIRING "reparing" /* their spelling */

static const char *const fault_names[] = { "disk-error", "repair-stops", "restart-during-repair" };

const char *
palier_repair_start (PalierModel *self)
{
  guint n = 0;

  if (self->version.part[0] < 4)
    return "notSupport";
  if (self->repairing || self->phase != PALIER_PHASE_RUNNING)
    return "deviceBusy";
  for (guint i = 0; i < self->disks->len; i++)
    {
      PalierPracticeDisk *disk = self->disks->pdata[i];

      if (!g_str_equal (disk->status, "ok"))
        continue;
      g_free (disk->status);
      disk->status = g_strdup (REPAIRING);
      n++;
    }
  if (n == 0)
    return "diskError";
  self->repairing = TRUE;
  self->repair_from = self->now;
  palier_model_log (self, "", "Information/hddInfo", "Database repair started");
  return NULL;
}

static void
set_status (PalierPracticeDisk *disk, const char *status)
{
  if (!g_str_equal (disk->status, REPAIRING))
    return;
  g_free (disk->status);
  disk->status = g_strdup (status);
}

static void
stop (PalierModel *self, const char *text)
{
  self->repairing = FALSE;
  for (guint i = 0; i < self->disks->len; i++)
    set_status (self->disks->pdata[i], "ok");
  palier_model_log (self, "", "Information/hddInfo", text);
}

static void
interrupt (PalierModel *self, const char *text)
{
  if (self->repairing)
    stop (self, text != NULL ? text : "Database repair stopped before its end");
}

void
palier_repair_interrupt (PalierModel *self)
{
  interrupt (self, NULL);
}

/* One disk after the other, although all of them say that they are being repaired. */
static double
disk_end (PalierModel *self, guint i)
{
  return self->repair_from + self->scenario->repair_seconds * (i + 1);
}

static double
fault_moment (PalierModel *self, const char *name)
{
  PalierFault *fault = palier_faults_find (self->scenario->faults, name, "repair");

  if (fault == NULL)
    return NEVER;
  return self->repair_from
         + palier_fault_get_number (fault) / 100 * self->scenario->repair_seconds
               * self->disks->len;
}

double
palier_repair_next (PalierModel *self)
{
  double next = NEVER;

  if (!self->repairing)
    return NEVER;
  for (guint i = 0; i < self->disks->len; i++)
    if (g_str_equal (((PalierPracticeDisk *) self->disks->pdata[i])->status, REPAIRING))
      next = MIN (next, disk_end (self, i));
  for (gsize i = 0; i < G_N_ELEMENTS (fault_names); i++)
    next = MIN (next, fault_moment (self, fault_names[i]));
  return next;
}

static void
fail_disk (PalierModel *self, PalierFault *fault)
{
  guint64 id = fault->value != NULL ? g_ascii_strtoull (fault->value, NULL, 10) : 1;

  for (guint i = 0; i < self->disks->len; i++)
    {
      PalierPracticeDisk *disk = self->disks->pdata[i];

      if (disk->id != id)
        continue;
      g_free (disk->status);
      disk->status = g_strdup ("error");
      palier_model_log (self, "", "Exception/HDError", "Disk error during the database repair");
    }
}

static gboolean
any_disk (PalierModel *self, const char *status)
{
  for (guint i = 0; i < self->disks->len; i++)
    if (g_str_equal (((PalierPracticeDisk *) self->disks->pdata[i])->status, status))
      return TRUE;
  return FALSE;
}

static gboolean
take_fault (PalierModel *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fault_names); i++)
    {
      PalierFault *fault = palier_faults_find (self->scenario->faults, fault_names[i], "repair");

      if (fault == NULL || fault_moment (self, fault_names[i]) > self->now)
        continue;
      fault->fired++;
      if (i == 0)
        fail_disk (self, fault);
      else if (i == 1)
        interrupt (self, fault->value);
      else
        palier_power_restart (self, 0);
      return TRUE;
    }
  return FALSE;
}

void
palier_repair_step (PalierModel *self)
{
  if (!take_fault (self))
    for (guint i = 0; i < self->disks->len; i++)
      if (disk_end (self, i) <= self->now)
        set_status (self->disks->pdata[i], "ok");
  if (!self->repairing || any_disk (self, REPAIRING))
    return;
  /* What lies on a failed disk stays lost. */
  self->repair_wanted = self->repair_wanted && any_disk (self, "error");
  stop (self, "Database repair stopped");
}
