/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "stick-use.h"

#include "stick-errand.h"

#define PROGRESS_MS 200

typedef gboolean (*Work) (PalierStickErrand *errand, GCancellable *cancellable, GError **error);

struct _PalierStickUse
{
  GObject parent_instance;

  PalierSticks *sticks;
  PalierStickState state;
  GError *problem;
  char *port; /* of the stick that was chosen, NULL: none was */
  char *name;
  char *folder;
  gboolean written;
  GHashTable *keepers; /* of char *: sticks that copies were written to */

  GCancellable *cancellable;
  PalierStickErrand *errand; /* under way; the task's own */
  guint progress;
};

G_DEFINE_FINAL_TYPE (PalierStickUse, palier_stick_use, G_TYPE_OBJECT)

static guint changed_signal;

static void
tell (PalierStickUse *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
set_state (PalierStickUse *self, PalierStickState state, GError *problem)
{
  g_clear_error (&self->problem);
  self->problem = problem;
  self->state = state;
  tell (self);
}

static gboolean
progress_cb (gpointer data)
{
  tell (data);
  return G_SOURCE_CONTINUE;
}

typedef struct
{
  PalierStickErrand *errand;
  Work work;
} Task;

static void
task_free (Task *task)
{
  palier_stick_errand_free (task->errand);
  g_free (task);
}

static void
thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Task *own = data;
  GError *error = NULL;

  if (own->work (own->errand, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static PalierStickState
get_end (const PalierStickErrand *errand, Work work)
{
  if (errand->let_go)
    return PALIER_STICK_OUT;
  return work == palier_stick_errand_format ? PALIER_STICK_IDLE : PALIER_STICK_MOUNTED;
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (PalierStickUse) self = data;
  Task *own = g_task_get_task_data (G_TASK (result));
  GError *error = NULL;
  gboolean done = g_task_propagate_boolean (G_TASK (result), &error);

  g_clear_handle_id (&self->progress, g_source_remove);
  g_clear_object (&self->cancellable);
  self->errand = NULL;
  self->written |= own->errand->written;
  if (own->errand->written && own->errand->stick != NULL)
    g_hash_table_add (self->keepers, palier_stick_dup_identity (own->errand->stick));
  g_free (self->folder);
  self->folder = own->errand->let_go || own->work == palier_stick_errand_format ? NULL
                                                                                : g_strdup (own->errand->folder);
  palier_sticks_refresh (self->sticks);
  set_state (self, done ? get_end (own->errand, own->work) : PALIER_STICK_FAILED, error);
}

/* The last to let go of a task may be the worker: it must not own what has its sources here. */
static void
start (PalierStickUse *self, PalierStickState state, Work work, PalierStickErrand *errand)
{
  g_autoptr (GTask) task = NULL;
  Task *own = g_new0 (Task, 1);

  own->errand = errand;
  own->work = work;
  g_free (self->name);
  self->name = errand->stick != NULL ? palier_stick_dup_name (errand->stick) : g_path_get_basename (errand->folder);
  self->errand = errand;
  self->cancellable = g_cancellable_new ();
  self->progress = g_timeout_add (PROGRESS_MS, progress_cb, self);
  set_state (self, state, NULL);
  task = g_task_new (NULL, self->cancellable, done_cb, g_object_ref (self));
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, own, (GDestroyNotify) task_free);
  g_task_run_in_thread (task, thread);
}

/* NULL: nothing to work on, or something is under way. */
static PalierStickErrand *
new_errand (PalierStickUse *self, PalierStick *stick)
{
  PalierStickErrand *errand;
  PalierVolume *volume = stick != NULL ? palier_stick_get_best_volume (stick) : NULL;

  if (palier_stick_use_is_busy (self) || (stick == NULL && self->folder == NULL))
    return NULL;
  errand = g_new0 (PalierStickErrand, 1);
  if (stick != NULL)
    errand->stick = g_object_ref (stick);
  else
    errand->folder = g_strdup (self->folder);
  if (volume != NULL)
    errand->volume = g_object_ref (volume);
  return errand;
}

static PalierStick *
get_target (PalierStickUse *self)
{
  return palier_stick_use_needs_folder (self) ? NULL : palier_stick_use_get_chosen (self);
}

void
palier_stick_use_mount (PalierStickUse *self)
{
  PalierStickErrand *errand = new_errand (self, get_target (self));

  if (errand != NULL)
    start (self, PALIER_STICK_MOUNTING, palier_stick_errand_mount, errand);
}

void
palier_stick_use_copy (PalierStickUse *self, const char *source, PalierJournal *journal)
{
  PalierStickErrand *errand = new_errand (self, get_target (self));

  if (errand == NULL)
    return;
  errand->source = g_strdup (source);
  errand->journal = g_object_ref (journal);
  start (self, PALIER_STICK_WRITING, palier_stick_errand_copy, errand);
}

void
palier_stick_use_eject (PalierStickUse *self, PalierStick *stick, PalierJournal *journal)
{
  PalierStickErrand *errand = stick != NULL ? new_errand (self, stick) : NULL;

  if (errand == NULL)
    return;
  errand->folder = g_strdup (self->folder);
  g_set_object (&errand->journal, journal);
  start (self, PALIER_STICK_LETTING_GO, palier_stick_errand_let_go, errand);
}

gboolean
palier_stick_use_may_format (PalierStickUse *self, PalierStick *stick)
{
  PalierVolume *best = palier_stick_get_best_volume (stick);
  g_autofree char *identity = palier_stick_dup_identity (stick);

  return palier_stick_find_to_format (stick) != NULL && (best == NULL || !palier_volume_is_fat32 (best))
         && !g_hash_table_contains (self->keepers, identity);
}

void
palier_stick_use_format (PalierStickUse *self, PalierStick *stick, const char *typed)
{
  PalierStickErrand *errand = new_errand (self, stick);

  if (errand == NULL)
    return;
  g_set_object (&errand->volume, palier_stick_find_to_format (stick));
  errand->typed = g_strdup (typed);
  start (self, PALIER_STICK_FORMATTING, palier_stick_errand_format, errand);
}

void
palier_stick_use_cancel (PalierStickUse *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

void
palier_stick_use_forget (PalierStickUse *self)
{
  palier_stick_use_cancel (self);
  self->written = FALSE;
  if (!palier_stick_use_is_busy (self))
    set_state (self, PALIER_STICK_IDLE, NULL);
}

static void
palier_stick_use_dispose (GObject *object)
{
  PalierStickUse *self = PALIER_STICK_USE (object);

  g_clear_handle_id (&self->progress, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->sticks);
  G_OBJECT_CLASS (palier_stick_use_parent_class)->dispose (object);
}

static void
palier_stick_use_finalize (GObject *object)
{
  PalierStickUse *self = PALIER_STICK_USE (object);

  g_clear_error (&self->problem);
  g_hash_table_unref (self->keepers);
  g_free (self->port);
  g_free (self->name);
  g_free (self->folder);
  G_OBJECT_CLASS (palier_stick_use_parent_class)->finalize (object);
}

static void
palier_stick_use_class_init (PalierStickUseClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = palier_stick_use_dispose;
  G_OBJECT_CLASS (klass)->finalize = palier_stick_use_finalize;
  changed_signal = g_signal_new ("changed", PALIER_TYPE_STICK_USE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
palier_stick_use_init (PalierStickUse *self)
{
  self->keepers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

PalierStickUse *
palier_stick_use_new (PalierSticks *sticks)
{
  PalierStickUse *self = g_object_new (PALIER_TYPE_STICK_USE, NULL);

  self->sticks = sticks != NULL ? g_object_ref (sticks) : palier_sticks_new ();
  g_signal_connect_object (self->sticks, "items-changed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->sticks, "notify::state", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  palier_sticks_start (self->sticks);
  return self;
}

PalierSticks *
palier_stick_use_get_sticks (PalierStickUse *self)
{
  return self->sticks;
}

gboolean
palier_stick_use_needs_folder (PalierStickUse *self)
{
  PalierSticksState state = palier_sticks_get_state (self->sticks);

  return state == PALIER_STICKS_NO_SERVICE || state == PALIER_STICKS_NO_BUS;
}

PalierStickState
palier_stick_use_get_state (PalierStickUse *self)
{
  return self->state;
}

gboolean
palier_stick_use_is_busy (PalierStickUse *self)
{
  return self->errand != NULL;
}

double
palier_stick_use_get_fraction (PalierStickUse *self)
{
  return self->errand != NULL ? g_atomic_int_get (&self->errand->permille) / 1000.0 : 0;
}

const GError *
palier_stick_use_get_problem (PalierStickUse *self)
{
  return self->problem;
}

const char *
palier_stick_use_get_name (PalierStickUse *self)
{
  return self->name;
}

const char *
palier_stick_use_get_folder (PalierStickUse *self)
{
  return self->folder;
}

gboolean
palier_stick_use_has_written (PalierStickUse *self)
{
  return self->written;
}

void
palier_stick_use_choose (PalierStickUse *self, PalierStick *stick)
{
  if (palier_stick_use_is_busy (self) || g_strcmp0 (self->port, palier_stick_get_port (stick)) == 0)
    return;
  g_free (self->port);
  self->port = g_strdup (palier_stick_get_port (stick));
  g_clear_pointer (&self->folder, g_free);
  set_state (self, PALIER_STICK_IDLE, NULL);
}

void
palier_stick_use_choose_folder (PalierStickUse *self, const char *folder)
{
  if (palier_stick_use_is_busy (self))
    return;
  g_free (self->folder);
  self->folder = g_strdup (folder);
  set_state (self, PALIER_STICK_IDLE, NULL);
}

/* Nothing is chosen for the person but the only reasonable thing: a stick that can be written to. */
PalierStick *
palier_stick_use_get_chosen (PalierStickUse *self)
{
  PalierStick *first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->sticks)); i++)
    {
      g_autoptr (PalierStick) stick = g_list_model_get_item (G_LIST_MODEL (self->sticks), i);

      if (g_strcmp0 (self->port, palier_stick_get_port (stick)) == 0)
        return stick;
      if (first == NULL && palier_stick_get_best_volume (stick) != NULL)
        first = stick;
    }
  return first;
}

gboolean
palier_stick_use_is_ready (PalierStickUse *self)
{
  PalierStick *stick = get_target (self);

  if (palier_stick_use_needs_folder (self))
    return self->folder != NULL;
  return stick != NULL && palier_stick_get_best_volume (stick) != NULL;
}
