/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/inspect-record.h"
#include "terminal/plan.h"
#include "terminal/recorder-json.h"
#include "terminal/target.h"

#include <glib/gi18n-lib.h>

static void
add_disks (JsonBuilder *builder, GPtrArray *disks)
{
  palier_put_array (builder, "disks");
  for (guint i = 0; i < disks->len; i++)
    {
      const PalierDisk *disk = disks->pdata[i];

      json_builder_begin_object (builder);
      palier_put_number (builder, "id", disk->id);
      palier_put_text (builder, "name", disk->name);
      palier_put_text (builder, "status", disk->status);
      palier_put_number (builder, "capacity_mb", disk->capacity_mb);
      palier_put_number (builder, "free_mb", disk->free_mb);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_cameras (JsonBuilder *builder, GPtrArray *cameras)
{
  palier_put_array (builder, "cameras");
  for (guint i = 0; i < cameras->len; i++)
    {
      const PalierCamera *camera = cameras->pdata[i];

      json_builder_begin_object (builder);
      palier_put_number (builder, "channel", camera->channel);
      palier_put_text (builder, "name", camera->name);
      palier_put_text (builder, "address", camera->address);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
add_services (JsonBuilder *builder, GPtrArray *services)
{
  palier_put_array (builder, "services");
  for (guint i = 0; i < services->len; i++)
    {
      const PalierService *service = services->pdata[i];

      json_builder_begin_object (builder);
      palier_put_text (builder, "protocol", service->protocol);
      palier_put_number (builder, "port", service->port);
      palier_put_flag (builder, "enabled", service->enabled);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static JsonNode *
to_json (const PalierSurvey *survey)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "recorder");
  palier_json_add_recorder (builder, survey->info, survey->status.up_time_s);
  add_disks (builder, survey->disks);
  add_cameras (builder, survey->cameras);
  add_services (builder, survey->services);
  json_builder_set_member_name (builder, "plan");
  palier_json_add_plan (builder, survey->plan);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static void
print_text (const PalierSurvey *survey)
{
  const PalierDeviceInfo *info = survey->info;

  g_print ("%s\n  %s\n  %s\n", info->model, info->serial,
           info->firmware ? info->firmware : _ ("This recorder does not tell its version."));
  for (guint i = 0; i < survey->disks->len; i++)
    {
      const PalierDisk *disk = survey->disks->pdata[i];

      /* translators: a disk of the recorder: %1$s its name, %2$s its state in the recorder’s own word. */
      g_print (_ ("  disk %1$s: %2$s"), disk->name, disk->status);
      g_print ("\n");
    }
  /* translators: %u is the number of cameras that the recorder lists. */
  g_print (ngettext ("  %u camera", "  %u cameras", survey->cameras->len), survey->cameras->len);
  g_print ("\n");
  palier_plan_print (survey->plan);
}

static gboolean
parse (PalierTarget *target, char **record, PalierCommonOptions *common, int *argc, char ***argv)
{
  const GOptionEntry entries[] = {
    { "record", 0, 0, G_OPTION_ARG_FILENAME, record,
      N_ ("Keep what it answers, without names, addresses and secrets, in this file; - is standard output"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };

  return palier_command_parse (&palier_command_inspect, entries, palier_target_new_option_group (target), argc, argv,
                               common);
}

static int
inspect (PalierTarget *target, const PalierCommonOptions *common, const char *record)
{
  g_autoptr (PalierRecording) recording = record ? palier_recording_new (target->connection) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (PalierSurvey) survey = palier_target_survey (target, common, &error);

  if (!survey || (recording && !palier_inspect_record (recording, record, &error)))
    return palier_command_fail (error);
  /* Standard output is one thing or the other. */
  if (record && g_str_equal (record, "-"))
    return 0;
  if (common->json)
    palier_command_print_json (to_json (survey), FALSE);
  else
    print_text (survey);
  return 0;
}

static int
inspect_run (int argc, char **argv)
{
  PalierCommonOptions common = { 0 };
  g_auto (PalierTarget) target = { 0 };
  g_autofree char *record = NULL;
  int status = 2;

  if (!parse (&target, &record, &common, &argc, &argv))
    return 2;
  if (palier_target_open (&target, &palier_command_inspect, &common, argc, argv, &status, NULL))
    status = inspect (&target, &common, record);
  palier_common_options_clear (&common);
  return status;
}

const PalierCommand palier_command_inspect = {
  .name = "inspect",
  .arguments = "ADDRESS | --practice[=SCENARIO] [--record FILE]",
  .summary = N_ ("what the wizard reads before it plans; changes nothing"),
  .run = inspect_run,
};
