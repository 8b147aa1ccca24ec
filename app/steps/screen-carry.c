/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/screen-steps.h"

#include "base/error.h"
#include "stick/writer.h"

#include <glib/gi18n-lib.h>

/* What goes to the recorder: the file inside an archive, not the archive. */
static GBytes *
get_bytes (PalierJob *job, char **sha256)
{
  PalierPackage *package = palier_job_get_package (job, palier_job_get_landing_index (job));
  GBytes *bytes = palier_package_get_bytes (package);

  *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return bytes;
}

/* Read back from the stick each time: between two runs it has been in other hands. */
static gboolean
carry_verify (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autofree char *sha256 = NULL;
  g_autoptr (GBytes) bytes = get_bytes (job, &sha256);
  const char *folder = palier_job_get_stick (job);

  return (folder && palier_screen_way_is_clear (folder, sha256)) || palier_screen_not_done (error);
}

static gboolean
carry_check (PalierJob *job, GCancellable *cancellable, GError **error)
{
  return palier_job_check_package (job, palier_job_get_landing_index (job), error);
}

static void
written_cb (double fraction, gpointer data)
{
  palier_job_set_fraction (data, fraction);
}

/* Journalled before it is written: what a crash leaves there is known to be ours. */
static gboolean
write_once (PalierJob *job, const char *folder, GCancellable *cancellable, GError **error)
{
  g_autofree char *sha256 = NULL;
  g_autoptr (GBytes) bytes = get_bytes (job, &sha256);
  g_autofree char *detail = g_strdup_printf ("%s %s", palier_job_get_landing (job)->version.spelling, sha256);

  return palier_screen_clear_way (job, folder, sha256, cancellable, error)
         && palier_journal_observe (palier_job_get_journal (job), "carrying", detail, error)
         && palier_write_verified (folder, PALIER_SCREEN_PACKAGE, bytes, NULL, NULL, written_cb, job, cancellable,
                                   error)
         && palier_journal_observe (palier_job_get_journal (job), "carried", detail, error);
}

static gboolean
carry_run (PalierJob *job, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) trouble = NULL;

  for (;;)
    {
      g_autofree char *folder = palier_screen_need_stick (job, trouble, cancellable, error);

      g_clear_error (&trouble);
      if (!folder)
        return FALSE;
      if (write_once (job, folder, cancellable, &trouble))
        return TRUE;
      if (!palier_screen_is_stick_trouble (trouble))
        {
          g_propagate_error (error, g_steal_pointer (&trouble));
          return FALSE;
        }
    }
}

const PalierStep palier_step_carry = {
  .id = "carry",
  .title = N_ ("Put the firmware on the stick"),
  .doing = N_ ("Writing the firmware to the stick and reading it back"),
  .weight = 10,
  .flags = PALIER_STEP_HERE,
  .check = carry_check,
  .run = carry_run,
  .verify = carry_verify,
};
