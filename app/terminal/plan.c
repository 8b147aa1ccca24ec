/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/plan.h"

#include "terminal/command.h"
#include "terminal/recorder-json.h"

#include <glib/gi18n-lib.h>

static void
print_plan (const PalierPlan *plan, gboolean json)
{
  g_autoptr (JsonBuilder) builder = NULL;

  if (json)
    {
      builder = json_builder_new ();
      palier_json_add_plan (builder, plan);
      palier_command_print_json (json_builder_get_root (builder), FALSE);
      return;
    }
  palier_plan_print (plan);
  g_print ("\n");
  palier_print_wrapped (palier_catalogue_get_page_note (palier_catalogue_get_shipped ()), "", "");
}

static int
plan_run (int argc, char **argv)
{
  PalierCommonOptions common = { 0 };
  g_autofree char *model = NULL;
  g_autofree char *firmware = NULL;
  g_autoptr (PalierPlan) plan = NULL;
  const GOptionEntry own[] = {
    { "model", 0, 0, G_OPTION_ARG_STRING, &model, N_ ("Model, exactly as the recorder tells it"),
      "M" },
    { "firmware", 0, 0, G_OPTION_ARG_STRING, &firmware, N_ ("Version and build that it runs"),
      "TEXT" },
    G_OPTION_ENTRY_NULL,
  };

  if (!palier_command_parse (&palier_command_plan, own, NULL, &argc, &argv, &common))
    return 2;
  if (!model || !firmware || argc > 1)
    {
      palier_common_options_clear (&common);
      return palier_command_usage (&palier_command_plan,
                                   _ ("It takes --model and --firmware, and nothing else."));
    }
  plan = palier_plan_new (palier_catalogue_get_shipped (), model, firmware);
  print_plan (plan, common.json);
  palier_common_options_clear (&common);
  return plan->verdict == PALIER_VERDICT_REFUSED ? 3 : 0;
}

const PalierCommand palier_command_plan = {
  .name = "plan",
  .arguments = "--model M --firmware \"V3.4.92 build 170518\"",
  .summary = N_ ("the way up from there, and the rules on it; no recorder is needed"),
  .run = plan_run,
};
