/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "target.h"

#include "procedure/catalogue.h"

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierCatalogue) catalogue = palier_catalogue_new_from_data (text, -1, &error);

  g_assert_true ((catalogue == NULL) == (error != NULL));
  if (!catalogue)
    return 0;
  g_assert_nonnull (palier_catalogue_get_page_title (catalogue));
  for (guint i = 0; i < palier_catalogue_get_n_families (catalogue); i++)
    g_assert_nonnull (palier_catalogue_get_family (catalogue, i));
  palier_catalogue_find_family (catalogue, "DS-7716NI-I4/16P");
  palier_catalogue_find_owner (catalogue, text, NULL);
  palier_catalogue_find_foreign (catalogue, text);
  return 0;
}
