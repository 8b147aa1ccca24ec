/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "target.h"

#include "procedure/version.h"

#include <string.h>

/* Read, written and read again it is the same version; told apart in two parts it is no other. */
int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autofree char *written = NULL;
  g_autoptr (GError) error = NULL;
  PalierVersion version, again;
  char *line = strchr (text, '\n');

  if (line)
    {
      *line = '\0';
      palier_version_parse_pair (text, line + 1, &version, NULL);
    }
  g_assert_true (palier_version_parse (text, &version, &error) == (error == NULL));
  if (error)
    return 0;
  written = palier_version_to_string (&version);
  g_assert_true (palier_version_parse (written, &again, &error));
  g_assert_true (palier_version_equal (&version, &again));
  return 0;
}
