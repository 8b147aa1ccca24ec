/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/runner-private.h"
#include "run/screen.h"

#include "base/error.h"

/* The runner's whole rule: verify → already true? keep it · check · journal "begun" · run · verify · journal "done". */
typedef struct
{
  PalierRunner *runner;
  PalierJob *job;
  const PalierStep *step;
  guint item;
  const char *landing; /* its version, "" before and after the landings */
} Work;

static void
fraction_cb (double fraction, gpointer data)
{
  Work *work = data;

  palier_runner_post_fraction (work->runner, work->item, fraction);
}

static gboolean
journal (Work *work, const char *state, GError **error)
{
  return palier_journal_step (palier_job_get_journal (work->job), work->step->id, work->landing, state, error);
}

/* At the recorder's screen a person says that it is done; the journal says so, too. */
static gboolean
finish (Work *work, PalierStepState state, GError **error)
{
  gboolean declared = state == PALIER_STEP_DONE && palier_job_is_at_screen (work->job)
                      && !(work->step->flags & PALIER_STEP_HERE);

  palier_runner_post_state (work->runner, work->item, state);
  return journal (work, declared ? "declared" : palier_step_state_get_nick (state), error);
}

/* Is it true already? FALSE without an error: no. */
static gboolean
is_kept (Work *work, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;

  if ((work->step->flags & PALIER_STEP_ALWAYS) || !work->step->verify)
    return FALSE;
  palier_runner_post_state (work->runner, work->item, PALIER_STEP_VERIFYING);
  if (work->step->verify (work->job, cancellable, &local))
    return TRUE;
  if (!g_error_matches (local, PALIER_ERROR, PALIER_ERROR_NOT_DONE))
    g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
check (Work *work, GCancellable *cancellable, GError **error)
{
  palier_runner_post_state (work->runner, work->item, PALIER_STEP_CHECKING);
  /* P16, whatever the step's own check does. */
  if ((work->step->flags & PALIER_STEP_CHANGES) && !palier_job_read_again (work->job, cancellable, error))
    return FALSE;
  return !work->step->check || work->step->check (work->job, cancellable, error);
}

static gboolean
run_and_verify (Work *work, GCancellable *cancellable, GError **error)
{
  if (work->step->run)
    {
      if (!journal (work, "begun", error))
        return FALSE;
      palier_runner_post_state (work->runner, work->item, PALIER_STEP_RUNNING);
      if (!work->step->run (work->job, cancellable, error))
        return FALSE;
      /* Waived while it ran: a repair that the person puts off. */
      if (work->step->wanted && !work->step->wanted (work->job))
        return finish (work, PALIER_STEP_SKIPPED, error);
    }
  if (work->step->verify)
    {
      palier_runner_post_state (work->runner, work->item, PALIER_STEP_VERIFYING);
      if (!work->step->verify (work->job, cancellable, error))
        return FALSE;
    }
  return finish (work, PALIER_STEP_DONE, error);
}

/* Best effort: the step's own error is what the person must know now; the journal tells a report of it later. */
static void
note_failure (Work *work, const GError *error)
{
  const char *rule = error->domain == PALIER_ERROR ? palier_error_get_rule (error) : NULL;

  if (error->domain == PALIER_ERROR)
    palier_journal_set_field (palier_job_get_journal (work->job), "problem",
                              rule ? rule : palier_error_get_nick (error), NULL);
  journal (work, "failed", NULL);
}

static gboolean
work_step (Work *work, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (work->step->wanted && !work->step->wanted (work->job))
    return finish (work, PALIER_STEP_SKIPPED, error);
  if (is_kept (work, cancellable, &local))
    return finish (work, PALIER_STEP_KEPT, error);
  if (!local && check (work, cancellable, &local) && run_and_verify (work, cancellable, &local))
    return TRUE;
  palier_runner_post_state (work->runner, work->item, PALIER_STEP_FAILED);
  note_failure (work, local);
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static const char *
get_landing_version (PalierJob *job, int landing)
{
  PalierPlan *plan = palier_job_get_plan (job);

  return landing < 0 ? "" : g_array_index (plan->landings, PalierLanding, landing).version.spelling;
}

/* What stood in the way of an earlier run no longer does. */
static void
forget_problem (PalierJob *job)
{
  g_autofree char *problem = palier_journal_dup_field (palier_job_get_journal (job), "problem");

  if (problem && *problem)
    palier_journal_set_field (palier_job_get_journal (job), "problem", "", NULL);
}

gboolean
palier_runner_work (PalierRunner *runner, GCancellable *cancellable, GError **error)
{
  PalierJob *job = palier_runner_get_job (runner);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (runner));
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < n; i++)
    {
      g_autoptr (PalierStepItem) item = g_list_model_get_item (G_LIST_MODEL (runner), i);
      int landing = palier_step_item_get_landing (item);
      Work work = { runner, job, palier_step_item_get_step (item), i, get_landing_version (job, landing) };

      palier_job_set_context (job, (guint) MAX (landing, 0), fraction_cb, &work);
      ok = work_step (&work, cancellable, error);
    }
  palier_job_set_context (job, 0, NULL, NULL);
  if (ok)
    forget_problem (job);
  if (ok && palier_job_get_result (job))
    ok = palier_journal_finish (palier_job_get_journal (job), "done", error);
  return ok;
}
