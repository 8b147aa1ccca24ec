/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "inventory/inventory-private.h"
#include "base/json-text.h"
#include "report/report.h"
#include "report/words.h"

static const char *
say (PalierWords *words, const char *msgid)
{
  return msgid ? palier_words_get (words, msgid) : NULL;
}

static void
put_version (JsonBuilder *builder, const char *name, const char *firmware)
{
  PalierVersion version;
  g_autofree char *build = NULL;

  json_builder_set_member_name (builder, name);
  if (!firmware || !palier_version_parse (firmware, &version, NULL))
    {
      json_builder_add_null_value (builder);
      return;
    }
  build = palier_version_build_to_string (&version);
  json_builder_begin_object (builder);
  palier_put_text (builder, "version", version.spelling);
  palier_put_text (builder, "build", build);
  json_builder_end_object (builder);
}

static void
put_head (JsonBuilder *builder, const PalierReport *self, PalierWords *words)
{
  g_autofree char *number = palier_report_dup_number (self);

  json_builder_set_member_name (builder, "format");
  json_builder_add_int_value (builder, 1);
  palier_put_text (builder, "palier", PALIER_VERSION);
  palier_put_text (builder, "language", palier_words_get_language (words));
  palier_put_text (builder, "number", number);
  palier_put_text (builder, "site", self->site);
  palier_put_text (builder, "customer", self->customer);
  palier_put_text (builder, "technician", self->technician);
  palier_put_text (builder, "company", self->company);
  palier_put_text (builder, "remarks", self->remarks);
  palier_put_text (builder, "begun", self->begun);
  palier_put_text (builder, "finished", self->finished);
}

static void
put_recorder (JsonBuilder *builder, const PalierReport *self)
{
  json_builder_set_member_name (builder, "recorder");
  json_builder_begin_object (builder);
  palier_put_text (builder, "model", self->model);
  palier_put_text (builder, "serial", self->serial);
  palier_put_text (builder, "mac", self->mac);
  put_version (builder, "from", self->from);
  put_version (builder, "to", self->to);
  palier_put_text (builder, "restarted", self->restarted);
  json_builder_end_object (builder);
}

static void
put_outcome (JsonBuilder *builder, const PalierReport *self, PalierWords *words)
{
  palier_put_text (builder, "outcome", palier_outcome_get_nick (self->outcome));
  json_builder_set_member_name (builder, "error");
  if (!self->problem)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_object (builder);
  palier_put_text (builder, "code", self->problem);
  palier_put_text (builder, "message", say (words, self->sentence));
  palier_put_text (builder, "remedy", say (words, self->remedy));
  json_builder_end_object (builder);
}

static void
put_steps (JsonBuilder *builder, const PalierReport *self, PalierWords *words)
{
  palier_put_array (builder, "steps");
  for (guint i = 0; i < self->steps->len; i++)
    {
      const PalierReportStep *step = self->steps->pdata[i];

      json_builder_begin_object (builder);
      palier_put_text (builder, "id", step->id);
      palier_put_text (builder, "landing", *step->landing ? step->landing : NULL);
      palier_put_text (builder, "title", say (words, step->title));
      palier_put_text (builder, "state", palier_row_state_get_nick (step->state));
      palier_put_text (builder, "rule", step->rule);
      palier_put_text (builder, "begun", step->begun);
      palier_put_text (builder, "ended", step->ended);
      palier_put_number (builder, "failures", step->failures);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_backups (JsonBuilder *builder, const PalierReport *self)
{
  palier_put_array (builder, "backups");
  for (guint i = 0; i < self->backups->len; i++)
    {
      const PalierBackup *backup = self->backups->pdata[i];

      json_builder_begin_object (builder);
      palier_put_text (builder, "path", backup->path);
      palier_put_number (builder, "size", (gint64) backup->size);
      palier_put_text (builder, "sha256", backup->sha256);
      palier_put_text (builder, "date", backup->date);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_gaps (JsonBuilder *builder, const PalierReport *self)
{
  palier_put_array (builder, "recording_gaps");
  for (guint i = 0; i < self->gaps->len; i++)
    {
      const PalierReportGap *gap = self->gaps->pdata[i];

      json_builder_begin_object (builder);
      palier_put_text (builder, "since", gap->since);
      palier_put_text (builder, "until", gap->until);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_inventory (JsonBuilder *builder, const char *name, const PalierInventory *inventory)
{
  json_builder_set_member_name (builder, name);
  if (inventory)
    palier_inventory_build (inventory, builder);
  else
    json_builder_add_null_value (builder);
}

static void
put_differences (JsonBuilder *builder, const PalierReport *self)
{
  g_autoptr (GPtrArray) rows = NULL;

  put_inventory (builder, "before", self->before);
  put_inventory (builder, "after", self->after);
  json_builder_set_member_name (builder, "differences");
  if (!self->before || !self->after)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_array (builder);
  rows = palier_inventory_compare (self->before, self->after);
  for (guint i = 0; i < rows->len; i++)
    {
      const PalierDifference *row = rows->pdata[i];

      json_builder_begin_object (builder);
      palier_put_text (builder, "topic", palier_topic_get_nick (row->topic));
      palier_put_text (builder, "what", row->what);
      palier_put_text (builder, "before", row->before);
      palier_put_text (builder, "after", row->after);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_after_care (JsonBuilder *builder, const PalierReport *self)
{
  json_builder_set_member_name (builder, "footage");
  if (self->footage)
    {
      json_builder_begin_object (builder);
      palier_put_number (builder, "samples", self->footage->samples);
      palier_put_number (builder, "found_before", self->footage->found_before);
      palier_put_number (builder, "found_after_upgrade", self->footage->found_after_upgrade);
      palier_put_number (builder, "found_after_repair", self->footage->found_after_repair);
      json_builder_end_object (builder);
    }
  else
    json_builder_add_null_value (builder);
  json_builder_set_member_name (builder, "repair");
  json_builder_begin_object (builder);
  palier_put_flag (builder, "advised", self->plan->repair_advised);
  palier_put_text (builder, "begun", self->repair_begun);
  palier_put_text (builder, "ended", self->repair_ended);
  palier_put_text (builder, "broken_off", self->repair_broken);
  palier_put_text (builder, "broken_off_by",
                   !self->repair_broken ? NULL : self->repair_interrupted ? "restart" : "itself");
  json_builder_end_object (builder);
}

static void
put_check_row (JsonBuilder *builder, const PalierCheckRow *row, PalierWords *words)
{
  g_autofree char *finding = row->finding ? palier_words_fill (words, row->finding, row->value) : NULL;

  json_builder_begin_object (builder);
  palier_put_text (builder, "topic", say (words, row->topic));
  palier_put_text (builder, "verdict", palier_check_verdict_get_nick (row->verdict));
  palier_put_flag (builder, "needs_attention", row->needs_attention);
  palier_put_text (builder, "finding", finding);
  palier_put_text (builder, "why", say (words, row->why));
  palier_put_text (builder, "what_to_do", say (words, row->what_to_do));
  palier_put_text (builder, "etsi_en_303_645", row->etsi);
  palier_put_text (builder, "nistir_8425", row->nist);
  json_builder_end_object (builder);
}

static void
put_rows (JsonBuilder *builder, const char *name, GPtrArray *rows, PalierWords *words)
{
  json_builder_set_member_name (builder, name);
  if (!rows)
    {
      json_builder_add_null_value (builder);
      return;
    }
  json_builder_begin_array (builder);
  for (guint i = 0; i < rows->len; i++)
    put_check_row (builder, rows->pdata[i], words);
  json_builder_end_array (builder);
}

static void
put_consents (JsonBuilder *builder, const PalierReport *self)
{
  palier_put_array (builder, "consents");
  for (guint i = 0; i < self->consents->len; i++)
    {
      const PalierObservation *consent = self->consents->pdata[i];

      json_builder_begin_object (builder);
      palier_put_text (builder, "id", consent->what);
      palier_put_text (builder, "detail", consent->detail);
      palier_put_text (builder, "date", consent->date);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "terms");
  json_builder_begin_object (builder);
  palier_put_text (builder, "date", self->terms_date);
  palier_put_text (builder, "text_sha256", self->terms_sha256);
  palier_put_text (builder, "language", self->terms_language);
  palier_put_text (builder, "capacity", self->terms_capacity);
  json_builder_end_object (builder);
  palier_put_text (builder, "page_date", self->page_date);
}

char *
palier_report_to_json (const PalierReport *self, const char *language)
{
  g_autoptr (PalierWords) words = palier_words_new (language);
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  put_head (builder, self, words);
  put_outcome (builder, self, words);
  put_recorder (builder, self);
  put_steps (builder, self, words);
  put_backups (builder, self);
  put_gaps (builder, self);
  put_differences (builder, self);
  put_after_care (builder, self);
  put_rows (builder, "playback", self->playback, words);
  put_rows (builder, "checkup", self->checkup, words);
  put_consents (builder, self);
  json_builder_end_object (builder);
  return palier_builder_to_text (builder, TRUE);
}
