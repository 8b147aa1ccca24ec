/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/climb.h"

#include "run/job-private.h"
#include "steps/steps.h"

static const PalierStep *const backup_only[] = { &palier_step_identify, &palier_step_backup };
static const PalierStep *const before[] = { &palier_step_identify, &palier_step_preflight, &palier_step_inventory,
                                            &palier_step_backup };
static const PalierStep *const each_landing[] = {
  &palier_step_package, &palier_step_default, &palier_step_activate, &palier_step_upload,
  &palier_step_install, &palier_step_restart, &palier_step_confirm,
};
static const PalierStep *const after[] = { &palier_step_reprogram, &palier_step_repair, &palier_step_prove };

/* What a plan never asks for is not listed; what a person waived is, as skipped. */
static gboolean
belongs (PalierJob *job, const PalierStep *step, int landing)
{
  PalierPlan *plan = palier_job_get_plan (job);

  if (step == &palier_step_default || step == &palier_step_activate)
    return g_array_index (plan->landings, PalierLanding, landing).default_before;
  if (step == &palier_step_repair)
    return palier_job_get_origin (job)->repair_advised;
  if (step == &palier_step_reprogram)
    return step->wanted (job);
  if (step == &palier_step_preflight || step == &palier_step_inventory || step == &palier_step_backup)
    return plan->landings->len > 0;
  return TRUE;
}

static void
add (PalierRunner *runner, const PalierStep *const *steps, guint n, int landing)
{
  PalierJob *job = palier_runner_get_job (runner);

  for (guint i = 0; i < n; i++)
    if (belongs (job, steps[i], landing))
      palier_runner_add (runner, steps[i], landing);
}

PalierRunner *
palier_climb_new (PalierJob *job, PalierExtent extent)
{
  PalierRunner *runner = palier_runner_new (job);
  int n = (int) palier_job_get_plan (job)->landings->len;

  if (extent == PALIER_EXTENT_BACKUP)
    {
      palier_job_ask_for_copy (job);
      for (guint i = 0; i < G_N_ELEMENTS (backup_only); i++)
        palier_runner_add (runner, backup_only[i], -1);
      return runner;
    }
  add (runner, before, G_N_ELEMENTS (before), -1);
  for (int i = 0; i < n; i++)
    add (runner, each_landing, G_N_ELEMENTS (each_landing), i);
  add (runner, after, G_N_ELEMENTS (after), -1);
  return runner;
}

gboolean
palier_climb_is_wanted (PalierJob *job)
{
  if (palier_job_get_plan (job)->landings->len > 0)
    return TRUE;
  return palier_journal_was_continued (palier_job_get_journal (job))
         && (palier_step_reprogram.wanted (job) || palier_step_repair.wanted (job));
}
