/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "packages.h"

#include <string.h>

static char *
describe (const PackageWanted *wanted)
{
  if (!wanted->serial)
    return g_strdup ("not a practice file");
  return g_strdup_printf ("{\"practice\": true, \"serial\": \"%s\", \"family\": \"%s\", \"package\": \"%s\", "
                          "\"version\": \"%s\"}",
                          wanted->serial, wanted->family ? wanted->family : "i-series",
                          wanted->custom ? "custom" : "standard", wanted->version);
}

/* The header's sum no longer holds. */
static GBytes *
damage (GBytes *whole)
{
  gsize size = g_bytes_get_size (whole);
  guint8 *copy = g_memdup2 (g_bytes_get_data (whole, NULL), size);

  copy[PALIER_SWKH_HEADER_SIZE + 1] ^= 0x40;
  return g_bytes_new_take (copy, size);
}

PalierPackage *
package_make (const PackageWanted *wanted)
{
  g_autofree char *text = describe (wanted);
  g_autoptr (GBytes) first = g_bytes_new (text, strlen (text));
  g_autoptr (GBytes) system = g_bytes_new_static ("a system that is none", 21);
  const PalierContainerFile files[] = {
    { wanted->serial ? PALIER_CONTAINER_PRACTICE_NAME : "readme", first },
    { "system", system },
  };
  g_autoptr (GBytes) whole = palier_container_build_swkh (files, G_N_ELEMENTS (files),
                                                          wanted->chinese ? PALIER_SWKH_LANGUAGE_CN
                                                                          : PALIER_SWKH_LANGUAGE_ML);
  g_autoptr (GBytes) bytes = wanted->damaged ? damage (whole) : g_bytes_ref (whole);
  g_autoptr (GError) error = NULL;
  PalierPackage *package = palier_package_parse_bytes (bytes, wanted->name ? wanted->name : "digicap.dav",
                                                       NULL, &error);

  g_assert_no_error (error);
  return package;
}
