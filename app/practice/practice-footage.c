/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-life.h"

#include <math.h>

#define PIECE 14400.0             /* a segment ends every four hours */
#define BYTES_PER_SECOND 262144.0 /* two megabits */

static guint64
recording_channels (PalierModel *self)
{
  guint64 channels = 0;

  if (self->phase == PALIER_PHASE_RESTARTING || self->phase == PALIER_PHASE_BROKEN)
    return 0;
  for (guint i = 0; i < self->cameras->len; i++)
    {
      PalierPracticeCamera *camera = self->cameras->pdata[i];

      if (camera->scheduled && camera->online)
        channels |= G_GUINT64_CONSTANT (1) << (camera->id - 1);
    }
  return channels;
}

void
palier_footage_record (PalierModel *self)
{
  guint64 channels = recording_channels (self);
  PalierPracticeSpan *last = self->spans->len > 0 ? &g_array_index (self->spans, PalierPracticeSpan,
                                                                    self->spans->len - 1)
                                                  : NULL;
  PalierPracticeSpan fresh = { self->now, 0, channels };

  if (last != NULL && last->until <= 0)
    {
      if (last->channels == channels)
        return;
      last->until = self->now;
    }
  if (channels != 0)
    g_array_append_val (self->spans, fresh);
}

/* Which pieces the unconverted database does not find: a quarter of them, the same ones always. */
static gboolean
is_missing (PalierModel *self, guint track, double piece)
{
  guint64 mixed = ((guint64) piece * 2654435761u) ^ ((guint64) track * 40503u) ^ self->seed;

  mixed ^= mixed >> 15;
  mixed *= G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return self->repair_wanted && (mixed >> 40) % 4 == 0;
}

static void
find_in_span (PalierModel *self, const PalierPracticeSpan *span, guint track, double from,
              double until, GArray *found)
{
  double end = span->until > 0 ? span->until : self->now;
  double first = floor (MAX (span->from, from) / PIECE);
  double last = floor (MIN (end, until) / PIECE);

  for (double piece = first; piece <= last; piece++)
    {
      PalierPracticeSegment segment
          = { MAX (span->from, piece * PIECE), MIN (end, (piece + 1) * PIECE), track, 0 };

      if (segment.until <= segment.from || segment.until <= from || segment.from >= until
          || is_missing (self, track, piece))
        continue;
      segment.size = (guint64) ((segment.until - segment.from) * BYTES_PER_SECOND);
      g_array_append_val (found, segment);
    }
}

GArray *
palier_footage_find (PalierModel *self, guint track, double from, double until)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (PalierPracticeSegment));
  guint channel = track / 100;

  if (channel == 0 || channel > PALIER_MAX_CHANNELS || track % 100 != 1)
    return found;
  for (guint i = 0; i < self->spans->len; i++)
    {
      PalierPracticeSpan *span = &g_array_index (self->spans, PalierPracticeSpan, i);

      if ((span->channels >> (channel - 1)) & 1)
        find_in_span (self, span, track, from, until, found);
    }
  return found;
}
