/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/plan.h"

#define COLUMNS 78

void
palier_print_wrapped (const char *text, const char *first, const char *others)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  glong column = g_utf8_strlen (first, -1);
  gboolean fresh = TRUE;

  g_print ("%s", first);
  for (guint i = 0; words[i]; i++)
    {
      glong width = g_utf8_strlen (words[i], -1);

      if (!fresh && column + 1 + width > COLUMNS)
        {
          g_print ("\n%s", others);
          column = g_utf8_strlen (others, -1);
          fresh = TRUE;
        }
      g_print ("%s%s", fresh ? "" : " ", words[i]);
      column += width + (fresh ? 0 : 1);
      fresh = FALSE;
    }
  g_print ("\n");
}
