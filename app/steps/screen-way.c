/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "steps/screen-steps.h"

#include "base/error.h"
#include "stick/writer.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define FIRMWARE_ENDING ".dav"
#define ASIDE ".old" /* an ending that no recorder's menu lists */

static gboolean
is_firmware (const char *name)
{
  gsize n = strlen (name);
  gsize ending = strlen (FIRMWARE_ENDING);

  /* ".palier-…", "._digicap.dav": what other programs hide. */
  return n >= ending && name[0] != '.' && g_ascii_strcasecmp (name + n - ending, FIRMWARE_ENDING) == 0;
}

static GPtrArray *
list_firmware (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  if (!dir)
    {
      palier_error_set (error, PALIER_ERROR_PLACE_GONE, "%s", folder);
      return NULL;
    }
  while ((name = g_dir_read_name (dir)))
    if (is_firmware (name))
      g_ptr_array_add (names, g_strdup (name));
  return g_steal_pointer (&names);
}

/* Its place and its content, both: the recorder reads no other name for sure. */
static gboolean
is_wanted (const char *path, const char *name, const char *sha256)
{
  return g_str_equal (name, PALIER_SCREEN_PACKAGE) && palier_verify_file (path, sha256, NULL, NULL, NULL, NULL);
}

gboolean
palier_screen_way_is_clear (const char *folder, const char *sha256)
{
  g_autoptr (GPtrArray) names = list_firmware (folder, NULL);
  g_autofree char *path = g_build_filename (folder, PALIER_SCREEN_PACKAGE, NULL);

  return names && names->len == 1 && is_wanted (path, names->pdata[0], sha256);
}

/* Written there by Palier, in this journal: a copy of a file that the computer still has. */
static gboolean
is_ours (PalierJob *job, const char *path)
{
  g_autoptr (GPtrArray) seen = palier_journal_get_observations (palier_job_get_journal (job));

  for (guint i = 0; i < seen->len; i++)
    {
      const PalierObservation *observation = seen->pdata[i];
      const char *blank = strrchr (observation->detail, ' ');

      if (g_str_equal (observation->what, "carrying") && blank
          && palier_verify_file (path, blank + 1, NULL, NULL, NULL, NULL))
        return TRUE;
    }
  return FALSE;
}

static gboolean
remove_ours (const char *path, GError **error)
{
  if (g_remove (path) == 0)
    return TRUE;
  palier_error_set (error, errno == EROFS ? PALIER_ERROR_READ_ONLY : PALIER_ERROR_CANNOT_WRITE, "%s: %s", path,
                    g_strerror (errno));
  return FALSE;
}

/* Its content stays; only its name is out of the way. */
static gboolean
move_aside (const char *path, GError **error)
{
  g_autofree char *aside = g_strconcat (path, ASIDE, NULL);

  for (guint i = 2; g_file_test (aside, G_FILE_TEST_EXISTS); i++)
    {
      g_free (aside);
      aside = g_strdup_printf ("%s.%u" ASIDE, path, i);
    }
  if (g_rename (path, aside) == 0)
    return TRUE;
  palier_error_set (error, errno == EROFS ? PALIER_ERROR_READ_ONLY : PALIER_ERROR_CANNOT_WRITE, "%s: %s", path,
                    g_strerror (errno));
  return FALSE;
}

static gboolean
ask_to_move (PalierJob *job, const char *folder, const char *path, GCancellable *cancellable, GError **error)
{
  const PalierAsked asked = {
    .landing = (int) palier_job_get_landing_index (job),
    .stick = folder,
    .file = path,
  };
  PalierAnswerKind answer = PALIER_ANSWER_NO;

  if (!palier_job_ask_about (job, PALIER_QUESTION_STICK_IN_THE_WAY, &asked, &answer, NULL, cancellable, error))
    return FALSE;
  if (answer == PALIER_ANSWER_YES)
    return palier_journal_observe (palier_job_get_journal (job), "moved-aside", path, error)
           && move_aside (path, error);
  palier_error_set (error, PALIER_ERROR_FILE_IN_THE_WAY, "%s", path);
  return FALSE;
}

gboolean
palier_screen_clear_way (PalierJob *job,
                         const char *folder,
                         const char *sha256,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GPtrArray) names = list_firmware (folder, error);

  for (guint i = 0; names && i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (folder, names->pdata[i], NULL);
      gboolean cleared;

      if (is_wanted (path, names->pdata[i], sha256))
        continue;
      cleared = is_ours (job, path) ? remove_ours (path, error)
                                    : ask_to_move (job, folder, path, cancellable, error);
      if (!cleared)
        return FALSE;
    }
  return names != NULL;
}
