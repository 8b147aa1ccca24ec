/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "shipped.h"

#include <gio/gio.h>
#include <string.h>

char *
shipped_dup_with (const char *find, const char *replace)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *text = NULL;
  char *at;

  palier_catalogue_get_shipped ();
  bytes = g_resources_lookup_data ("/io/github/palier/Palier/procedure/catalogue.json", 0, &error);
  g_assert_no_error (error);
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  at = strstr (text, find);
  if (!at)
    g_error ("“%s” is not in the shipped catalogue", find);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, replace, at + strlen (find));
}

PalierCatalogue *
shipped_new_with (const char *find, const char *replace, GError **error)
{
  g_autofree char *text = shipped_dup_with (find, replace);

  return palier_catalogue_new_from_data (text, -1, error);
}
