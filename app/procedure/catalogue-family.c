/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "procedure/catalogue-private.h"

#include <string.h>

static const char *const family_members[]
    = { "id", "name", "only_listed", "models", "landings", "repair", "packages", NULL };
static const char *const landing_members[]
    = { "version", "package", "lowest_from", "default_before", "default_unless_from", NULL };
static const char *const repair_members[] = { "advised", "unless_from", NULL };
static const char *const package_members[] = { "name", "sha256", "version", NULL };

static const char **
load_models (PalierReader *reader, JsonArray *array, const char *place)
{
  guint n = array ? json_array_get_length (array) : 0;
  const char **models = g_new0 (const char *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      const char *model
          = json_node_get_value_type (node) == G_TYPE_STRING ? json_node_get_string (node) : NULL;
      g_autofree char *at = g_strdup_printf ("%s.models[%u]", place, i);

      if (!model || !model[0])
        palier_reader_fail (reader, at, "must be a text");
      models[i] = model ? model : "";
    }
  return models;
}

static PalierPackageKind
load_kind (PalierReader *reader, JsonObject *object, const char *place)
{
  const char *nick = palier_reader_string (reader, object, place, "package", FALSE);
  g_autofree char *at = g_strconcat (place, ".package", NULL);

  if (nick && g_str_equal (nick, "custom"))
    return PALIER_PACKAGE_CUSTOM;
  if (nick && !g_str_equal (nick, "standard"))
    palier_reader_fail (reader, at, "must be “standard” or “custom”");
  return PALIER_PACKAGE_STANDARD;
}

static void
load_landings (PalierReader *reader, JsonArray *array, const char *place, GArray *landings)
{
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      g_autofree char *at = g_strdup_printf ("%s.landings[%u]", place, i);
      JsonObject *object
          = palier_reader_object (reader, json_array_get_element (array, i), at, landing_members);
      PalierLanding landing = {
        .version = palier_reader_version (reader, object, at, "version", FALSE),
        .package = load_kind (reader, object, at),
        .lowest_from = palier_reader_version (reader, object, at, "lowest_from", TRUE),
        .default_before = palier_reader_boolean (reader, object, at, "default_before"),
        .default_unless_from
        = palier_reader_version (reader, object, at, "default_unless_from", TRUE),
      };

      g_array_append_val (landings, landing);
    }
}

static gboolean
is_sha256 (const char *text)
{
  return strlen (text) == 64 && strspn (text, "0123456789abcdef") == 64;
}

static void
load_packages (PalierReader *reader, JsonArray *array, const char *place, GArray *packages)
{
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      g_autofree char *at = g_strdup_printf ("%s.packages[%u]", place, i);
      JsonObject *object
          = palier_reader_object (reader, json_array_get_element (array, i), at, package_members);
      PalierKnownPackage package = {
        .name = palier_reader_string (reader, object, at, "name", TRUE),
        .sha256 = palier_reader_string (reader, object, at, "sha256", TRUE),
        .version = palier_reader_version (reader, object, at, "version", FALSE),
      };

      if (package.sha256 && !is_sha256 (package.sha256))
        palier_reader_fail (reader, at, "sha256 must be 64 lower-case hexadecimal digits");
      if (!package.name && !package.sha256)
        palier_reader_fail (reader, at, "must have a name or a sha256");
      g_array_append_val (packages, package);
    }
}

static void
load_repair (PalierReader *reader, JsonNode *node, const char *place, PalierFamily *family)
{
  g_autofree char *at = g_strconcat (place, ".repair", NULL);
  JsonObject *object = palier_reader_object (reader, node, at, repair_members);

  family->repair_advised = palier_reader_boolean (reader, object, at, "advised");
  family->repair_unless_from = palier_reader_version (reader, object, at, "unless_from", TRUE);
}

PalierFamily *
palier_family_load (PalierReader *reader, JsonNode *node, const char *place)
{
  PalierFamily *self = g_new0 (PalierFamily, 1);
  JsonObject *object = palier_reader_object (reader, node, place, family_members);

  self->landings = g_array_new (FALSE, TRUE, sizeof (PalierLanding));
  self->packages = g_array_new (FALSE, TRUE, sizeof (PalierKnownPackage));
  self->id = palier_reader_string (reader, object, place, "id", FALSE);
  self->name = palier_reader_string (reader, object, place, "name", FALSE);
  self->only_listed = palier_reader_boolean (reader, object, place, "only_listed");
  self->models = load_models (reader, palier_reader_array (reader, object, place, "models"), place);
  load_landings (reader, palier_reader_array (reader, object, place, "landings"), place,
                 self->landings);
  load_repair (reader, palier_reader_node (reader, object, "repair"), place, self);
  load_packages (reader, palier_reader_array (reader, object, place, "packages"), place,
                 self->packages);
  return self;
}

void
palier_family_free (PalierFamily *self)
{
  g_free (self->models);
  g_array_unref (self->landings);
  g_array_unref (self->packages);
  g_free (self);
}
