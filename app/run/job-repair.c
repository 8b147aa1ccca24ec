/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "run/job-struct.h"

#include "run/post.h"

/* What the worker has seen, on its way to the main thread. */
typedef struct
{
  PalierJob *job;
  PalierRepair *repair;
} News;

static void
news_free (gpointer data)
{
  News *news = data;

  g_object_unref (news->job);
  g_clear_pointer (&news->repair, palier_repair_free);
  g_free (news);
}

static gboolean
show_repair_cb (gpointer data)
{
  News *news = data;

  g_clear_pointer (&news->job->repair, palier_repair_free);
  news->job->repair = g_steal_pointer (&news->repair);
  g_object_notify (G_OBJECT (news->job), "repair");
  return G_SOURCE_REMOVE;
}

void
palier_job_show_repair (PalierJob *self, PalierRepair *repair)
{
  News *news = g_new0 (News, 1);

  news->job = g_object_ref (self);
  news->repair = repair;
  palier_post (self->main_context, show_repair_cb, news, news_free);
}

const PalierRepair *
palier_job_get_repair (PalierJob *self)
{
  return self->repair;
}
