/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stick/sticks.h"

#include "stick/port.h"
#include "stick/volumes.h"

/* Events come in bursts (device, disk, partition, file system): one look answers them all. */
#define SETTLE_MS 100
/* Where no event was ever heard (a sandbox), look as often as this. */
#define LOOK_SECONDS 2

struct _PalierSticks
{
  GObject parent;
  GPtrArray *sticks; /* of PalierStick, by bus and port */
  PalierSticksState state;
  PalierStickWatch *ports;
  PalierVolumesWatch *volumes;
  GCancellable *cancellable; /* of the look that goes on; NULL: none */
  guint settle;
  guint timer;
  gboolean started;
  gboolean again; /* something happened while it looked */
};

enum
{
  PROP_STATE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void
list_model_iface_init (GListModelInterface *iface);

G_DEFINE_TYPE_WITH_CODE (PalierSticks,
                         palier_sticks,
                         G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
start_look (PalierSticks *self);

static GType
get_item_type (GListModel *model)
{
  return PALIER_TYPE_STICK;
}

static guint
get_n_items (GListModel *model)
{
  return PALIER_STICKS (model)->sticks->len;
}

static gpointer
get_item (GListModel *model, guint i)
{
  PalierSticks *self = PALIER_STICKS (model);

  return i < self->sticks->len ? g_object_ref (g_ptr_array_index (self->sticks, i)) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

/* new NULL: the row goes; insert: it comes; else it takes the place of the row that is there. */
static void
change_row (PalierSticks *self, guint at, PalierStick *new, gboolean insert)
{
  if (!insert)
    g_ptr_array_remove_index (self->sticks, at);
  if (new)
    g_ptr_array_insert (self->sticks, (int) at, g_object_ref (new));
  g_list_model_items_changed (G_LIST_MODEL (self), at, insert ? 0 : 1, new ? 1 : 0);
}

/* Both are in order of place. A row that did not change stays the same object, so that it keeps its
 * selection and its focus. */
static void
take_list (PalierSticks *self, GPtrArray *found)
{
  guint i = 0, j = 0;

  while (i < self->sticks->len || j < found->len)
    {
      PalierStick *old = i < self->sticks->len ? g_ptr_array_index (self->sticks, i) : NULL;
      PalierStick *new = j < found->len ? g_ptr_array_index (found, j) : NULL;
      int order = !old ? 1 : !new ? -1 : palier_stick_compare (old, new);

      if (order < 0)
        {
          change_row (self, i, NULL, FALSE);
          continue;
        }
      if (order > 0)
        change_row (self, i, new, TRUE);
      else if (!palier_stick_equal (old, new))
        change_row (self, i, new, FALSE);
      i++;
      j++;
    }
}

typedef struct
{
  GPtrArray *sticks;
  PalierSticksState state;
} Found;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_clear_pointer (&found->sticks, g_ptr_array_unref);
  g_free (found);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Found *found = g_new0 (Found, 1);

  found->sticks = palier_sticks_look (&found->state, cancellable, NULL);
  g_task_return_pointer (task, found, found_free);
}

static void
look_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (PalierSticks) self = g_weak_ref_get (data);
  Found *found = g_task_propagate_pointer (G_TASK (result), NULL);

  g_weak_ref_clear (data);
  g_free (data);
  if (!found) /* stopped meanwhile; another look may be under way already */
    return;
  g_clear_object (&self->cancellable);
  take_list (self, found->sticks);
  if (self->state != found->state)
    {
      self->state = found->state;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
    }
  found_free (found);
  if (self->again && self->started)
    start_look (self);
}

/* The task must not own the list: the worker may be the last to let go of the task, and the list has to
 * end where its sources run. */
static void
start_look (PalierSticks *self)
{
  g_autoptr (GTask) task = NULL;
  GWeakRef *weak;

  if (self->cancellable)
    {
      self->again = TRUE;
      return;
    }
  self->again = FALSE;
  self->cancellable = g_cancellable_new ();
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  task = g_task_new (NULL, self->cancellable, look_cb, weak);
  g_task_run_in_thread (task, look_thread);
}

static gboolean
settle_cb (gpointer data)
{
  PalierSticks *self = data;

  self->settle = 0;
  start_look (self);
  return G_SOURCE_REMOVE;
}

void
palier_sticks_refresh (PalierSticks *self)
{
  if (self->started && !self->settle)
    self->settle = g_timeout_add (SETTLE_MS, settle_cb, self);
}

static void
port_changed (gpointer data)
{
  PalierSticks *self = data;

  g_clear_handle_id (&self->timer,
                     g_source_remove); /* events do come: no need to look by the clock */
  palier_sticks_refresh (self);
}

static void
volumes_changed (gpointer data)
{
  palier_sticks_refresh (data);
}

static gboolean
timer_cb (gpointer data)
{
  start_look (data);
  return G_SOURCE_CONTINUE;
}

void
palier_sticks_start (PalierSticks *self)
{
  if (self->started)
    return;
  self->started = TRUE;
  self->ports = palier_stick_port_watch (port_changed, self);
  self->volumes = palier_volumes_watch (volumes_changed, self);
  self->timer = g_timeout_add_seconds (LOOK_SECONDS, timer_cb, self);
  start_look (self);
}

void
palier_sticks_stop (PalierSticks *self)
{
  self->started = FALSE;
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_handle_id (&self->settle, g_source_remove);
  g_clear_pointer (&self->ports, palier_stick_watch_free);
  g_clear_pointer (&self->volumes, palier_volumes_watch_free);
  if (self->cancellable)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

PalierSticksState
palier_sticks_get_state (PalierSticks *self)
{
  return self->state;
}

static void
palier_sticks_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, PALIER_STICKS (object)->state);
}

static void
palier_sticks_dispose (GObject *object)
{
  palier_sticks_stop (PALIER_STICKS (object));
  G_OBJECT_CLASS (palier_sticks_parent_class)->dispose (object);
}

static void
palier_sticks_finalize (GObject *object)
{
  g_ptr_array_unref (PALIER_STICKS (object)->sticks);
  G_OBJECT_CLASS (palier_sticks_parent_class)->finalize (object);
}

static void
palier_sticks_class_init (PalierSticksClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = palier_sticks_get_property;
  object_class->dispose = palier_sticks_dispose;
  object_class->finalize = palier_sticks_finalize;
  props[PROP_STATE] =
      g_param_spec_uint ("state", NULL, NULL, 0, PALIER_STICKS_NO_BUS, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
palier_sticks_init (PalierSticks *self)
{
  self->sticks = g_ptr_array_new_with_free_func (g_object_unref);
}

PalierSticks *
palier_sticks_new (void)
{
  return g_object_new (PALIER_TYPE_STICKS, NULL);
}
