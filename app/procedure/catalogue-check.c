/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "procedure/catalogue-private.h"

#include "procedure/route.h"

/* Complains when key was met before; remembers it. */
static void
check_once (PalierReader *reader, GHashTable *seen, const char *key, const char *place)
{
  if (key && !g_hash_table_add (seen, (gpointer) key))
    palier_reader_fail (reader, place, "“%s” is listed twice", key);
}

/* Each landing lies above the one below it, and can be reached from there. */
static void
check_landings (PalierReader *reader, const PalierFamily *family, const char *place)
{
  for (guint i = 0; i < family->landings->len; i++)
    {
      const PalierLanding *landing = &g_array_index (family->landings, PalierLanding, i);
      const PalierLanding *below = i > 0 ? landing - 1 : NULL;
      g_autofree char *at = g_strdup_printf ("%s.landings[%u]", place, i);

      if (below && palier_version_compare_numbers (&below->version, &landing->version) >= 0)
        palier_reader_fail (reader, at, "must lie above the landing before it");
      if (palier_version_is_given (&landing->lowest_from)
          && palier_version_compare_numbers (&landing->lowest_from, &landing->version) >= 0)
        palier_reader_fail (reader, at, "lowest_from must lie below its version");
      if (below && palier_version_is_given (&landing->lowest_from)
          && palier_route_compare (&below->version, &landing->lowest_from)
                 != PALIER_STANDS_AT_OR_ABOVE)
        palier_reader_fail (reader, at, "lowest_from must be reached at the landing before it");
      if (palier_version_is_given (&landing->default_unless_from) && !landing->default_before)
        palier_reader_fail (reader, at, "default_unless_from needs default_before");
    }
}

static void
check_family (PalierReader *reader,
              const PalierFamily *family,
              const char *place,
              GHashTable *models,
              GHashTable *names)
{
  for (guint i = 0; family->models[i]; i++)
    {
      g_autofree char *at = g_strdup_printf ("%s.models[%u]", place, i);

      check_once (reader, models, family->models[i], at);
    }
  for (guint i = 0; i < family->packages->len; i++)
    {
      const PalierKnownPackage *package = &g_array_index (family->packages, PalierKnownPackage, i);
      g_autofree char *at = g_strdup_printf ("%s.packages[%u]", place, i);

      check_once (reader, names, package->name, at);
      check_once (reader, names, package->sha256, at);
    }
  if (!family->models[0])
    palier_reader_fail (reader, place, "must list a model");
  if (family->landings->len == 0)
    palier_reader_fail (reader, place, "must list a landing");
  if (family->only_listed && family->packages->len == 0)
    palier_reader_fail (reader, place, "must list a package, for no other may be sent");
  check_landings (reader, family, place);
}

static void
check_rest (PalierCatalogue *self, GHashTable *names, GHashTable *ids)
{
  for (guint i = 0; i < self->foreign->len; i++)
    {
      g_autofree char *at = g_strdup_printf ("foreign_packages[%u]", i);

      check_once (self->reader, names, g_array_index (self->foreign, PalierForeignPackage, i).name,
                  at);
    }
  for (guint i = 0; i < self->repair_requests->len; i++)
    {
      const PalierRepairRequest *request
          = &g_array_index (self->repair_requests, PalierRepairRequest, i);
      g_autofree char *at = g_strdup_printf ("repair_requests[%u]", i);

      if (!g_hash_table_contains (ids, request->family))
        palier_reader_fail (self->reader, at, "“%s” is no family", request->family);
      if (!g_str_has_prefix (request->path, "/ISAPI/"))
        palier_reader_fail (self->reader, at, "path must begin with /ISAPI/");
    }
}

void
palier_catalogue_check (PalierCatalogue *self)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) models = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  if (self->families->len == 0)
    palier_reader_fail (self->reader, "families", "must not be empty");
  for (guint i = 0; i < self->families->len; i++)
    {
      const PalierFamily *family = self->families->pdata[i];
      g_autofree char *place = g_strdup_printf ("families[%u]", i);

      check_once (self->reader, ids, family->id, place);
      check_family (self->reader, family, place, models, names);
    }
  check_rest (self, names, ids);
}
