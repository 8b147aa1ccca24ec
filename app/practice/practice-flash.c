/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-life.h"
#include "practice/practice-package.h"

#define NEVER G_MAXDOUBLE

const char *
palier_flash_take (PalierModel *self, GBytes *package)
{
  g_autofree char *version = NULL;
  g_autofree char *text = NULL;
  PalierVersion parsed;
  gboolean custom = FALSE;
  const char *refusal;

  if (self->phase != PALIER_PHASE_RUNNING)
    return "upgrading";
  refusal = palier_practice_package_read (package, &version, &custom);
  if (refusal != NULL)
    return refusal;
  if (!palier_version_parse (version, &parsed, NULL))
    return "badUpgradePackage";
  text = g_strdup_printf ("Upgrade to %s", version);
  palier_model_log (self, self->scenario->user, "Operation/remoteUpgrade", text);
  g_free (self->package_version);
  self->package_version = g_steal_pointer (&version);
  self->package_custom = custom;
  self->flash_failed = FALSE;
  self->phase = PALIER_PHASE_FLASHING;
  self->phase_from = self->now;
  self->phase_until = self->now + self->scenario->flash_seconds;
  return NULL;
}

gboolean
palier_flash_is_told (PalierModel *self)
{
  PalierFault *late = palier_faults_find (self->scenario->faults, "begins-late", "flash");

  return self->phase == PALIER_PHASE_FLASHING
         && (late == NULL || self->now >= self->phase_from + palier_fault_get_seconds (late, 30));
}

guint
palier_flash_get_percent (PalierModel *self)
{
  double length = self->phase_until - self->phase_from;
  /* Some firmware goes on telling of the upgrade that brought it. */
  gboolean stays = self->phase <= PALIER_PHASE_FLASHING && self->told_truly && !palier_flash_is_told (self)
                   && palier_faults_find (self->scenario->faults, "percent-stays", "flash");

  if (self->phase == PALIER_PHASE_FLASHED || stays)
    return 100;
  if (!palier_flash_is_told (self) || length <= 0)
    return 0;
  return (guint) CLAMP (100 * (self->now - self->phase_from) / length, 0, 99);
}

static double
fault_moment (PalierModel *self, const char *name)
{
  PalierFault *fault = palier_faults_find (self->scenario->faults, name, "flash");

  if (fault == NULL)
    return NEVER;
  return self->phase_from
         + palier_fault_get_number (fault) / 100 * (self->phase_until - self->phase_from);
}

double
palier_flash_next (PalierModel *self)
{
  if (self->phase != PALIER_PHASE_FLASHING)
    return NEVER;
  return MIN (self->phase_until,
              MIN (fault_moment (self, "power-cut"), fault_moment (self, "flash-fails")));
}

static void
finish (PalierModel *self)
{
  PalierFault *stays = palier_faults_find (self->scenario->faults, "stays-old-version", "flash");

  if (stays != NULL)
    {
      stays->fired++;
      g_clear_pointer (&self->package_version, g_free);
    }
  self->phase = PALIER_PHASE_FLASHED;
  if (!self->scenario->restart_asked)
    palier_power_restart (self, 0);
}

void
palier_flash_step (PalierModel *self)
{
  if (fault_moment (self, "power-cut") <= self->now)
    {
      palier_faults_find (self->scenario->faults, "power-cut", "flash")->fired++;
      palier_power_cut (self);
    }
  else if (fault_moment (self, "flash-fails") <= self->now)
    {
      palier_faults_find (self->scenario->faults, "flash-fails", "flash")->fired++;
      g_clear_pointer (&self->package_version, g_free);
      self->flash_failed = TRUE;
      self->phase = PALIER_PHASE_RUNNING;
      palier_model_log (self, self->scenario->user, "Exception/upgradeFailed",
                        "The flash memory was not written");
    }
  else
    finish (self);
}

/* Invariant 6 of the procedure, and nothing else, destroys a recorder. */
static gboolean
would_break (PalierModel *self, const PalierVersion *to)
{
  static const PalierVersion landing = { { 3, 4, 92 }, 170518, "V3.4.92" };

  if (self->scenario->custom_only && !self->package_custom)
    return TRUE;
  if (to->part[0] < 4 || self->version.part[0] >= 4)
    return FALSE;
  if (palier_version_compare (&self->version, &landing) < 0)
    return TRUE;
  return !self->default_seen && g_rand_double (self->chance) < self->scenario->break_chance;
}

/* The new database of V4 wants the old one converted, except behind V4.22.005. */
static gboolean
wants_repair (const PalierVersion *from, const PalierVersion *to)
{
  static const PalierVersion optimised = { { 4, 22, 5 }, 0, "V4.22.005" };
  static const PalierVersion landing = { { 4, 50, 0 }, 0, "V4.50.00" };

  if (from->part[0] < 4)
    return to->part[0] >= 4;
  return palier_version_compare_numbers (from, &landing) < 0
         && palier_version_compare_numbers (to, &landing) >= 0
         && palier_version_compare_numbers (from, &optimised) != 0;
}

void
palier_flash_apply (PalierModel *self)
{
  g_autofree char *text = g_steal_pointer (&self->package_version);
  PalierVersion from = self->version;
  PalierVersion to;

  if (text == NULL || !palier_version_parse (text, &to, NULL))
    return;
  if (would_break (self, &to))
    {
      palier_model_break (self);
      return;
    }
  self->version = to;
  if (palier_version_equal (&from, &to))
    return;
  self->told_truly = TRUE;
  self->default_seen = FALSE;
  self->repair_wanted = self->repair_wanted || wants_repair (&from, &to);
  palier_model_log (self, self->scenario->user, "Information/upgradeSuccessed", text);
  if (palier_version_compare (&to, &from) < 0)
    self->resets = PALIER_DEFAULT_FULL;
}
