/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/recorder-json.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>

static void
add_version (JsonBuilder *builder, const PalierVersion *version)
{
  g_autofree char *build = version ? palier_version_build_to_string (version) : NULL;

  palier_put_text (builder, "version", version ? version->spelling : NULL);
  palier_put_text (builder, "build", build);
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
  palier_put_text (builder, "model", info->model);
  palier_put_text (builder, "serial", info->serial);
  palier_put_text (builder, "mac", info->mac);
  palier_put_text (builder, "type", info->type);
  add_version (builder, info->version_known ? &info->version : NULL);
  palier_put_text (builder, "name", info->name);
  palier_put_number (builder, "uptime_s", up_time_s);
  json_builder_end_object (builder);
}

static void
add_landings (JsonBuilder *builder, const PalierPlan *plan)
{
  palier_put_array (builder, "landings");
  for (guint i = 0; i < plan->landings->len; i++)
    {
      const PalierLanding *landing = &g_array_index (plan->landings, PalierLanding, i);

      json_builder_begin_object (builder);
      palier_put_text (builder, "version", landing->version.spelling);
      palier_put_flag (builder, "default_before", landing->default_before);
      palier_put_text (builder, "package", landing->package == PALIER_PACKAGE_CUSTOM ? "custom" : "standard");
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_gates (JsonBuilder *builder, const PalierPlan *plan)
{
  palier_put_array (builder, "gates");
  for (guint i = 0; i < plan->gates->len; i++)
    {
      const PalierPlanGate *gate = &g_array_index (plan->gates, PalierPlanGate, i);

      json_builder_begin_object (builder);
      palier_put_text (builder, "id", gate->rule->id);
      palier_put_text (builder, "level", palier_level_get_nick (gate->level));
      palier_put_text (builder, "reason", _ (gate->rule->reason));
      palier_put_text (builder, "source", _ (gate->rule->source));
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

void
palier_json_add_plan (JsonBuilder *builder, const PalierPlan *plan)
{
  static const char *const verdicts[] = { "climb", "nothing", "refused" };

  json_builder_begin_object (builder);
  palier_put_text (builder, "verdict", verdicts[plan->verdict]);
  palier_put_text (builder, "model", plan->model);
  json_builder_set_member_name (builder, "from");
  json_builder_begin_object (builder);
  add_version (builder, plan->from_known ? &plan->from : NULL);
  json_builder_end_object (builder);
  add_landings (builder, plan);
  palier_put_text (builder, "repair", plan->repair_advised ? "advised" : "none");
  add_gates (builder, plan);
  json_builder_end_object (builder);
}

void
palier_json_add_error (JsonBuilder *builder, const char *name, const GError *error)
{
  const char *rule = error ? palier_error_get_rule (error) : NULL;

  json_builder_set_member_name (builder, name);
  if (!error)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  palier_put_text (builder, "code", rule ? rule : palier_error_get_nick (error));
  palier_put_text (builder, "message", palier_error_get_sentence (error));
  palier_put_text (builder, "remedy", palier_error_get_remedy (error));
  palier_put_text (builder, "detail", rule ? NULL : palier_error_get_detail (error));
  json_builder_end_object (builder);
}
