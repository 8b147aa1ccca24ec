/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "target.h"

#include "firmware/package.h"

#include <string.h>

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (PalierPackage) package = palier_package_parse_bytes (bytes, "digicap.dav", NULL, &error);
  g_autoptr (GBytes) inner = NULL;
  PalierVersion version;

  g_assert_true ((package == NULL) == (error != NULL));
  if (!package)
    return 0;
  g_assert_cmpuint (strlen (palier_package_get_sha256 (package)), ==, 64);
  inner = palier_package_get_bytes (package);
  g_assert_nonnull (inner);
  g_assert_true (!palier_package_get_version (package, &version) || palier_version_is_given (&version));
  return 0;
}
