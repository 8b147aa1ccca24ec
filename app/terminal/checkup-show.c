/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/command.h"

#include "base/json-text.h"
#include "terminal/checkup-show.h"
#include "terminal/recorder-json.h"

#include <glib/gi18n-lib.h>

static const char *
translate (const char *text)
{
  return text ? _ (text) : NULL;
}

static void
add_row (JsonBuilder *builder, PalierCheck check, const PalierCheckRow *row)
{
  g_autofree char *finding = palier_check_row_dup_finding (row);

  json_builder_begin_object (builder);
  palier_put_text (builder, "id", palier_check_get_nick (check));
  palier_put_text (builder, "topic", translate (row->topic));
  palier_put_text (builder, "verdict", palier_check_verdict_get_nick (row->verdict));
  palier_put_flag (builder, "needs_attention", row->needs_attention);
  palier_put_text (builder, "finding", finding);
  palier_put_text (builder, "value", row->value);
  palier_put_text (builder, "why", translate (row->why));
  palier_put_text (builder, "what_to_do", translate (row->what_to_do));
  palier_put_text (builder, "etsi_en_303_645", row->etsi);
  palier_put_text (builder, "nistir_8425", row->nist);
  json_builder_end_object (builder);
}

static void
add_rows (JsonBuilder *builder, GListModel *list)
{
  palier_put_array (builder, "checkup");
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PalierCheckItem) item = g_list_model_get_item (list, i);
      const PalierCheckRow *row = palier_check_item_get_row (item);

      if (row)
        add_row (builder, palier_check_item_get_check (item), row);
    }
  json_builder_end_array (builder);
}

static void
add_counts (JsonBuilder *builder, PalierCheckup *checkup)
{
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  palier_put_number (builder, "verified", palier_checkup_count (checkup, PALIER_CHECK_VERIFIED));
  palier_put_number (builder, "declared", palier_checkup_count (checkup, PALIER_CHECK_DECLARED));
  palier_put_number (builder, "not_checked", palier_checkup_count (checkup, PALIER_CHECK_NOT_CHECKED));
  palier_put_number (builder, "need_attention", palier_checkup_count_attention (checkup));
  json_builder_end_object (builder);
}

JsonNode *
palier_checkup_to_json (PalierCheckup *checkup,
                        const PalierDeviceInfo *recorder,
                        gint64 up_time_s,
                        const char *report)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "recorder");
  palier_json_add_recorder (builder, recorder, up_time_s);
  add_rows (builder, G_LIST_MODEL (checkup));
  add_counts (builder, checkup);
  palier_put_text (builder, "report", report);
  json_builder_end_object (builder);
  return json_builder_get_root (builder);
}

static const char *
get_verdict (const PalierCheckRow *row)
{
  static const char *const words[] = { N_ ("verified"), N_ ("declared"), N_ ("not checked") };

  return _ (words[row->verdict]);
}

static void
print_row (const PalierCheckRow *row)
{
  g_autofree char *finding = palier_check_row_dup_finding (row);

  g_print ("  %s %s (%s)\n      %s\n", row->needs_attention ? "!" : "·", translate (row->topic),
           get_verdict (row), finding);
  if (row->needs_attention && row->why)
    g_print ("      %s\n", _ (row->why));
  if (row->needs_attention && row->what_to_do)
    g_print ("      → %s\n", _ (row->what_to_do));
}

void
palier_checkup_print (PalierCheckup *checkup, const PalierDeviceInfo *recorder)
{
  GListModel *list = G_LIST_MODEL (checkup);
  PalierTip tip = PALIER_N_TIPS;

  g_print ("%s\n  %s\n", recorder->model, recorder->serial);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (PalierCheckItem) item = g_list_model_get_item (list, i);
      const PalierCheckRow *row = palier_check_item_get_row (item);

      if (!row)
        continue;
      if (palier_check_get_tip (palier_check_item_get_check (item)) != tip)
        {
          tip = palier_check_get_tip (palier_check_item_get_check (item));
          g_print ("%s\n", _ (palier_tip_get_title (tip)));
        }
      print_row (row);
    }
}
