/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/steps.h"

#include "base/error.h"
#include "inventory/note.h"
#include "run/job-private.h"

#include <glib/gi18n-lib.h>

/* The highest landing of the route that the journal began with. */
gboolean
palier_prove_is_at_the_top (PalierJob *job, const PalierSurvey *survey)
{
  GArray *landings = palier_job_get_origin (job)->landings;
  const PalierLanding *top;

  if (landings->len == 0)
    return TRUE;
  top = &g_array_index (landings, PalierLanding, landings->len - 1);
  return survey->info->version_known
         && palier_version_compare_numbers (&survey->info->version, &top->version) == 0;
}

/* All that the result page shows is read now, from the recorder. */
static gboolean
prove_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (PalierSurvey) survey = NULL;

  if (!palier_job_read_again (job, cancellable, error))
    return FALSE;
  survey = palier_survey_read (palier_job_get_connection (job), palier_job_get_catalogue (job), cancellable, error);
  if (!survey)
    return FALSE;
  if (!palier_prove_is_at_the_top (job, survey))
    {
      palier_error_set (error, PALIER_ERROR_VERSION_NOT_REACHED, "%s", survey->info->firmware);
      return FALSE;
    }
  palier_job_set_result (job, g_steal_pointer (&survey));
  /* For the report; that it could not be read takes nothing away from the proof. */
  palier_inventory_note (job, PALIER_INVENTORY_AFTER, cancellable, NULL);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

const PalierStep palier_step_prove = {
  .id = "prove",
  .title = N_ ("Prove the result"),
  .doing = N_ ("Reading everything again, for the proof"),
  .weight = 2,
  .flags = PALIER_STEP_ALWAYS,
  .verify = prove_verify,
};
