/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session-sticks.h"

#include "session-private.h"
#include "stick-errand.h"

/* What the session keeps of the stick's part in a copy. */

static void
stick_changed_cb (PalierStickUse *use, PalierSession *self)
{
  if (!self->copy_waits || palier_stick_use_is_busy (use))
    return;
  self->copy_waits = FALSE;
  if (palier_stick_use_get_state (use) == PALIER_STICK_MOUNTED)
    palier_session_start_copy (self, palier_stick_use_get_folder (use));
}

PalierStickUse *
palier_session_get_stick_use (PalierSession *self)
{
  if (self->stick_use == NULL)
    {
      self->stick_use = palier_stick_use_new (NULL);
      g_signal_connect_object (self->stick_use, "changed", G_CALLBACK (stick_changed_cb), self, 0);
    }
  return self->stick_use;
}

PalierCopyTarget
palier_session_get_copy_target (PalierSession *self)
{
  PalierStickUse *use = palier_session_get_stick_use (self);

  /* There the stick goes to the recorder and back, and what it brings stays here. */
  if (self->at_screen)
    return PALIER_COPY_COMPUTER;
  if (self->copy_target >= 0)
    return (PalierCopyTarget) self->copy_target;
  if (palier_session_uses_practice (self))
    return PALIER_COPY_COMPUTER;
  /* The one that has just been let go of is what was asked for. */
  return palier_stick_use_is_ready (use) || palier_stick_use_has_written (use) || palier_stick_use_is_busy (use)
             ? PALIER_COPY_BOTH
             : PALIER_COPY_COMPUTER;
}

void
palier_session_set_copy_target (PalierSession *self, PalierCopyTarget target)
{
  self->copy_target = (int) target;
}

gboolean
palier_session_copy_has_place (PalierSession *self)
{
  PalierCopyTarget target = palier_session_get_copy_target (self);

  return (target == PALIER_COPY_STICK || g_list_model_get_n_items (G_LIST_MODEL (self->folders)) > 0)
         && (target == PALIER_COPY_COMPUTER || palier_stick_use_is_ready (palier_session_get_stick_use (self)));
}

/* The newest that is here: one that was carried away cannot be copied from. */
static char *
dup_source (PalierSession *self)
{
  g_autoptr (GPtrArray) backups = palier_journal_get_backups (palier_job_get_journal (self->job));

  for (guint i = backups->len; i > 0; i--)
    {
      const PalierBackup *backup = g_ptr_array_index (backups, i - 1);

      if (g_file_test (backup->path, G_FILE_TEST_IS_REGULAR))
        return g_strdup (backup->path);
    }
  return NULL;
}

void
palier_session_copy_to_stick (PalierSession *self)
{
  g_autofree char *source = self->job != NULL ? dup_source (self) : NULL;

  if (source != NULL && palier_stick_use_is_ready (palier_session_get_stick_use (self)))
    palier_stick_use_copy (self->stick_use, source, palier_job_get_journal (self->job));
}

gboolean
palier_session_stick_is_owed (PalierSession *self)
{
  g_autofree char *source = NULL;

  if (self->job == NULL || palier_session_get_copy_target (self) != PALIER_COPY_BOTH
      || palier_stick_use_has_written (self->stick_use))
    return FALSE;
  source = dup_source (self);
  return source != NULL;
}

gboolean
palier_session_copy_is_busy (PalierSession *self)
{
  return palier_session_is_running (self) || palier_stick_use_is_busy (palier_session_get_stick_use (self));
}

void
palier_session_begin_copy (PalierSession *self)
{
  if (palier_session_get_copy_target (self) != PALIER_COPY_STICK)
    {
      palier_session_start_copy (self, NULL);
      return;
    }
  self->copy_waits = TRUE;
  palier_stick_use_mount (palier_session_get_stick_use (self));
}

void
palier_session_end_stick (PalierSession *self)
{
  PalierJournal *journal = palier_job_get_journal (self->job);
  PalierStickUse *use = palier_session_get_stick_use (self);

  if (palier_session_get_copy_target (self) == PALIER_COPY_BOTH && !palier_stick_use_has_written (use))
    palier_session_copy_to_stick (self);
  else if (palier_session_get_copy_target (self) == PALIER_COPY_STICK && !palier_stick_use_needs_folder (use))
    palier_stick_use_eject (use, palier_stick_use_get_chosen (use), journal);
}
