/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-route.h"

static const PalierRoute *const tables[] = {
  palier_routes_system,   palier_routes_update,     palier_routes_export,
  palier_routes_security, palier_routes_activation, palier_routes_storage,
  palier_routes_cameras,  palier_routes_recording,  palier_routes_search,
  palier_routes_settings, palier_routes_channels,
};

/* Case counts, as it does on real ones. */
static gboolean
matches (const char *pattern, const char *path, guint ids[2])
{
  guint n = 0;

  while (*pattern != '\0' && *path != '\0')
    {
      char *end;

      if (*pattern != '*')
        {
          if (*pattern++ != *path++)
            return FALSE;
          continue;
        }
      if (!g_ascii_isdigit (*path))
        return FALSE;
      ids[n++] = (guint) MIN (g_ascii_strtoull (path, &end, 10), G_MAXUINT);
      path = end;
      pattern++;
    }
  return *pattern == '\0' && *path == '\0';
}

const PalierRoute *
palier_route_find (const char *method, const char *path, guint ids[2], gboolean *other_method)
{
  *other_method = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const PalierRoute *route = tables[i]; route->method != NULL; route++)
      {
        if (!matches (route->path, path, ids))
          continue;
        if (g_str_equal (route->method, method))
          return route;
        *other_method = TRUE;
      }
  return NULL;
}
