/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-life.h"

void
palier_power_restart (PalierModel *self, double extra_seconds)
{
  PalierFault *slow
      = palier_faults_take_nth (self->scenario->faults, "long-restart", "boot", self->boots + 1);

  palier_repair_interrupt (self);
  self->phase = PALIER_PHASE_RESTARTING;
  self->phase_from = self->now;
  self->phase_until = self->now + self->scenario->restart_seconds + extra_seconds;
  if (slow != NULL)
    self->phase_until += palier_fault_get_seconds (slow, 1800);
  palier_footage_record (self);
}

void
palier_power_cut (PalierModel *self)
{
  if (self->phase == PALIER_PHASE_BROKEN)
    return;
  palier_model_log (self, "", "Exception/powerOff", "Power off");
  if (self->phase == PALIER_PHASE_FLASHING)
    palier_model_break (self);
  else
    palier_power_restart (self, 0);
}

double
palier_power_next (PalierModel *self)
{
  return self->phase == PALIER_PHASE_RESTARTING ? self->phase_until : G_MAXDOUBLE;
}

static void
change_serial (PalierModel *self)
{
  PalierFault *fault = palier_faults_take_nth (self->scenario->faults, "wrong-serial-after-restart",
                                               "boot", self->boots);

  if (fault == NULL)
    return;
  g_free (self->serial);
  self->serial = fault->value != NULL
                     ? g_strdup (fault->value)
                     : g_strdup_printf ("%s1620150101PRACTICE00000000WCVU", self->scenario->model);
}

void
palier_power_step (PalierModel *self)
{
  self->phase = PALIER_PHASE_RUNNING;
  self->booted = self->now;
  self->boots++;
  self->failed_sign_ins = 0;
  self->locked_until = 0;
  palier_flash_apply (self);
  if (self->phase == PALIER_PHASE_BROKEN)
    return;
  palier_default_apply (self);
  change_serial (self);
  palier_model_log (self, "", "Exception/powerOn", "Power on");
  palier_footage_record (self);
}
