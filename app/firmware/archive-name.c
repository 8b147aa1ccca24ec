/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "firmware/package-private.h"

#include <string.h>

static const char *const endings[] = { ".zip", ".dav" };
static const char *const partial_endings[]
    = { ".part", ".partial", ".crdownload", ".download", ".opdownload" };

static gboolean
has_ending (const char *name, const char *ending)
{
  gsize n = strlen (name), m = strlen (ending);

  return n > m && g_ascii_strcasecmp (name + n - m, ending) == 0;
}

gboolean
palier_archive_name_is_partial (const char *path)
{
  for (guint i = 0; i < G_N_ELEMENTS (partial_endings); i++)
    if (has_ending (path, partial_endings[i]))
      return TRUE;
  return FALSE;
}

char *
palier_archive_name_new (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (has_ending (name, endings[i]))
      {
        name[strlen (name) - strlen (endings[i])] = '\0';
        break;
      }
  /* Every package unpacks to this name. */
  if (g_ascii_strcasecmp (name, "digicap") == 0)
    return NULL;
  return g_utf8_make_valid (name, -1);
}

gboolean
palier_archive_name_get_version (const char *name, PalierVersion *version)
{
  g_autoptr (GRegex) regex
      = g_regex_new ("(?:^|_)(V[0-9]+\\.[0-9]+(?:\\.[0-9]+)?)(_(?:Build)?[0-9]{6})?(?=_|$)",
                     G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *numbers = NULL;
  g_autofree char *build = NULL;
  g_autofree char *whole = NULL;

  if (!name || !g_regex_match (regex, name, 0, &match))
    return FALSE;
  numbers = g_match_info_fetch (match, 1);
  build = g_match_info_fetch (match, 2);
  whole = g_strconcat (numbers, build, NULL);
  /* A date that is none leaves the numbers standing. Two versions in one name say nothing. */
  return !g_match_info_next (match, NULL)
         && (palier_version_parse (whole, version, NULL)
             || palier_version_parse (numbers, version, NULL));
}
