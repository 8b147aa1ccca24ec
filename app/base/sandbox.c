/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/sandbox.h"

#include "base/error.h"

#include <sys/stat.h>

gboolean
palier_sandbox_is_around (void)
{
  return g_getenv ("FLATPAK_ID") != NULL;
}

/* The nearest folder above that is there: what is made below it lies where it lies. */
static gboolean
find_device (const char *path, dev_t *device)
{
  g_autofree char *at = g_canonicalize_filename (path, NULL);
  struct stat found;

  while (stat (at, &found) != 0)
    {
      char *above = g_path_get_dirname (at);

      g_free (at);
      at = above;
      if (g_str_equal (at, "/"))
        return FALSE;
    }
  *device = found.st_dev;
  return TRUE;
}

gboolean
palier_sandbox_check (const char *path, GError **error)
{
  const char *forgotten[] = { "/", "/tmp", g_get_user_runtime_dir () };
  gboolean kept = TRUE;
  struct stat found;
  dev_t device;

  if (!palier_sandbox_is_around ())
    return TRUE;
  kept = find_device (path, &device);
  for (guint i = 0; kept && i < G_N_ELEMENTS (forgotten); i++)
    kept = stat (forgotten[i], &found) != 0 || found.st_dev != device;
  if (!kept)
    palier_error_set (error, PALIER_ERROR_PLACE_NOT_KEPT, "%s", path);
  return kept;
}
