/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/recorder-json.h"

#include <glib/gi18n-lib.h>

void
palier_json_add_string (JsonBuilder *builder, const char *name, const char *text)
{
  json_builder_set_member_name (builder, name);
  if (text)
    json_builder_add_string_value (builder, text);
  else
    json_builder_add_null_value (builder);
}

void
palier_json_add_number (JsonBuilder *builder, const char *name, gint64 number)
{
  json_builder_set_member_name (builder, name);
  if (number >= 0)
    json_builder_add_int_value (builder, number);
  else
    json_builder_add_null_value (builder);
}

static void
add_version (JsonBuilder *builder, const PalierVersion *version)
{
  g_autofree char *build = version ? palier_version_build_to_string (version) : NULL;

  palier_json_add_string (builder, "version", version ? version->spelling : NULL);
  palier_json_add_string (builder, "build", build);
}

void
palier_json_add_recorder (JsonBuilder *builder, const PalierDeviceInfo *info, gint64 up_time_s)
{
  if (!info)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  palier_json_add_string (builder, "model", info->model);
  palier_json_add_string (builder, "serial", info->serial);
  palier_json_add_string (builder, "mac", info->mac);
  palier_json_add_string (builder, "type", info->type);
  add_version (builder, info->version_known ? &info->version : NULL);
  palier_json_add_string (builder, "name", info->name);
  palier_json_add_number (builder, "uptime_s", up_time_s);
  json_builder_end_object (builder);
}

static void
add_landings (JsonBuilder *builder, const PalierPlan *plan)
{
  json_builder_set_member_name (builder, "landings");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plan->landings->len; i++)
    {
      const PalierLanding *landing = &g_array_index (plan->landings, PalierLanding, i);

      json_builder_begin_object (builder);
      palier_json_add_string (builder, "version", landing->version.spelling);
      json_builder_set_member_name (builder, "default_before");
      json_builder_add_boolean_value (builder, landing->default_before);
      palier_json_add_string (builder, "package", landing->package == PALIER_PACKAGE_CUSTOM ? "custom" : "standard");
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_gates (JsonBuilder *builder, const PalierPlan *plan)
{
  json_builder_set_member_name (builder, "gates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < plan->gates->len; i++)
    {
      const PalierPlanGate *gate = &g_array_index (plan->gates, PalierPlanGate, i);

      json_builder_begin_object (builder);
      palier_json_add_string (builder, "id", gate->rule->id);
      palier_json_add_string (builder, "level", palier_level_get_nick (gate->level));
      palier_json_add_string (builder, "reason", _ (gate->rule->reason));
      palier_json_add_string (builder, "source", _ (gate->rule->source));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
palier_json_add_plan (JsonBuilder *builder, const PalierPlan *plan)
{
  static const char *const verdicts[] = { "climb", "nothing", "refused" };

  json_builder_begin_object (builder);
  palier_json_add_string (builder, "verdict", verdicts[plan->verdict]);
  palier_json_add_string (builder, "model", plan->model);
  json_builder_set_member_name (builder, "from");
  json_builder_begin_object (builder);
  add_version (builder, plan->from_known ? &plan->from : NULL);
  json_builder_end_object (builder);
  add_landings (builder, plan);
  palier_json_add_string (builder, "repair", plan->repair_advised ? "advised" : "none");
  add_gates (builder, plan);
  json_builder_end_object (builder);
}
