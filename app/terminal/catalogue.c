/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "procedure/rule.h"
#include "terminal/command.h"
#include "terminal/plan.h"
#include "terminal/recorder-json.h"

#include <glib/gi18n-lib.h>

static void
add_version (JsonBuilder *builder, const char *name, const PalierVersion *version)
{
  g_autofree char *text
      = palier_version_is_given (version) ? palier_version_to_string (version) : NULL;

  palier_put_text (builder, name, text);
}

static void
add_boolean (JsonBuilder *builder, const char *name, gboolean value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

static void
add_landing (JsonBuilder *builder, const PalierLanding *landing)
{
  json_builder_begin_object (builder);
  add_version (builder, "version", &landing->version);
  palier_put_text (builder, "package",
                          landing->package == PALIER_PACKAGE_CUSTOM ? "custom" : "standard");
  add_version (builder, "lowest_from", &landing->lowest_from);
  add_boolean (builder, "default_before", landing->default_before);
  add_version (builder, "default_unless_from", &landing->default_unless_from);
  json_builder_end_object (builder);
}

static void
add_package (JsonBuilder *builder, const PalierKnownPackage *package)
{
  json_builder_begin_object (builder);
  palier_put_text (builder, "name", package->name);
  palier_put_text (builder, "sha256", package->sha256);
  add_version (builder, "version", &package->version);
  json_builder_end_object (builder);
}

static void
add_repair (JsonBuilder *builder, const PalierFamily *family)
{
  json_builder_set_member_name (builder, "repair");
  json_builder_begin_object (builder);
  add_boolean (builder, "advised", family->repair_advised);
  add_version (builder, "unless_from", &family->repair_unless_from);
  json_builder_end_object (builder);
}

static void
add_family (JsonBuilder *builder, const PalierFamily *family)
{
  json_builder_begin_object (builder);
  palier_put_text (builder, "id", family->id);
  palier_put_text (builder, "name", family->name);
  add_boolean (builder, "only_listed", family->only_listed);
  palier_put_array (builder, "models");
  for (guint i = 0; family->models[i]; i++)
    json_builder_add_string_value (builder, family->models[i]);
  json_builder_end_array (builder);
  palier_put_array (builder, "landings");
  for (guint i = 0; i < family->landings->len; i++)
    add_landing (builder, &g_array_index (family->landings, PalierLanding, i));
  json_builder_end_array (builder);
  add_repair (builder, family);
  palier_put_array (builder, "packages");
  for (guint i = 0; i < family->packages->len; i++)
    add_package (builder, &g_array_index (family->packages, PalierKnownPackage, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
add_rule (JsonBuilder *builder, const PalierRule *rule)
{
  json_builder_begin_object (builder);
  palier_put_text (builder, "id", rule->id);
  palier_put_text (builder, "level",
                          rule->level == PALIER_LEVEL_NONE ? NULL
                                                           : palier_level_get_nick (rule->level));
  palier_put_text (builder, "title", _ (rule->title));
  palier_put_text (builder, "reason", _ (rule->reason));
  palier_put_text (builder, "remedy", _ (rule->remedy));
  palier_put_text (builder, "source", _ (rule->source));
  json_builder_end_object (builder);
}

static JsonNode *
to_json (PalierCatalogue *catalogue)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "page");
  json_builder_begin_object (builder);
  palier_put_text (builder, "title", palier_catalogue_get_page_title (catalogue));
  palier_put_text (builder, "date", palier_catalogue_get_page_date (catalogue));
  json_builder_end_object (builder);
  palier_put_text (builder, "changed", palier_catalogue_get_changed (catalogue));
  palier_put_array (builder, "families");
  for (guint i = 0; i < palier_catalogue_get_n_families (catalogue); i++)
    add_family (builder, palier_catalogue_get_family (catalogue, i));
  json_builder_end_array (builder);
  palier_put_array (builder, "rules");
  for (guint i = 0; i < palier_rule_get_n (); i++)
    add_rule (builder, palier_rule_get (i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
print_family (const PalierFamily *family)
{
  g_autofree char *models = g_strjoinv (", ", (char **) family->models);

  g_print ("\n%s\n", family->name);
  palier_print_wrapped (models, "  ", "  ");
  for (guint i = 0; i < family->landings->len; i++)
    {
      const PalierLanding *landing = &g_array_index (family->landings, PalierLanding, i);
      g_autofree char *version = palier_version_to_string (&landing->version);

      if (landing->package == PALIER_PACKAGE_CUSTOM)
        /* translators: %s is a version, such as V4.1.25 */
        g_print (_ ("  landing %s, custom firmware only"), version);
      else
        /* translators: %s is a version, such as V4.50.00 */
        g_print (_ ("  landing %s"), version);
      g_print ("\n");
    }
}

static void
print_rule (const PalierRule *rule)
{
  g_autofree char *source = NULL;

  /* translators: %s is the source of a rule, such as Palier’s own caution */
  source = g_strdup_printf (_ ("Source: %s"), _ (rule->source));
  g_print ("\n%s · %s\n", rule->id, _ (rule->title));
  palier_print_wrapped (_ (rule->reason), "  ", "  ");
  palier_print_wrapped (source, "  ", "  ");
}

static void
print_text (PalierCatalogue *catalogue)
{
  g_autofree char *dates = NULL;

  /* translators: both are dates: %1$s when the manufacturer’s page was published, %2$s when the
   * catalogue last changed */
  dates = g_strdup_printf (_ ("As published on %1$s; this catalogue last changed on %2$s."),
                           palier_catalogue_get_page_date (catalogue),
                           palier_catalogue_get_changed (catalogue));
  g_print ("%s\n", palier_catalogue_get_page_title (catalogue));
  palier_print_wrapped (dates, "", "");
  palier_print_wrapped (palier_catalogue_get_page_note (catalogue), "", "");
  for (guint i = 0; i < palier_catalogue_get_n_families (catalogue); i++)
    print_family (palier_catalogue_get_family (catalogue, i));
  for (guint i = 0; i < palier_rule_get_n (); i++)
    print_rule (palier_rule_get (i));
}

static int
catalogue_run (int argc, char **argv)
{
  PalierCommonOptions common = { 0 };
  int status = 0;

  if (!palier_command_parse (&palier_command_catalogue, NULL, NULL, &argc, &argv, &common))
    return 2;
  if (argc > 1)
    status = palier_command_usage (&palier_command_catalogue, _ ("It takes no argument."));
  else if (common.json)
    palier_command_print_json (to_json (palier_catalogue_get_shipped ()), FALSE);
  else
    print_text (palier_catalogue_get_shipped ());
  palier_common_options_clear (&common);
  return status;
}

const PalierCommand palier_command_catalogue = {
  .name = "catalogue",
  .arguments = "",
  .summary = N_ ("families, landings and rules, with their source"),
  .run = catalogue_run,
};
