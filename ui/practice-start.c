/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice-start.h"

#include "base/error.h"
#include <glib/gstdio.h>

struct _PalierPracticeStart
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
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *inner = g_build_filename (path, name, NULL);

      forget (inner);
    }
  g_remove (path);
}

static gboolean
prepare_folder (PalierPracticeStart *self, gboolean fresh, GError **error)
{
  if (fresh)
    forget (self->folder);
  if (g_mkdir_with_parents (self->folder, 0700) == 0)
    return TRUE;
  palier_error_set (error, PALIER_ERROR_CANNOT_WRITE, "%s", self->folder);
  return FALSE;
}

static gboolean
serve (PalierPracticeStart *self, const char *scenario, GError **error)
{
  self->practice = palier_practice_new (scenario, self->clock, g_random_int (), error);
  if (self->practice == NULL)
    return FALSE;
  if (g_file_test (self->state_path, G_FILE_TEST_EXISTS)
      && !palier_practice_restore (self->practice, self->state_path, error))
    return FALSE;
  self->serves = palier_practice_serve (self->practice, 0, error);
  return self->serves;
}

PalierPracticeStart *
palier_practice_start_new (const char *scenario, double speed, gboolean fresh, GError **error)
{
  const char *wanted = scenario != NULL ? scenario : "v3.4.70";
  g_autofree char *name = g_path_get_basename (wanted);
  PalierPracticeStart *self = g_new0 (PalierPracticeStart, 1);

  self->clock = palier_clock_new (speed);
  self->folder = g_build_filename (g_get_user_data_dir (), "palier", "practice", name, NULL);
  self->state_path = g_build_filename (self->folder, "state.json", NULL);
  if (prepare_folder (self, fresh, error) && serve (self, wanted, error))
    return self;
  palier_practice_start_free (self);
  return NULL;
}

void
palier_practice_start_free (PalierPracticeStart *self)
{
  g_autoptr (GError) error = NULL;

  if (self->serves && !palier_practice_save (self->practice, self->state_path, &error))
    g_printerr ("palier: %s\n", palier_error_get_sentence (error));
  g_clear_object (&self->practice);
  palier_clock_unref (self->clock);
  g_free (self->folder);
  g_free (self->state_path);
  g_free (self);
}

PalierPractice *
palier_practice_start_get (PalierPracticeStart *self)
{
  return self != NULL ? self->practice : NULL;
}

PalierClock *
palier_practice_start_get_clock (PalierPracticeStart *self)
{
  return self != NULL ? self->clock : NULL;
}

const char *
palier_practice_start_get_folder (PalierPracticeStart *self)
{
  return self != NULL ? self->folder : NULL;
}
