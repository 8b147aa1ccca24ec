/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "discovery/discovery.h"
#include "session-after.h"
#include "session-private.h"

PalierCheckup *
palier_session_get_checkup (PalierSession *self)
{
  if (self->checkup == NULL && self->job != NULL && !self->at_screen)
    self->checkup = palier_checkup_new (palier_job_get_connection (self->job), palier_catalogue_get_shipped (),
                                        self->clock, palier_job_get_journal (self->job));
  return self->checkup;
}

/* After a default it is the new one that opens the recorder. */
static PalierSecret *
get_password (PalierSession *self)
{
  PalierSecret *fresh = self->passwords[PALIER_PASSWORD_NEW];

  return fresh != NULL && self->runner != NULL ? fresh : self->passwords[PALIER_PASSWORD_SIGN_IN];
}

void
palier_session_start_checkup (PalierSession *self)
{
  PalierCheckup *checkup = palier_session_get_checkup (self);
  g_autoptr (GError) error = NULL;

  if (checkup == NULL || palier_checkup_get_running (checkup))
    return;
  if (!palier_session_begin_record (self, &error))
    {
      palier_session_take_problem (self, g_steal_pointer (&error));
      return;
    }
  palier_checkup_set_password (checkup, get_password (self));
  palier_checkup_start (checkup, self->after);
}

PalierReprogram *
palier_session_get_reprogram (PalierSession *self)
{
  PalierInventory *before;

  if (self->reprogram != NULL || self->job == NULL || self->at_screen)
    return self->reprogram;
  before = palier_reprogram_get_before (palier_job_get_journal (self->job));
  if (before == NULL)
    return NULL;
  self->reprogram = palier_reprogram_new (palier_job_get_connection (self->job), palier_catalogue_get_shipped (),
                                          self->clock, palier_job_get_survey (self->job)->info, before,
                                          palier_job_get_journal (self->job));
  if (!palier_session_uses_practice (self))
    palier_reprogram_set_finder (self->reprogram, palier_discovery_find_serial);
  return self->reprogram;
}

void
palier_session_look_again (PalierSession *self)
{
  PalierReprogram *reprogram = palier_session_get_reprogram (self);

  if (reprogram != NULL && !palier_reprogram_get_busy (reprogram))
    palier_reprogram_look (reprogram, self->after);
}

void
palier_session_put_back (PalierSession *self, PalierReprogramItem *item)
{
  PalierReprogram *reprogram = palier_session_get_reprogram (self);

  if (reprogram == NULL || palier_reprogram_get_busy (reprogram))
    return;
  palier_reprogram_set_camera_sign_in (reprogram, 0, NULL, self->passwords[PALIER_PASSWORD_CAMERAS]);
  if (item != NULL)
    palier_reprogram_put (reprogram, item, self->after);
  else
    palier_reprogram_put_all (reprogram, self->after);
}
