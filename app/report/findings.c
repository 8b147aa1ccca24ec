/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/findings.h"

#include "base/error.h"
#include "base/json-text.h"

static const char *const verdicts[] = { "verified", "declared", "not-checked" };

char *
palier_footage_finding_to_text (const PalierFootageFinding *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  palier_put_number (builder, "samples", self->samples);
  palier_put_number (builder, "found_before", self->found_before);
  palier_put_number (builder, "found_after_upgrade", self->found_after_upgrade);
  palier_put_number (builder, "found_after_repair", self->found_after_repair);
  json_builder_end_object (builder);
  return palier_builder_to_text (builder, FALSE);
}

static int
take_count (JsonObject *object, const char *name)
{
  return (int) CLAMP (palier_take_number (object, name), -1, G_MAXINT);
}

gboolean
palier_footage_finding_parse (const char *text, PalierFootageFinding *finding, GError **error)
{
  g_autoptr (JsonObject) object = palier_text_to_object (text, error);

  if (!object)
    return FALSE;
  finding->samples = take_count (object, "samples");
  finding->found_before = take_count (object, "found_before");
  finding->found_after_upgrade = take_count (object, "found_after_upgrade");
  finding->found_after_repair = take_count (object, "found_after_repair");
  return TRUE;
}

PalierCheckRow *
palier_check_row_new (const char *topic, PalierCheckVerdict verdict, const char *finding, const char *value)
{
  PalierCheckRow *self = g_new0 (PalierCheckRow, 1);

  self->topic = g_strdup (topic);
  self->verdict = verdict;
  self->finding = g_strdup (finding);
  self->value = g_strdup (value);
  return self;
}

void
palier_check_row_free (PalierCheckRow *self)
{
  g_free (self->topic);
  g_free (self->finding);
  g_free (self->value);
  g_free (self->why);
  g_free (self->what_to_do);
  g_free (self->etsi);
  g_free (self->nist);
  g_free (self);
}

const char *
palier_check_verdict_get_nick (PalierCheckVerdict verdict)
{
  g_return_val_if_fail (verdict < G_N_ELEMENTS (verdicts), NULL);
  return verdicts[verdict];
}

static void
put_row (JsonBuilder *builder, const PalierCheckRow *row)
{
  json_builder_begin_object (builder);
  palier_put_text (builder, "topic", row->topic);
  palier_put_text (builder, "verdict", palier_check_verdict_get_nick (row->verdict));
  palier_put_flag (builder, "needs_attention", row->needs_attention);
  palier_put_text (builder, "finding", row->finding);
  palier_put_text (builder, "value", row->value);
  palier_put_text (builder, "why", row->why);
  palier_put_text (builder, "what_to_do", row->what_to_do);
  palier_put_text (builder, "etsi", row->etsi);
  palier_put_text (builder, "nist", row->nist);
  json_builder_end_object (builder);
}

char *
palier_checkup_to_text (GPtrArray *rows)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  palier_put_array (builder, "checkup");
  for (guint i = 0; i < rows->len; i++)
    put_row (builder, rows->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return palier_builder_to_text (builder, FALSE);
}

/* A verdict that is not known here was never verified. */
static PalierCheckVerdict
take_verdict (JsonObject *object)
{
  g_autofree char *word = palier_take_text (object, "verdict");

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    if (g_strcmp0 (word, verdicts[i]) == 0)
      return (PalierCheckVerdict) i;
  return PALIER_CHECK_NOT_CHECKED;
}

static PalierCheckRow *
take_row (JsonObject *object)
{
  PalierCheckRow *row = g_new0 (PalierCheckRow, 1);

  row->topic = palier_take_text (object, "topic");
  row->verdict = take_verdict (object);
  row->needs_attention = palier_take_flag (object, "needs_attention") == 1;
  row->finding = palier_take_text (object, "finding");
  row->value = palier_take_text (object, "value");
  row->why = palier_take_text (object, "why");
  row->what_to_do = palier_take_text (object, "what_to_do");
  row->etsi = palier_take_text (object, "etsi");
  row->nist = palier_take_text (object, "nist");
  return row;
}

GPtrArray *
palier_checkup_new_from_text (const char *text, GError **error)
{
  g_autoptr (JsonObject) object = palier_text_to_object (text, error);
  JsonArray *array = palier_take_array (object, "checkup");
  GPtrArray *rows;

  if (!object)
    return NULL;
  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_check_row_free);
  for (guint i = 0; array && i < json_array_get_length (array); i++)
    {
      JsonObject *row = palier_array_get_object (array, i);

      if (row)
        g_ptr_array_add (rows, take_row (row));
    }
  return rows;
}
