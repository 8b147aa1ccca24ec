/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "footage/footage.h"

#include "base/json-text.h"

static const char *const rounds[] = { "upgraded", "repaired" };

static void
palier_footage_sample_free (PalierFootageSample *sample)
{
  g_free (sample->start);
  g_free (sample->end);
  g_free (sample);
}

PalierFootage *
palier_footage_new (void)
{
  PalierFootage *self = g_new0 (PalierFootage, 1);

  self->samples = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_footage_sample_free);
  self->offset_s = PALIER_NO_OFFSET;
  return self;
}

void
palier_footage_free (PalierFootage *self)
{
  g_ptr_array_unref (self->samples);
  g_free (self->tag);
  g_free (self->paging);
  g_free (self->untold);
  g_free (self);
}

PalierFootageSample *
palier_footage_add (PalierFootage *self, guint track, const char *start, const char *end)
{
  PalierFootageSample *sample = g_new0 (PalierFootageSample, 1);
  const PalierFootageSample *last = self->samples->len > 0 ? self->samples->pdata[self->samples->len - 1] : NULL;

  if (!last || last->track != track)
    self->cameras++;
  sample->track = track;
  sample->start = g_strdup (start);
  sample->end = g_strdup (end);
  for (guint i = 0; i < PALIER_N_FOOTAGE_ROUNDS; i++)
    sample->found[i] = -1;
  g_ptr_array_add (self->samples, sample);
  return sample;
}

/* A round counts whole or not at all: half of it would look like a loss. */
static int
count_round (const PalierFootage *self, PalierFootageRound round)
{
  int found = 0;

  for (guint i = 0; i < self->samples->len; i++)
    {
      const PalierFootageSample *sample = self->samples->pdata[i];

      if (sample->found[round] < 0)
        return -1;
      found += sample->found[round];
    }
  return self->samples->len > 0 ? found : -1;
}

void
palier_footage_count (const PalierFootage *self, PalierFootageFinding *finding)
{
  *finding = (PalierFootageFinding){
    .samples = (int) self->samples->len,
    .found_before = (int) self->samples->len,
    .found_after_upgrade = count_round (self, PALIER_FOOTAGE_UPGRADED),
    .found_after_repair = count_round (self, PALIER_FOOTAGE_REPAIRED),
  };
}

static void
put_sample (JsonBuilder *builder, const PalierFootageSample *sample)
{
  json_builder_begin_object (builder);
  palier_put_number (builder, "track", sample->track);
  palier_put_text (builder, "start", sample->start);
  palier_put_text (builder, "end", sample->end);
  for (guint i = 0; i < PALIER_N_FOOTAGE_ROUNDS; i++)
    palier_put_flag (builder, rounds[i], sample->found[i]);
  json_builder_end_object (builder);
}

char *
palier_footage_to_text (const PalierFootage *self)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  palier_put_text (builder, "zone", palier_footage_zone_get_nick (self->zone));
  json_builder_set_member_name (builder, "offset_s");
  if (self->offset_s == PALIER_NO_OFFSET)
    json_builder_add_null_value (builder);
  else
    json_builder_add_int_value (builder, self->offset_s);
  palier_put_text (builder, "tag", self->tag);
  palier_put_text (builder, "paging", self->paging);
  palier_put_number (builder, "cap", self->cap > 0 ? (gint64) self->cap : -1);
  palier_put_text (builder, "untold", self->untold);
  palier_put_array (builder, "samples");
  for (guint i = 0; i < self->samples->len; i++)
    put_sample (builder, self->samples->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return palier_builder_to_text (builder, FALSE);
}

static void
take_sample (PalierFootage *self, JsonObject *object)
{
  gint64 track = palier_take_number (object, "track");
  g_autofree char *start = palier_take_text (object, "start");
  g_autofree char *end = palier_take_text (object, "end");
  PalierFootageSample *sample;

  if (track <= 0 || track > G_MAXUINT16 || !start || !end)
    return;
  sample = palier_footage_add (self, (guint) track, start, end);
  for (guint i = 0; i < PALIER_N_FOOTAGE_ROUNDS; i++)
    sample->found[i] = palier_take_flag (object, rounds[i]);
}

/* A zone west of UTC has a negative number, which is not the same as none. */
static int
take_offset (JsonObject *object)
{
  JsonNode *node = json_object_get_member (object, "offset_s");

  return node && JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_INT64
           ? (int) CLAMP (json_node_get_int (node), -86400, 86400)
           : PALIER_NO_OFFSET;
}

PalierFootage *
palier_footage_new_from_text (const char *text, GError **error)
{
  g_autoptr (JsonObject) object = palier_text_to_object (text, error);
  JsonArray *samples = object ? palier_take_array (object, "samples") : NULL;
  g_autofree char *zone = NULL;
  PalierFootage *self;

  if (!object)
    return NULL;
  self = palier_footage_new ();
  zone = palier_take_text (object, "zone");
  self->zone = palier_footage_zone_from_nick (zone);
  self->offset_s = take_offset (object);
  self->tag = palier_take_text (object, "tag");
  self->paging = palier_take_text (object, "paging");
  self->cap = (guint) CLAMP (palier_take_number (object, "cap"), 0, G_MAXUINT16);
  self->untold = palier_take_text (object, "untold");
  for (guint i = 0; samples && i < MIN (json_array_get_length (samples), PALIER_FOOTAGE_MAX_SAMPLES); i++)
    {
      JsonObject *sample = palier_array_get_object (samples, i);

      if (sample)
        take_sample (self, sample);
    }
  return self;
}
