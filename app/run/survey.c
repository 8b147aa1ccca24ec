/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/survey.h"

#include "base/error.h"

void
palier_survey_free (PalierSurvey *self)
{
  g_clear_pointer (&self->info, palier_device_info_free);
  palier_device_status_clear (&self->status);
  g_clear_pointer (&self->disks, g_ptr_array_unref);
  g_clear_pointer (&self->cameras, g_ptr_array_unref);
  g_clear_pointer (&self->services, g_ptr_array_unref);
  g_clear_pointer (&self->users, g_ptr_array_unref);
  g_clear_pointer (&self->plan, palier_plan_free);
  g_free (self);
}

/* An error that speaks of one document only: the recorder is there and lets us in, but does not tell this. */
static gboolean
is_about_the_document (const GError *error)
{
  return g_error_matches (error, PALIER_ERROR, PALIER_ERROR_NOT_SUPPORTED)
         || g_error_matches (error, PALIER_ERROR, PALIER_ERROR_BAD_ANSWER)
         || g_error_matches (error, PALIER_ERROR, PALIER_ERROR_NO_PERMISSION)
         || g_error_matches (error, PALIER_ERROR, PALIER_ERROR_REFUSED)
         || g_error_matches (error, PALIER_ERROR, PALIER_ERROR_BUSY);
}

typedef GPtrArray *(*ReadList) (PalierConnection *connection, GCancellable *cancellable, GError **error);

static gboolean
read_list (ReadList read,
           GPtrArray **list,
           PalierConnection *connection,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GError) local = NULL;

  *list = read (connection, cancellable, &local);
  if (*list)
    return TRUE;
  *list = g_ptr_array_new ();
  if (is_about_the_document (local))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

static gboolean
read_lists (PalierSurvey *self, PalierConnection *connection, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) local = NULL;

  if (!palier_device_status_read (connection, &self->status, cancellable, &local))
    {
      self->status.up_time_s = -1;
      if (!is_about_the_document (local))
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
    }
  return read_list (palier_disks_read, &self->disks, connection, cancellable, error)
         && read_list (palier_cameras_read, &self->cameras, connection, cancellable, error)
         && read_list (palier_services_read, &self->services, connection, cancellable, error)
         && read_list (palier_users_read, &self->users, connection, cancellable, error)
         && palier_configuration_read_cap (connection, &self->configuration, cancellable, error);
}

PalierSurvey *
palier_survey_read (PalierConnection *connection,
                    PalierCatalogue *catalogue,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (PalierSurvey) self = g_new0 (PalierSurvey, 1);

  if (!palier_sign_in (connection, &self->user_check, cancellable, error))
    return NULL;
  self->info = palier_device_info_read (connection, cancellable, error);
  if (!self->info || !read_lists (self, connection, cancellable, error))
    return NULL;
  self->plan = palier_plan_new (catalogue, self->info->model, self->info->firmware);
  return g_steal_pointer (&self);
}
