/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "procedure/route.h"

PalierStanding
palier_route_compare (const PalierVersion *from, const PalierVersion *target)
{
  int numbers = palier_version_compare_numbers (from, target);

  if (numbers == 0 && target->build != 0)
    {
      if (from->build == 0)
        return PALIER_STANDS_UNKNOWN;
      numbers = from->build < target->build ? -1 : 1;
    }
  return numbers < 0 ? PALIER_STANDS_BELOW : PALIER_STANDS_AT_OR_ABOVE;
}

/* May this landing be climbed to from there? NULL: yes. */
static const char *
find_bar (const PalierLanding *landing, const PalierVersion *from)
{
  if (!palier_version_is_given (&landing->lowest_from))
    return NULL;
  switch (palier_route_compare (from, &landing->lowest_from))
    {
    case PALIER_STANDS_AT_OR_ABOVE:
      return NULL;
    case PALIER_STANDS_UNKNOWN:
      return "P15";
    case PALIER_STANDS_BELOW:
    default:
      return "P1";
    }
}

const PalierLanding *
palier_route_next (const PalierFamily *family, const PalierVersion *from, const char **rule)
{
  for (guint i = 0; i < family->landings->len; i++)
    {
      const PalierLanding *landing = &g_array_index (family->landings, PalierLanding, i);
      PalierStanding standing = palier_route_compare (from, &landing->version);

      if (standing == PALIER_STANDS_AT_OR_ABOVE)
        continue;
      *rule = standing == PALIER_STANDS_UNKNOWN ? "P15" : find_bar (landing, from);
      return *rule ? NULL : landing;
    }
  *rule = "P13";
  return NULL;
}

const char *
palier_route_get_default_rule (const PalierLanding *landing, const PalierVersion *from)
{
  if (!landing->default_before
      || (palier_version_is_given (&landing->default_unless_from)
          && palier_route_compare (from, &landing->default_unless_from)
                 == PALIER_STANDS_AT_OR_ABOVE))
    return NULL;
  /* The source speaks of the landing below and of what follows the gap; between them it is silent.
   */
  return palier_version_is_given (&landing->lowest_from)
             && palier_version_compare_numbers (from, &landing->lowest_from) > 0
           ? "P12"
           : "P2";
}

gboolean
palier_route_may_send (const PalierFamily *family,
                       const PalierVersion *from,
                       const PalierVersion *sent)
{
  for (guint i = 0; i < family->landings->len; i++)
    {
      const PalierLanding *landing = &g_array_index (family->landings, PalierLanding, i);
      gboolean last = i + 1 == family->landings->len;

      /* A version between two landings obeys the upper one, a version above them all the last. */
      if (last || palier_version_compare_numbers (sent, &landing->version) <= 0)
        return find_bar (landing, from) == NULL;
    }
  return FALSE;
}
