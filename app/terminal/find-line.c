/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/find-line.h"

#include "terminal/recorder-json.h"

#include <glib/gi18n-lib.h>

static void
add_told (JsonBuilder *builder, const char *name, PalierTold told)
{
  json_builder_set_member_name (builder, name);
  if (told == PALIER_TOLD_NOTHING)
    json_builder_add_null_value (builder);
  else
    json_builder_add_boolean_value (builder, told == PALIER_TOLD_YES);
}

void
palier_found_add_json (JsonBuilder *builder, PalierDiscovered *item)
{
  const PalierProbe *probe = palier_discovered_get_probe (item);
  g_autofree char *build = palier_version_build_to_string (&probe->version);

  json_builder_begin_object (builder);
  palier_put_text (builder, "model", probe->model);
  palier_put_text (builder, "serial", probe->serial);
  palier_put_text (builder, "mac", probe->mac);
  palier_put_text (builder, "address", probe->address);
  palier_put_number (builder, "http_port", probe->http_port ? (gint64) probe->http_port : -1);
  palier_put_text (builder, "version",
                          probe->version_known ? probe->version.spelling : NULL);
  palier_put_text (builder, "build", probe->version_known ? build : NULL);
  add_told (builder, "activated", probe->activated);
  json_builder_set_member_name (builder, "reachable");
  json_builder_add_boolean_value (builder,
                                  palier_discovered_get_reach (item) == PALIER_REACH_YES);
  json_builder_end_object (builder);
}

JsonNode *
palier_found_to_json (PalierDiscovered *item)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  palier_found_add_json (builder, item);
  return json_builder_get_root (builder);
}

static void
add_line (GString *text, const char *line)
{
  if (line)
    g_string_append_printf (text, "\n  %s", line);
}

static void
add_moved (GString *text, PalierDiscovered *item)
{
  const char *previous = palier_discovered_get_previous_address (item);
  g_autofree char *line = NULL;

  if (!previous)
    return;
  /* translators: %s is a network address, such as 192.168.1.64. */
  line = g_strdup_printf (_ ("It was at %s a moment ago: this is the same recorder."), previous);
  add_line (text, line);
}

char *
palier_found_to_text (PalierDiscovered *item)
{
  const PalierProbe *probe = palier_discovered_get_probe (item);
  PalierReach reach = palier_discovered_get_reach (item);
  g_autofree char *place = palier_discovered_dup_place (item);
  GString *text = g_string_new (place ? place : _ ("no address"));

  g_string_append_printf (text, "  %s", probe->model ? probe->model : _ ("unknown model"));
  if (probe->version_known)
    {
      g_autofree char *version = palier_version_to_string (&probe->version);

      g_string_append_printf (text, "  %s", version);
    }
  add_line (text, probe->serial);
  add_line (text, probe->mac);
  if (!probe->version_known)
    add_line (text, _ ("It shows its firmware version once you have signed in."));
  if (probe->activated == PALIER_TOLD_NO)
    add_line (text, _ ("It has no password yet: it is not activated."));
  add_moved (text, item);
  add_line (text, palier_reach_get_sentence (reach));
  add_line (text, palier_reach_get_remedy (reach));
  return g_string_free (text, FALSE);
}
