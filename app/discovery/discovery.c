/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "discovery/discovery-private.h"

/* Cables are plugged in and pulled while one looks. */
#define LOOK_EVERY 3
#define TICK_EVERY 1.0
/* By now the third question has been out for a while: silence is an answer. */
#define PATIENCE 4.5

enum
{
  PROP_NOTHING = 1,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void palier_discovery_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PalierDiscovery,
                               palier_discovery,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      palier_discovery_list_model_init))

static GType
get_item_type (GListModel *model)
{
  return PALIER_TYPE_DISCOVERED;
}

static guint
get_n_items (GListModel *model)
{
  return PALIER_DISCOVERY (model)->items->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GPtrArray *items = PALIER_DISCOVERY (model)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
palier_discovery_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
palier_discovery_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_uint (value, palier_discovery_get_why_nothing (PALIER_DISCOVERY (object)));
}

static void
palier_discovery_dispose (GObject *object)
{
  palier_discovery_stop (PALIER_DISCOVERY (object));
  G_OBJECT_CLASS (palier_discovery_parent_class)->dispose (object);
}

static void
palier_discovery_finalize (GObject *object)
{
  PalierDiscovery *self = PALIER_DISCOVERY (object);

  g_ptr_array_unref (self->watches);
  g_ptr_array_unref (self->interfaces);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->pending);
  g_hash_table_unref (self->by_key);
  palier_clock_unref (self->clock);
  g_free (self->only);
  G_OBJECT_CLASS (palier_discovery_parent_class)->finalize (object);
}

static void
palier_discovery_class_init (PalierDiscoveryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = palier_discovery_get_property;
  object_class->dispose = palier_discovery_dispose;
  object_class->finalize = palier_discovery_finalize;
  properties[PROP_NOTHING]
    = g_param_spec_uint ("nothing", NULL, NULL, 0, G_MAXUINT, PALIER_NOTHING_YET,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
palier_discovery_init (PalierDiscovery *self)
{
  self->interfaces = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_interface_free);
  self->watches = palier_discovery_watches_new ();
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->pending = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->nothing = PALIER_NOTHING_YET;
}

PalierDiscovery *
palier_discovery_new (const char *interface, PalierClock *clock)
{
  PalierDiscovery *self = g_object_new (PALIER_TYPE_DISCOVERY, NULL);

  self->only = g_strdup (interface);
  self->clock = clock ? palier_clock_ref (clock) : palier_clock_new (1);
  self->started = palier_clock_now (self->clock);
  return self;
}

static gboolean
timer_cb (gpointer data)
{
  g_autoptr (PalierDiscovery) self = g_object_ref (data);
  double wait = palier_discovery_tick (self);

  if (self->running)
    {
      self->timer_due = palier_clock_now (self->clock) + wait;
      g_source_set_ready_time (self->timer,
                               g_get_monotonic_time () + (gint64) (wait * G_USEC_PER_SEC));
    }
  return G_SOURCE_CONTINUE;
}

static gboolean
timer_dispatch (GSource *source, GSourceFunc callback, gpointer data)
{
  g_source_set_ready_time (source, -1);
  return callback (data);
}

static GSourceFuncs timer_funcs = { NULL, NULL, timer_dispatch, NULL, NULL, NULL };

void
palier_discovery_wake (PalierDiscovery *self)
{
  double now = palier_clock_now (self->clock);
  double due = MAX (self->next_flush, now);

  if (!self->timer || due >= self->timer_due)
    return;
  self->timer_due = due;
  g_source_set_ready_time (self->timer,
                           g_get_monotonic_time () + (gint64) ((due - now) * G_USEC_PER_SEC));
}

void
palier_discovery_start (PalierDiscovery *self)
{
  double now = palier_clock_now (self->clock);

  self->started = now;
  self->next_look = now;
  palier_discovery_ask_anew (self, now);
  if (!self->running)
    {
      self->running = TRUE;
      self->context = g_main_context_ref_thread_default ();
      self->timer = g_source_new (&timer_funcs, sizeof (GSource));
      g_source_set_callback (self->timer, timer_cb, self, NULL);
      g_source_attach (self->timer, self->context);
    }
  self->timer_due = now;
  g_source_set_ready_time (self->timer, 0);
}

void
palier_discovery_stop (PalierDiscovery *self)
{
  if (!self->running)
    return;
  self->running = FALSE;
  g_ptr_array_set_size (self->watches, 0);
  g_ptr_array_set_size (self->interfaces, 0);
  g_source_destroy (self->timer);
  g_clear_pointer (&self->timer, g_source_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
}

static void
notify_nothing (PalierDiscovery *self)
{
  PalierNothing why = palier_discovery_get_why_nothing (self);

  if (why == self->nothing)
    return;
  self->nothing = why;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NOTHING]);
}

double
palier_discovery_tick (PalierDiscovery *self)
{
  double now = palier_clock_now (self->clock);

  if (self->running && now >= self->next_look)
    {
      self->next_look = now + LOOK_EVERY;
      palier_discovery_look_at_networks (self, now);
    }
  palier_discovery_ask (self, now);
  if (now >= self->next_flush)
    {
      self->next_flush = now + PALIER_DISCOVERY_FLUSH_EVERY;
      palier_discovery_flush (self);
    }
  notify_nothing (self);
  return self->pending->len > 0 ? MAX (self->next_flush - now, 0) : TICK_EVERY;
}

PalierNothing
palier_discovery_get_why_nothing (PalierDiscovery *self)
{
  if (self->items->len > 0)
    return PALIER_NOTHING_SOMETHING;
  if (!self->running)
    return self->nothing;
  if (self->interfaces->len == 0 && self->next_look > self->started)
    return PALIER_NOTHING_NO_INTERFACE;
  if (palier_clock_now (self->clock) - self->started < PATIENCE)
    return PALIER_NOTHING_YET;
  if (!palier_discovery_can_send (self))
    return PALIER_NOTHING_CANNOT_SEND;
  if (palier_discovery_is_port_in_use (self))
    return PALIER_NOTHING_PORT_IN_USE;
  if (palier_discovery_get_n_dropped (self) > 0)
    return PALIER_NOTHING_UNREADABLE;
  return PALIER_NOTHING_NO_ANSWER;
}

guint64
palier_discovery_get_n_verdicts (PalierDiscovery *self, PalierProbeVerdict verdict)
{
  return verdict < PALIER_PROBE_N_VERDICTS ? self->n_verdicts[verdict] : 0;
}

guint64
palier_discovery_get_n_datagrams (PalierDiscovery *self)
{
  guint64 n = 0;

  for (guint i = 0; i < PALIER_PROBE_N_VERDICTS; i++)
    n += self->n_verdicts[i];
  return n;
}

guint64
palier_discovery_get_n_dropped (PalierDiscovery *self)
{
  return self->n_verdicts[PALIER_PROBE_TOO_LONG] + self->n_verdicts[PALIER_PROBE_UNREADABLE]
         + self->n_verdicts[PALIER_PROBE_NAMELESS] + self->n_full;
}
