/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-home.h"

#include "base/error.h"
#include <glib/gstdio.h>

struct _PalierPracticeHome
{
  PalierPractice *practice;
  PalierClock *clock;
  char *folder;
  char *state_path;
  gboolean serves;
};

static void
forget (const char *path)
{
  /* What a link points to is somebody else's. */
  g_autoptr (GDir) folder
      = g_file_test (path, G_FILE_TEST_IS_SYMLINK) ? NULL : g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      forget (inner);
    }
  g_remove (path);
}

static gboolean
prepare_folder (PalierPracticeHome *self, gboolean fresh, GError **error)
{
  if (fresh)
    forget (self->folder);
  if (g_mkdir_with_parents (self->folder, 0700) == 0)
    return TRUE;
  palier_error_set (error, PALIER_ERROR_CANNOT_WRITE, "%s", self->folder);
  return FALSE;
}

static gboolean
serve (PalierPracticeHome *self, GError **error)
{
  if (g_file_test (self->state_path, G_FILE_TEST_EXISTS)
      && !palier_practice_restore (self->practice, self->state_path, error))
    return FALSE;
  self->serves = palier_practice_serve (self->practice, 0, error);
  return self->serves;
}

PalierPracticeHome *
palier_practice_home_new (
    const char *scenario, double speed, gboolean fresh, guint32 seed, GError **error)
{
  const char *wanted = scenario != NULL ? scenario : "v3.4.70";
  g_autofree char *name = g_path_get_basename (wanted);
  PalierPracticeHome *self = g_new0 (PalierPracticeHome, 1);

  self->clock = palier_clock_new (speed);
  self->folder = g_build_filename (g_get_user_data_dir (), "palier", "practice", name, NULL);
  self->state_path = g_build_filename (self->folder, "state.json", NULL);
  /* First: a name that is no scenario (“..”, say) must not have its folder forgotten. */
  self->practice = palier_practice_new (wanted, self->clock, seed, error);
  if (self->practice != NULL && prepare_folder (self, fresh, error) && serve (self, error))
    return self;
  palier_practice_home_free (self);
  return NULL;
}

void
palier_practice_home_keep (PalierPracticeHome *self)
{
  g_autoptr (GError) error = NULL;

  if (self->serves && !palier_practice_save (self->practice, self->state_path, &error))
    g_printerr ("palier: %s\n", palier_error_get_sentence (error));
}

void
palier_practice_home_free (PalierPracticeHome *self)
{
  g_clear_object (&self->practice);
  palier_clock_unref (self->clock);
  g_free (self->folder);
  g_free (self->state_path);
  g_free (self);
}

PalierPractice *
palier_practice_home_get (PalierPracticeHome *self)
{
  return self != NULL ? self->practice : NULL;
}

PalierClock *
palier_practice_home_get_clock (PalierPracticeHome *self)
{
  return self != NULL ? self->clock : NULL;
}

const char *
palier_practice_home_get_folder (PalierPracticeHome *self)
{
  return self != NULL ? self->folder : NULL;
}
