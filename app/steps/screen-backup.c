/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/screen-export.h"
#include "steps/screen-steps.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>

/* The stick goes to the recorder and comes back. */
static GBytes *
fetch (PalierJob *job, const PalierExports *before, const GError *problem, GCancellable *cancellable, GError **error)
{
  PalierAnswerKind answer = PALIER_ANSWER_NO;
  g_autofree char *folder = NULL;

  palier_screen_release_stick (job, cancellable);
  if (!palier_screen_ask (job, PALIER_ACT_EXPORT, problem, &answer, cancellable, error))
    return NULL;
  if (answer == PALIER_ANSWER_NO)
    {
      palier_job_set_stopped_error (error);
      return NULL;
    }
  folder = palier_screen_need_stick (job, NULL, cancellable, error);
  return folder ? palier_exports_take (before, folder, error) : NULL;
}

/* What the person can mend by exporting once more. */
static gboolean
is_mendable (const GError *error)
{
  return g_error_matches (error, PALIER_ERROR, PALIER_ERROR_NOT_DONE)
         || g_error_matches (error, PALIER_ERROR, PALIER_ERROR_BACKUP_NOT_VERIFIED)
         || g_error_matches (error, PALIER_ERROR, PALIER_ERROR_FILE_UNREADABLE)
         || g_error_matches (error, PALIER_ERROR, PALIER_ERROR_PLACE_GONE);
}

static gboolean
backup_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = palier_screen_need_stick (job, NULL, cancellable, error);
  g_autoptr (PalierExports) before = folder ? palier_exports_look (folder) : NULL;
  g_autoptr (GError) problem = NULL;

  while (before)
    {
      g_autoptr (GError) local = NULL;
      g_autoptr (GBytes) content = fetch (job, before, problem, cancellable, &local);

      if (content)
        return palier_backup_save (job, content, cancellable, error);
      g_clear_error (&problem);
      problem = g_steal_pointer (&local);
      if (!is_mendable (problem))
        {
          g_propagate_error (error, g_steal_pointer (&problem));
          return FALSE;
        }
    }
  return FALSE;
}

const PalierStep palier_step_screen_backup = {
  .id = "backup",
  .title = N_ ("Export the configuration to the stick, and copy it"),
  .doing = N_ ("Taking the configuration from the stick and reading it back"),
  .weight = 5,
  .flags = PALIER_STEP_HERE,
  .run = backup_run,
  .verify = palier_backup_verify,
  .wanted = palier_job_wants_copy,
};
