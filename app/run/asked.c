/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/job-struct.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>

PalierAsked *
palier_asked_copy (const PalierAsked *self)
{
  PalierAsked *copy;

  if (!self)
    return NULL;
  copy = g_memdup2 (self, sizeof *self);
  copy->version = g_strdup (self->version);
  copy->stick = g_strdup (self->stick);
  copy->file = g_strdup (self->file);
  copy->problem = self->problem ? g_error_copy (self->problem) : NULL;
  return copy;
}

void
palier_asked_free (PalierAsked *self)
{
  g_free ((char *) self->version);
  g_free ((char *) self->stick);
  g_free ((char *) self->file);
  if (self->problem)
    g_error_free ((GError *) self->problem);
  g_free (self);
}

const PalierAsked *
palier_job_get_asked (PalierJob *self)
{
  return self->shown_asked;
}

void
palier_job_set_stopped_error (GError **error)
{
  palier_error_set_words (error, PALIER_ERROR_CONSENT_MISSING,
                          N_ ("You stopped here, before this was done at the recorder’s screen."),
                          N_ ("All that was done so far is kept. Continue when you are at the recorder again: Palier "
                              "first asks what its screen shows."),
                          NULL);
}
