/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "session-private.h"
#include <glib/gi18n.h>

typedef struct
{
  guint landing;
  char *path;
} Reading;

static void
reading_free (Reading *reading)
{
  g_free (reading->path);
  g_free (reading);
}

GListModel *
palier_session_get_packages (PalierSession *self)
{
  return G_LIST_MODEL (self->packages);
}

/* A file that nothing knows lacks a consent; all else is a refusal that nothing here opens. */
static void
check_choice (PalierSession *self, guint landing)
{
  g_autoptr (PalierPackageChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->packages), landing);
  GError *error = NULL;
  PalierChoiceState state = PALIER_CHOICE_READY;

  if (!palier_job_check_package (self->job, landing, &error))
    state = palier_job_package_needs_consent (self->job, landing)
                    && g_error_matches (error, PALIER_ERROR, PALIER_ERROR_CONSENT_MISSING)
                ? PALIER_CHOICE_UNKNOWN
                : PALIER_CHOICE_REFUSED;
  palier_package_choice_set_state (choice, state, error);
}

static void
read_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Reading *reading = data;
  GError *error = NULL;
  PalierPackage *package = palier_package_open (reading->path, cancellable, &error);

  if (package != NULL)
    g_task_return_pointer (task, package, (GDestroyNotify) palier_package_free);
  else
    g_task_return_error (task, error);
}

static void
read_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PalierSession *self = PALIER_SESSION (source);
  Reading *reading = g_task_get_task_data (G_TASK (result));
  g_autoptr (PalierPackageChoice) choice
      = g_list_model_get_item (G_LIST_MODEL (self->packages), reading->landing);
  g_autoptr (PalierPackage) package = NULL;
  GError *error = NULL;

  package = g_task_propagate_pointer (G_TASK (result), &error);
  /* Another file, or another recorder, may have been chosen meanwhile. */
  if (choice == NULL || g_strcmp0 (palier_package_choice_get_path (choice), reading->path) != 0)
    {
      g_clear_error (&error);
      return;
    }
  if (package == NULL)
    {
      palier_package_choice_set_state (choice, PALIER_CHOICE_REFUSED, error);
      return;
    }
  palier_job_set_package (self->job, reading->landing, g_steal_pointer (&package));
  check_choice (self, reading->landing);
}

void
palier_session_choose_package (PalierSession *self, guint landing, const char *path)
{
  g_autoptr (PalierPackageChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->packages), landing);
  g_autoptr (GTask) task = NULL;
  Reading *reading;

  if (choice == NULL || self->job == NULL)
    return;
  palier_package_choice_set_path (choice, path);
  palier_package_choice_set_state (choice, PALIER_CHOICE_READING, NULL);
  reading = g_new0 (Reading, 1);
  reading->landing = landing;
  reading->path = g_strdup (path);
  task = g_task_new (self, NULL, read_done_cb, NULL);
  g_task_set_task_data (task, reading, (GDestroyNotify) reading_free);
  g_task_run_in_thread (task, read_thread);
}

void
palier_session_consent_package (PalierSession *self, guint landing, const char *typed)
{
  g_autoptr (PalierPackageChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->packages), landing);
  PalierPackage *package = self->job != NULL ? palier_job_get_package (self->job, landing) : NULL;
  GError *error = NULL;

  if (choice == NULL || package == NULL)
    return;
  /* The detail names the one file that is meant: the consent never covers another. */
  if (palier_job_consent (self->job, "unknown-package", typed, palier_package_get_sha256 (package), &error))
    check_choice (self, landing);
  else
    palier_package_choice_set_state (choice, PALIER_CHOICE_UNKNOWN, error);
}

gboolean
palier_session_packages_ready (PalierSession *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->packages));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PalierPackageChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->packages), i);

      if (palier_package_choice_get_state (choice) != PALIER_CHOICE_READY)
        return FALSE;
    }
  return n > 0;
}

static void
make_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  PalierSession *self = source;
  g_autofree char *folder = g_build_filename (self->practice_folder, "packages", NULL);
  GError *error = NULL;
  GHashTable *made = NULL;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    palier_error_set (&error, PALIER_ERROR_CANNOT_WRITE, "%s", folder);
  else
    made = palier_practice_make_packages (data, folder, &error);

  if (made != NULL)
    g_task_return_pointer (task, made, (GDestroyNotify) g_hash_table_unref);
  else
    g_task_return_error (task, error);
}

static void
make_done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  PalierSession *self = PALIER_SESSION (source);
  g_autoptr (GHashTable) made = NULL;
  GError *error = NULL;

  made = g_task_propagate_pointer (G_TASK (result), &error);
  palier_session_set_busy (self, FALSE);
  if (made == NULL)
    palier_session_take_problem (self, error);
  for (guint i = 0; made != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->packages)); i++)
    {
      g_autoptr (PalierPackageChoice) choice = g_list_model_get_item (G_LIST_MODEL (self->packages), i);
      const char *path = g_hash_table_lookup (made, palier_package_choice_get_landing (choice)->version.spelling);

      if (path != NULL)
        palier_session_choose_package (self, i, path);
    }
}

void
palier_session_make_practice_packages (PalierSession *self)
{
  g_autoptr (GTask) task = NULL;

  if (self->busy || !palier_session_uses_practice (self) || self->job == NULL)
    return;
  palier_session_set_busy (self, TRUE);
  task = g_task_new (self, NULL, make_done_cb, NULL);
  g_task_set_task_data (task, g_object_ref (self->practice), g_object_unref);
  g_task_run_in_thread (task, make_thread);
}
