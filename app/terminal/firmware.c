/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "firmware/package.h"
#include "firmware/shelf.h"
#include "terminal/command.h"
#include "terminal/plan.h"
#include "terminal/recorder-json.h"

#include <glib/gi18n-lib.h>

static void
add_strings (JsonBuilder *builder, const char *name, GPtrArray *strings)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
  for (guint i = 0; i < strings->len; i++)
    json_builder_add_string_value (builder, strings->pdata[i]);
  json_builder_end_array (builder);
}

static void
add_complete (JsonBuilder *builder, PalierComplete complete)
{
  json_builder_set_member_name (builder, "complete");
  if (complete == PALIER_COMPLETE_UNKNOWN)
    json_builder_add_null_value (builder);
  else
    json_builder_add_boolean_value (builder, complete == PALIER_COMPLETE_YES);
}

/* The name under which the catalogue or the person's own shelf knows this file. */
static char *
dup_known_as (PalierPackage *package)
{
  const char *name = palier_package_get_archive_name (package);
  const char *sha256 = palier_package_get_sha256 (package);
  const PalierFamily *owner
      = palier_catalogue_find_owner (palier_catalogue_get_shipped (), name, sha256);
  const PalierKnownPackage *known = owner ? palier_family_find_package (owner, name, sha256) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierShelf) shelf = NULL;
  const PalierShelfEntry *entry;

  if (known)
    return g_strdup (known->name ? known->name : known->sha256);
  shelf = palier_shelf_open (NULL, &error);
  if (!shelf)
    palier_command_fail (error);
  entry = shelf ? palier_shelf_find (shelf, sha256) : NULL;
  return entry ? g_strdup (entry->name) : NULL;
}

static JsonNode *
to_json (PalierPackage *package, const char *known_as)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  palier_put_text (builder, "file", palier_package_get_path (package));
  palier_put_number (builder, "size", (gint64) palier_package_get_size (package));
  palier_put_text (builder, "sha256", palier_package_get_sha256 (package));
  palier_put_text (builder, "container",
                          palier_container_get_nick (palier_package_get_container (package)));
  add_complete (builder, palier_package_get_complete (package));
  palier_put_text (builder, "language", palier_package_get_language (package));
  add_strings (builder, "files", palier_package_get_files (package));
  palier_put_text (builder, "known_as", known_as);
  add_strings (builder, "findings", palier_package_get_findings (package));
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
print_text (PalierPackage *package, const char *known_as)
{
  g_autofree char *size
      = g_format_size_full (palier_package_get_size (package), G_FORMAT_SIZE_LONG_FORMAT);
  GPtrArray *findings = palier_package_get_findings (package);

  g_print ("%s\n  %s\n  SHA-256 %s\n", palier_package_get_path (package), size,
           palier_package_get_sha256 (package));
  if (known_as)
    {
      /* translators: %s is the name of a firmware file */
      g_print (_ ("  known as %s"), known_as);
      g_print ("\n");
    }
  for (guint i = 0; i < findings->len; i++)
    palier_print_wrapped (findings->pdata[i], "  - ", "    ");
}

static int
look (const char *path, gboolean json)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierPackage) package = palier_package_open (path, NULL, &error);
  g_autofree char *known_as = package ? dup_known_as (package) : NULL;

  if (!package)
    return palier_command_fail (error);
  if (json)
    palier_command_print_json (to_json (package, known_as), FALSE);
  else
    print_text (package, known_as);
  return 0;
}

static int
firmware_run (int argc, char **argv)
{
  PalierCommonOptions common = { 0 };
  int status;

  if (!palier_command_parse (&palier_command_firmware, NULL, NULL, &argc, &argv, &common))
    return 2;
  if (argc == 2)
    status = look (argv[1], common.json);
  else
    status = palier_command_usage (&palier_command_firmware, _ ("It takes one file."));
  palier_common_options_clear (&common);
  return status;
}

const PalierCommand palier_command_firmware = {
  .name = "firmware",
  .arguments = "FILE",
  .summary = N_ ("what a package is, and what could and could not be checked"),
  .run = firmware_run,
};
