/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "reprogram/reprogram-struct.h"

#include "base/error.h"
#include "inventory/note.h"
#include "run/post.h"

/* What the worker has to say, for the main thread. */
typedef struct
{
  PalierReprogram *self;
  PalierReprogramItem *item; /* NULL: it has ended */
  PalierReprogramState state;
  PalierInventory *after; /* NULL: could not be read */
  GError *error;          /* NULL */
} Word;

static void
word_free (gpointer data)
{
  Word *word = data;

  g_clear_object (&word->item);
  g_clear_pointer (&word->after, palier_inventory_free);
  g_clear_error (&word->error);
  g_object_unref (word->self);
  g_free (word);
}

static gboolean
item_cb (gpointer data)
{
  Word *word = data;

  palier_reprogram_item_set_state (word->item, word->state, word->error);
  return G_SOURCE_REMOVE;
}

static void
say (PalierReprogram *self, PalierReprogramItem *item, PalierReprogramState state, const GError *error)
{
  Word *word = g_new0 (Word, 1);

  word->self = g_object_ref (self);
  word->item = g_object_ref (item);
  word->state = state;
  word->error = error ? g_error_copy (error) : NULL;
  palier_post (self->context, item_cb, word, word_free);
}

static const char *
find_now (GPtrArray *rows, PalierReprogramItem *item)
{
  for (guint i = 0; i < rows->len; i++)
    {
      const PalierDifference *row = rows->pdata[i];

      if (row->topic == palier_reprogram_item_get_topic (item)
          && g_str_equal (row->what, palier_reprogram_item_get_what (item)))
        return row->before;
    }
  return NULL;
}

static const PalierCamera *
find_camera (const PalierInventory *inventory, const char *what)
{
  guint64 channel = g_ascii_strtoull (what, NULL, 10);

  for (guint i = 0; i < inventory->cameras->len; i++)
    if (((const PalierCamera *) inventory->cameras->pdata[i])->channel == channel)
      return inventory->cameras->pdata[i];
  return NULL;
}

/* A channel that another camera has taken since is a person's to sort out. */
static gboolean
is_possible (PalierReprogram *self, PalierReprogramItem *item)
{
  const char *what = palier_reprogram_item_get_what (item);
  const PalierCamera *before, *now;

  if (palier_reprogram_item_get_put (item) == PALIER_PUT_BY_HAND)
    return FALSE;
  if (palier_reprogram_item_get_put (item) != PALIER_PUT_CAMERA)
    return TRUE;
  before = find_camera (self->work.before, what);
  now = find_camera (self->after, what);
  return before && before->address
         && (!now || (g_strcmp0 (now->address, before->address) == 0
                      && g_strcmp0 (now->protocol, before->protocol) == 0));
}

static void
apply (PalierReprogram *self)
{
  g_autoptr (GPtrArray) rows = palier_inventory_list (self->after);

  for (guint i = 0; i < self->items->len; i++)
    palier_reprogram_item_look (self->items->pdata[i], find_now (rows, self->items->pdata[i]),
                                is_possible (self, self->items->pdata[i]));
}

static gboolean
ended_cb (gpointer data)
{
  Word *word = data;
  PalierReprogram *self = word->self;

  g_thread_join (g_steal_pointer (&self->thread));
  g_clear_pointer (&self->to_put, g_ptr_array_unref);
  self->error = g_steal_pointer (&word->error);
  if (word->after)
    {
      g_clear_pointer (&self->after, palier_inventory_free);
      self->after = g_steal_pointer (&word->after);
      apply (self);
    }
  palier_reprogram_notify (self, TRUE);
  return G_SOURCE_REMOVE;
}

/* Errors that speak of the recorder as a whole end the round: the next item would fail alike. */
static gboolean
ends_all (PalierReprogramWork *work, const GError *error)
{
  return g_cancellable_is_cancelled (work->cancellable) || palier_error_get_exit_status (error) == 3
         || palier_error_get_exit_status (error) == 4;
}

static gboolean
put_one (PalierReprogram *self, PalierReprogramItem *item, GError **error)
{
  PalierReprogramWork *work = &self->work;
  g_autoptr (GError) local = NULL;

  say (self, item, PALIER_REPROGRAM_WORKING, NULL);
  if (palier_reprogram_put_back (work, palier_reprogram_item_get_topic (item),
                                 palier_reprogram_item_get_what (item), &local))
    {
      say (self, item, PALIER_REPROGRAM_DONE, NULL);
      return !work->journal
             || palier_journal_observe (work->journal, "put-back",
                                        palier_reprogram_item_get_id (item), error);
    }
  say (self, item, PALIER_REPROGRAM_FAILED, local);
  if (!ends_all (work, local))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local));
  return FALSE;
}

/* The recorder as it is now, also for the report. */
static PalierInventory *
look (PalierReprogramWork *work, GError **error)
{
  g_autoptr (GDateTime) now = palier_clock_date (work->clock);
  g_autoptr (PalierInventory) after
      = palier_inventory_read (work->connection, now, work->cancellable, error);
  g_autofree char *text = after ? palier_inventory_to_text (after) : NULL;

  if (!text
      || (work->journal
          && !palier_journal_set_field (work->journal, PALIER_INVENTORY_AFTER, text, error)))
    return NULL;
  return g_steal_pointer (&after);
}

static gpointer
work_thread (gpointer data)
{
  PalierReprogram *self = data;
  Word *word = g_new0 (Word, 1);
  gboolean ok = TRUE;

  word->self = self;
  for (guint i = 0; ok && i < self->to_put->len; i++)
    ok = put_one (self, self->to_put->pdata[i], &word->error);
  if (ok || palier_error_get_exit_status (word->error) == 3)
    word->after = look (&self->work, ok ? &word->error : NULL);
  palier_post (self->context, ended_cb, word, word_free);
  return NULL;
}

/* to_put is taken over. */
static void
start (PalierReprogram *self, GPtrArray *to_put, GCancellable *cancellable)
{
  self->to_put = to_put;
  g_set_object (&self->work.cancellable, cancellable);
  g_clear_error (&self->error);
  self->thread = g_thread_new ("palier-reprogram", work_thread, g_object_ref (self));
  palier_reprogram_notify (self, FALSE);
}

void
palier_reprogram_look (PalierReprogram *self, GCancellable *cancellable)
{
  g_return_if_fail (!self->thread);
  start (self, g_ptr_array_new_with_free_func (g_object_unref), cancellable);
}

void
palier_reprogram_put (PalierReprogram *self, PalierReprogramItem *item, GCancellable *cancellable)
{
  GPtrArray *one = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (!self->thread);
  if (palier_reprogram_item_get_put (item) != PALIER_PUT_BY_HAND)
    g_ptr_array_add (one, g_object_ref (item));
  start (self, one, cancellable);
}

void
palier_reprogram_put_all (PalierReprogram *self, GCancellable *cancellable)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (!self->thread);
  for (guint i = 0; i < self->items->len; i++)
    {
      PalierReprogramState state = palier_reprogram_item_get_state (self->items->pdata[i]);

      if (palier_reprogram_item_get_put (self->items->pdata[i]) != PALIER_PUT_BY_HAND
          && (state == PALIER_REPROGRAM_DIFFERS || state == PALIER_REPROGRAM_FAILED))
        g_ptr_array_add (all, g_object_ref (self->items->pdata[i]));
    }
  start (self, all, cancellable);
}
