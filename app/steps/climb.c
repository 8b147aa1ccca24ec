/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/climb.h"

#include "run/job-private.h"
#include "steps/screen-steps.h"

static const PalierStep *const backup_only[] = { &palier_step_identify, &palier_step_backup };
static const PalierStep *const before[] = { &palier_step_identify, &palier_step_preflight, &palier_step_inventory,
                                            &palier_step_footage_before, &palier_step_backup };
static const PalierStep *const each_landing[] = {
  &palier_step_package, &palier_step_default, &palier_step_activate, &palier_step_upload,
  &palier_step_install, &palier_step_restart, &palier_step_confirm,
};
static const PalierStep *const after[] = { &palier_step_reprogram, &palier_step_footage_upgraded, &palier_step_repair,
                                           &palier_step_footage_repaired, &palier_step_prove };
static const PalierStep *const repair_only[] = { &palier_step_identify, &palier_step_inventory,
                                                 &palier_step_footage_before, &palier_step_repair,
                                                 &palier_step_footage_repaired, &palier_step_prove };

/* From where the journal began: a run that is gone on with at the top has climbed. */
static gboolean
has_climbed (PalierJob *job)
{
  return palier_job_get_origin (job)->landings->len > 0;
}

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
  if (step == &palier_step_screen_repair)
    return palier_job_get_origin (job)->repair_advised;
  /* Whether recordings are lost is found out on the way. */
  if (step == &palier_step_repair || step == &palier_step_footage_repaired)
    return has_climbed (job) || palier_step_repair.wanted (job);
  if (step == &palier_step_footage_upgraded)
    return has_climbed (job);
  if (step == &palier_step_reprogram)
    return step->wanted (job);
  if (step == &palier_step_preflight || step == &palier_step_inventory || step == &palier_step_footage_before
      || step->wanted == palier_job_wants_copy)
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

static void
add_all (PalierRunner *runner, const Part *part)
{
  for (guint i = 0; i < part->n; i++)
    palier_runner_add (runner, part->steps[i], -1);
}

/* A journal that begins with a repair says which recorder it is about, as one of a climb does. */
static void
ask_for_repair (PalierJob *job)
{
  PalierJournal *journal = palier_job_get_journal (job);
  const PalierDeviceInfo *info = palier_job_get_survey (job)->info;
  g_autofree char *from = palier_journal_dup_field (journal, "from");

  palier_journal_set_field (journal, PALIER_REPAIR_ASKED, "yes", NULL);
  if (from)
    return;
  palier_journal_set_field (journal, "from", info->firmware ? info->firmware : "", NULL);
  palier_journal_set_field (journal, "model", info->model, NULL);
}

/* The recordings were not searched again yet, though there were some before. */
static gboolean
owes_a_look (PalierJob *job)
{
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (palier_job_get_journal (job));

  return palier_step_footage_upgraded.wanted (job) && has_climbed (job)
         && !palier_evidence_get_date (seen, "footage-upgraded", NULL);
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
      add_all (runner, &routes[route].backup_only);
      return runner;
    }
  if (extent == PALIER_EXTENT_REPAIR)
    {
      const Part part = PART (repair_only);

      ask_for_repair (job);
      add_all (runner, &part);
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
         && (palier_step_reprogram.wanted (job) || palier_step_repair.wanted (job)
             || owes_a_look (job));
}
