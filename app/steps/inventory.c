/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/steps.h"

#include "base/error.h"
#include "inventory/note.h"
#include "run/job-private.h"

#include <glib/gi18n-lib.h>

static gboolean
inventory_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  return palier_inventory_note (job, PALIER_INVENTORY_BEFORE, cancellable, error);
}

/* Once the recorder was changed, what it tells is no longer what a person had entered: a list that is missing then
 * stays missing. */
static gboolean
inventory_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autofree char *noted = palier_journal_dup_field (palier_job_get_journal (job), PALIER_INVENTORY_BEFORE);
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (palier_job_get_journal (job));

  if (noted || palier_evidence_of_change (seen))
    return TRUE;
  palier_error_set (error, PALIER_ERROR_NOT_DONE, NULL);
  return FALSE;
}

const PalierStep palier_step_inventory = {
  .id = "inventory",
  .title = N_ ("List what would have to be entered again"),
  .doing = N_ ("Reading names, network, time, cameras, users and schedule"),
  .weight = 2,
  .run = inventory_run,
  .verify = inventory_verify,
};
