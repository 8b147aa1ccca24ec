/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/reprogram-show.h"

#include "base/error.h"
#include "base/json-text.h"
#include "terminal/recorder-json.h"

#include <glib/gi18n-lib.h>

static void
add_item (JsonBuilder *builder, PalierReprogramItem *item)
{
  const char *what = palier_reprogram_item_get_what (item);
  const char *where = palier_reprogram_item_get_where (item);

  json_builder_begin_object (builder);
  palier_put_text (builder, "id", palier_reprogram_item_get_id (item));
  palier_put_text (builder, "topic", _ (palier_topic_get_title (palier_reprogram_item_get_topic (item))));
  palier_put_text (builder, "what", *what ? what : NULL);
  palier_put_text (builder, "state", palier_reprogram_state_get_nick (palier_reprogram_item_get_state (item)));
  palier_put_text (builder, "before", palier_reprogram_item_get_before (item));
  palier_put_text (builder, "now", palier_reprogram_item_get_now (item));
  palier_put_text (builder, "where", where ? _ (where) : NULL);
  palier_json_add_error (builder, "problem", palier_reprogram_item_get_problem (item));
  json_builder_end_object (builder);
}

JsonNode *
palier_reprogram_to_json (PalierReprogram *reprogram, const PalierDeviceInfo *recorder)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "recorder");
  palier_json_add_recorder (builder, recorder, -1);
  palier_put_array (builder, "settings");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (reprogram)); i++)
    {
      g_autoptr (PalierReprogramItem) item = g_list_model_get_item (G_LIST_MODEL (reprogram), i);

      add_item (builder, item);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static const char *
get_words (PalierReprogramState state)
{
  switch (state)
    {
    case PALIER_REPROGRAM_DIFFERS:
      return _ ("can be put back");
    case PALIER_REPROGRAM_BY_HAND:
      return _ ("by hand");
    case PALIER_REPROGRAM_DONE:
      return _ ("put back, and read back");
    case PALIER_REPROGRAM_FAILED:
      return _ ("did not work");
    default:
      return _ ("not looked at yet");
    }
}

static void
print_item (PalierReprogramItem *item)
{
  PalierReprogramState state = palier_reprogram_item_get_state (item);
  const char *topic = _ (palier_topic_get_title (palier_reprogram_item_get_topic (item)));
  const char *what = palier_reprogram_item_get_what (item);
  const char *now = palier_reprogram_item_get_now (item);
  const char *where = palier_reprogram_item_get_where (item);
  const GError *problem = palier_reprogram_item_get_problem (item);

  g_print ("  %s  %s%s%s (%s)\n", palier_reprogram_item_get_id (item), topic, *what ? " · " : "", what,
           get_words (state));
  g_print ("      %s: %s\n", _ ("Before"), palier_reprogram_item_get_before (item));
  g_print ("      %s: %s\n", _ ("Now"), now ? now : _ ("not there"));
  if (state == PALIER_REPROGRAM_BY_HAND && where)
    g_print ("      → %s\n", _ (where));
  if (problem)
    g_print ("      ! %s\n      → %s\n", palier_error_get_sentence (problem), palier_error_get_remedy (problem));
}

void
palier_reprogram_print (PalierReprogram *reprogram, const PalierDeviceInfo *recorder)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (reprogram));

  g_print ("%s\n  %s\n", recorder->model, recorder->serial);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PalierReprogramItem) item = g_list_model_get_item (G_LIST_MODEL (reprogram), i);

      if (palier_reprogram_item_get_state (item) != PALIER_REPROGRAM_SAME)
        print_item (item);
    }
  if (palier_reprogram_count (reprogram, PALIER_REPROGRAM_SAME) == n)
    g_print ("  %s\n", _ ("Everything is as it was before the first change."));
}
