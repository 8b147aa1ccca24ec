/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/error.h"
#include "stick/writer.h"

/* stick-write SOURCE FOLDER NAME, for tests/soak/stick-speed.sh. */
int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = NULL;

  if (argc != 4)
    return 2;
  if (!palier_copy_verified (argv[1], argv[2], argv[3], PALIER_WRITE_PLAIN, NULL, &sha256, NULL,
                             NULL, NULL, NULL, &error))
    {
      g_printerr ("%s: %s\n", palier_error_get_nick (error), palier_error_get_detail (error));
      return 1;
    }
  g_print ("%s\n", sha256);
  return 0;
}
