/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/climb.h"

#include "run/job-private.h"
#include "steps/screen-steps.h"

static const PalierStep *const backup_only[] = { &palier_step_identify, &palier_step_backup };
static const PalierStep *const before[] = { &palier_step_identify, &palier_step_preflight, &palier_step_inventory,
                                            &palier_step_backup };
static const PalierStep *const each_landing[] = {
  &palier_step_package, &palier_step_default, &palier_step_activate, &palier_step_upload,
  &palier_step_install, &palier_step_restart, &palier_step_confirm,
};
static const PalierStep *const after[] = { &palier_step_reprogram, &palier_step_repair, &palier_step_prove };

/* The same, for a recorder without a network. The package goes to the stick before the default: the stick that brings it
 * to the recorder need not come back in between. */
static const PalierStep *const screen_backup_only[] = { &palier_step_screen_identify, &palier_step_screen_backup };
static const PalierStep *const screen_before[] = {
  &palier_step_screen_identify, &palier_step_preflight, &palier_step_screen_backup,
};
static const PalierStep *const screen_each_landing[] = {
  &palier_step_package,      &palier_step_carry,          &palier_step_screen_default, &palier_step_screen_activate,
  &palier_step_menu_upgrade, &palier_step_screen_restart, &palier_step_confirm,
};
static const PalierStep *const screen_after[] = {
  &palier_step_reprogram, &palier_step_screen_repair, &palier_step_screen_prove,
};

typedef struct
{
  const PalierStep *const *steps;
  guint n;
} Part;

#define PART(steps) { steps, G_N_ELEMENTS (steps) }

/* By route: over the network, at the screen. */
static const struct
{
  Part backup_only, before, each_landing, after;
} routes[] = {
  { PART (backup_only), PART (before), PART (each_landing), PART (after) },
  { PART (screen_backup_only), PART (screen_before), PART (screen_each_landing), PART (screen_after) },
};

/* What a plan never asks for is not listed; what a person waived is, as skipped. */
static gboolean
belongs (PalierJob *job, const PalierStep *step, int landing)
{
  PalierPlan *plan = palier_job_get_plan (job);

  if (step->wanted == palier_default_wanted)
    return g_array_index (plan->landings, PalierLanding, landing).default_before;
  if (step == &palier_step_repair || step == &palier_step_screen_repair)
    return palier_job_get_origin (job)->repair_advised;
  if (step == &palier_step_reprogram)
    return step->wanted (job);
  if (step == &palier_step_preflight || step == &palier_step_inventory || step->wanted == palier_job_wants_copy)
    return plan->landings->len > 0;
  return TRUE;
}

static void
add (PalierRunner *runner, const Part *part, int landing)
{
  PalierJob *job = palier_runner_get_job (runner);

  for (guint i = 0; i < part->n; i++)
    if (belongs (job, part->steps[i], landing))
      palier_runner_add (runner, part->steps[i], landing);
}

PalierRunner *
palier_climb_new (PalierJob *job, PalierExtent extent)
{
  PalierRunner *runner = palier_runner_new (job);
  int route = palier_job_is_at_screen (job) ? 1 : 0;
  int n = (int) palier_job_get_plan (job)->landings->len;

  if (extent == PALIER_EXTENT_BACKUP)
    {
      palier_job_ask_for_copy (job);
      for (guint i = 0; i < routes[route].backup_only.n; i++)
        palier_runner_add (runner, routes[route].backup_only.steps[i], -1);
      return runner;
    }
  add (runner, &routes[route].before, -1);
  for (int i = 0; i < n; i++)
    add (runner, &routes[route].each_landing, i);
  add (runner, &routes[route].after, -1);
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
