/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "checkup/checkup-private.h"

#include "run/post.h"

#define AT_ONCE 4

/* In the main thread, as sources come in: rows whose last one this is. */
static void
note_sources (PalierCheckup *self, guint bits)
{
  guint before = self->sources;

  self->sources |= bits;
  if (bits & (1u << PALIER_SOURCE_INFO))
    palier_checkup_note_password (self);
  for (guint i = 0; i < PALIER_N_CHECKS; i++)
    {
      guint needed = palier_check_get_sources ((PalierCheck) i);

      if ((needed & ~self->sources) == 0 && (bits == 0 ? needed == 0 : (needed & ~before) != 0))
        palier_checkup_judge (self, (PalierCheck) i);
    }
}

typedef struct
{
  PalierCheckup *self;
  guint bits;
} Arrival;

static void
arrival_free (gpointer data)
{
  Arrival *arrival = data;

  g_object_unref (arrival->self);
  g_free (arrival);
}

static gboolean
arrived_cb (gpointer data)
{
  Arrival *arrival = data;

  if (!g_cancellable_is_cancelled (arrival->self->reader.cancellable))
    note_sources (arrival->self, arrival->bits);
  return G_SOURCE_REMOVE;
}

static void
announce (PalierCheckup *self, guint bits)
{
  Arrival *arrival = g_new0 (Arrival, 1);

  arrival->self = g_object_ref (self);
  arrival->bits = bits;
  palier_post (self->context, arrived_cb, arrival, arrival_free);
}

static void
read_cb (gpointer data, gpointer user_data)
{
  PalierCheckup *self = user_data;
  PalierSource source = (PalierSource) (GPOINTER_TO_UINT (data) - 1);

  if (g_cancellable_is_cancelled (self->reader.cancellable))
    return;
  palier_checkup_facts_read (self->facts, source, &self->reader);
  announce (self, 1u << source);
  if (source != PALIER_SOURCE_NETWORK)
    return;
  palier_checkup_facts_read (self->facts, PALIER_SOURCE_ROUTER, &self->reader);
  announce (self, 1u << PALIER_SOURCE_ROUTER);
}

static gboolean
finished_cb (gpointer data)
{
  palier_checkup_finish (data);
  return G_SOURCE_REMOVE;
}

static void
read_all (PalierCheckup *self)
{
  GThreadPool *pool = g_thread_pool_new (read_cb, self, AT_ONCE, FALSE, NULL);

  announce (self, 0);
  /* The router's network first: it takes longest. */
  g_thread_pool_push (pool, GUINT_TO_POINTER (PALIER_SOURCE_NETWORK + 1), NULL);
  for (guint i = 0; i < PALIER_N_SOURCES; i++)
    if (i != PALIER_SOURCE_NETWORK && i != PALIER_SOURCE_ROUTER)
      g_thread_pool_push (pool, GUINT_TO_POINTER (i + 1), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}

static gpointer
work_thread (gpointer data)
{
  PalierCheckup *self = data;

  if (palier_checkup_facts_open (self->facts, &self->reader, &self->error))
    read_all (self);
  if (!self->error)
    g_cancellable_set_error_if_cancelled (self->reader.cancellable, &self->error);
  palier_post (self->context, finished_cb, self, g_object_unref);
  return NULL;
}

void
palier_checkup_work (PalierCheckup *self)
{
  self->thread = g_thread_new ("palier-checkup", work_thread, g_object_ref (self));
}
