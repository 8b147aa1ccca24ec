/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/screen-steps.h"

#include "base/error.h"
#include "stick/keeper.h"
#include "stick/sticks.h"
#include "stick/volumes.h"

#include <glib/gi18n-lib.h>

gboolean
palier_screen_is_stick_trouble (const GError *error)
{
  static const PalierErrorCode codes[] = {
    PALIER_ERROR_PLACE_GONE,    PALIER_ERROR_DISK_FULL,      PALIER_ERROR_READ_ONLY,
    PALIER_ERROR_NOT_READ_BACK, PALIER_ERROR_FILE_TOO_LARGE, PALIER_ERROR_FILE_IN_THE_WAY,
    PALIER_ERROR_CANNOT_WRITE,  PALIER_ERROR_STICK_UNUSABLE, PALIER_ERROR_FILE_UNREADABLE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (g_error_matches (error, PALIER_ERROR, codes[i]))
      return TRUE;
  return FALSE;
}

/* NULL: no volume of a stick is mounted there, or nobody can tell. */
static PalierVolume *
find_volume (GPtrArray *volumes, const char *folder)
{
  for (guint i = 0; volumes && i < volumes->len; i++)
    if (g_strcmp0 (palier_volume_get_mount (volumes->pdata[i]), folder) == 0)
      return volumes->pdata[i];
  return NULL;
}

/* Where UDisks2 tells the file system, another one than FAT32 is refused: a recorder would show an empty stick. */
static gboolean
check_format (const char *folder, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) volumes = palier_volumes_list (cancellable, NULL);
  PalierVolume *volume = find_volume (volumes, folder);

  if (!volume || palier_volume_is_fat32 (volume))
    return TRUE;
  palier_error_set_words (error, PALIER_ERROR_STICK_UNUSABLE,
                          N_ ("This stick is not formatted as FAT32: a recorder would not read it."),
                          N_ ("Put in another stick, or let Palier format this one: that erases all that is on it."),
                          palier_volume_get_filesystem (volume));
  return FALSE;
}

static gboolean
check_folder (const char *folder, GCancellable *cancellable, GError **error)
{
  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    {
      palier_error_set (error, PALIER_ERROR_PLACE_GONE, "%s", folder);
      return FALSE;
    }
  return check_format (folder, cancellable, error);
}

static gboolean
ask_for_stick (PalierJob *job, const GError *problem, GCancellable *cancellable, GError **error)
{
  const PalierDeviceInfo *info = palier_job_get_reading (job);
  const PalierAsked asked = {
    .landing = (int) palier_job_get_landing_index (job),
    .version = info ? info->firmware : NULL,
    .stick = palier_job_get_stick (job),
    .problem = problem,
  };
  PalierAnswerKind answer = PALIER_ANSWER_NO;
  g_autofree char *folder = NULL;

  if (!palier_job_ask_about (job, PALIER_QUESTION_STICK, &asked, &answer, &folder, cancellable, error))
    return FALSE;
  if (answer == PALIER_ANSWER_YES)
    {
      if (folder && *folder)
        palier_job_set_stick (job, folder);
      return TRUE;
    }
  if (problem)
    g_propagate_error (error, g_error_copy (problem));
  else
    palier_job_set_stopped_error (error);
  return FALSE;
}

char *
palier_screen_need_stick (PalierJob *job, const GError *problem, GCancellable *cancellable, GError **error)
{
  g_autoptr (GError) trouble = problem ? g_error_copy (problem) : NULL;

  for (guint round = 0;; round++)
    {
      const char *folder = palier_job_get_stick (job);

      if (folder && !trouble && check_folder (folder, cancellable, &trouble))
        return g_strdup (folder);
      /* That it has been taken out, as it should be, is no trouble. */
      if (g_error_matches (trouble, PALIER_ERROR, PALIER_ERROR_PLACE_GONE) && !problem && round == 0)
        g_clear_error (&trouble);
      if (g_cancellable_set_error_if_cancelled (cancellable, error)
          || !ask_for_stick (job, trouble, cancellable, error))
        return NULL;
      g_clear_error (&trouble);
    }
}

static PalierStick *
find_stick (GPtrArray *sticks, const char *port)
{
  for (guint i = 0; i < sticks->len; i++)
    {
      PalierStick *stick = sticks->pdata[i];

      for (guint j = 0; j < palier_stick_get_n_volumes (stick); j++)
        if (g_strcmp0 (palier_volume_get_port (palier_stick_get_volume (stick, j)), port) == 0)
          return stick;
    }
  return NULL;
}

void
palier_screen_release_stick (PalierJob *job, GCancellable *cancellable)
{
  const char *folder = palier_job_get_stick (job);
  g_autoptr (GPtrArray) volumes = folder ? palier_volumes_list (cancellable, NULL) : NULL;
  PalierVolume *volume = find_volume (volumes, folder);
  g_autoptr (GPtrArray) sticks = volume ? palier_sticks_look (NULL, cancellable, NULL) : NULL;
  PalierStick *stick = volume ? find_stick (sticks, palier_volume_get_port (volume)) : NULL;

  /* Where it cannot be done from here, the question still names the folder: the person takes it out by the file
   * manager. */
  if (stick && palier_stick_take_out (stick, cancellable, NULL))
    palier_job_set_stick (job, NULL);
}
