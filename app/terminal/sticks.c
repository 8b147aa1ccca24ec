/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/size-text.h"
#include "stick/sticks.h"
#include "terminal/command.h"
#include "terminal/recorder-json.h"

#include <glib/gi18n-lib.h>

static void
add_volume (JsonBuilder *builder, PalierVolume *volume)
{
  json_builder_begin_object (builder);
  palier_put_text (builder, "label", palier_volume_get_label (volume));
  palier_put_text (builder, "filesystem", palier_volume_get_filesystem (volume));
  palier_put_number (builder, "size", palier_volume_get_size (volume));
  palier_put_number (builder, "free", palier_volume_get_free (volume));
  palier_put_text (builder, "mount", palier_volume_get_mount (volume));
  palier_put_flag (builder, "read_only", palier_volume_get_read_only (volume));
  json_builder_end_object (builder);
}

static void
add_stick (JsonBuilder *builder, PalierStick *stick)
{
  json_builder_begin_object (builder);
  palier_put_number (builder, "bus", palier_stick_get_bus (stick));
  palier_put_text (builder, "port", palier_stick_get_port (stick));
  palier_put_text (builder, "vendor", palier_stick_get_vendor (stick));
  palier_put_text (builder, "product", palier_stick_get_product (stick));
  palier_put_text (builder, "serial", palier_stick_get_serial (stick));
  palier_put_array (builder, "volumes");
  for (guint i = 0; i < palier_stick_get_n_volumes (stick); i++)
    add_volume (builder, palier_stick_get_volume (stick, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (GPtrArray *sticks)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  palier_put_array (builder, "sticks");
  for (guint i = 0; i < sticks->len; i++)
    add_stick (builder, g_ptr_array_index (sticks, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  palier_command_print_json (json_builder_get_root (builder), FALSE);
}

static void
print_volume (PalierVolume *volume)
{
  const char *label = palier_volume_get_label (volume);
  const char *filesystem = palier_volume_get_filesystem (volume);
  const char *mount = palier_volume_get_mount (volume);
  gint64 whole = palier_volume_get_size (volume);
  g_autofree char *size = whole >= 0 ? palier_size_dup_text ((guint64) whole) : g_strdup (_ ("size unknown"));

  g_print ("  %s · %s · %s", label ? label : _ ("no label"), filesystem ? filesystem : _ ("not formatted"), size);
  if (palier_volume_get_free (volume) >= 0)
    {
      g_autofree char *space = palier_size_dup_text ((guint64) palier_volume_get_free (volume));

      /* translators: %s is an amount of free space, such as “3.2 GB”. */
      g_print (_ (" · %s free"), space);
    }
  if (palier_volume_get_read_only (volume))
    g_print (" · %s", _ ("read-only"));
  g_print ("\n    %s\n", mount ? mount : _ ("not mounted"));
}

static void
print_text (GPtrArray *sticks)
{
  for (guint i = 0; i < sticks->len; i++)
    {
      PalierStick *stick = g_ptr_array_index (sticks, i);
      g_autofree char *name = palier_stick_dup_name (stick);
      const char *serial = palier_stick_get_serial (stick);

      if (serial)
        /* translators: the name of a USB stick, the USB port that it is in, and its serial number. */
        g_print (_ ("%s, port %s, serial number %s"), name, palier_stick_get_port (stick), serial);
      else
        /* translators: the name of a USB stick, and the USB port that it is in. */
        g_print (_ ("%s, port %s"), name, palier_stick_get_port (stick));
      g_print ("\n");
      for (guint j = 0; j < palier_stick_get_n_volumes (stick); j++)
        print_volume (palier_stick_get_volume (stick, j));
    }
  if (sticks->len == 0)
    g_print ("%s\n", _ ("No USB stick is plugged in."));
}

static int
sticks_run (int argc, char **argv)
{
  PalierCommonOptions common = { 0 };
  PalierSticksState state;
  g_autoptr (GPtrArray) sticks = NULL;
  g_autoptr (GError) error = NULL;

  if (!palier_command_parse (&palier_command_sticks, NULL, NULL, &argc, &argv, &common))
    return 2;
  if (argc > 1)
    {
      palier_common_options_clear (&common);
      return palier_command_usage (&palier_command_sticks, argv[1]);
    }
  sticks = palier_sticks_look (&state, NULL, &error);
  if (state == PALIER_STICKS_NO_SERVICE)
    g_printerr ("palier: %s\n  %s\n", palier_error_get_sentence (error), palier_error_get_remedy (error));
  if (state == PALIER_STICKS_NO_BUS)
    {
      palier_common_options_clear (&common);
      return palier_command_fail (error);
    }
  common.json ? print_json (sticks) : print_text (sticks);
  palier_common_options_clear (&common);
  return 0;
}

const PalierCommand palier_command_sticks = {
  .name = "sticks",
  .arguments = "",
  .summary = N_ ("USB sticks in this computer, and what is on them"),
  .run = sticks_run,
};
