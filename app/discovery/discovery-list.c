/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "discovery/discovery-private.h"

#include "discovery/probe-text.h"

static char *
dup_key (char kind, const char *value)
{
  return value ? g_strdup_printf ("%c%s", kind, value) : NULL;
}

static PalierDiscovered *
find_known (PalierDiscovery *self, const PalierProbe *probe)
{
  g_autofree char *mac = dup_key ('m', probe->mac);
  g_autofree char *serial = dup_key ('s', probe->serial);
  PalierDiscovered *known = mac ? g_hash_table_lookup (self->by_key, mac) : NULL;

  if (!known && serial)
    known = g_hash_table_lookup (self->by_key, serial);
  return known;
}

static void
remember_key (PalierDiscovery *self, PalierDiscovered *item, char *key)
{
  if (key && !g_hash_table_contains (self->by_key, key))
    g_hash_table_insert (self->by_key, key, item);
  else
    g_free (key);
}

/* Both names lead to it, so that it is recognised by either after a default. */
static void
remember_keys (PalierDiscovery *self, PalierDiscovered *item, const PalierProbe *probe)
{
  remember_key (self, item, dup_key ('m', probe->mac));
  remember_key (self, item, dup_key ('s', probe->serial));
}

static void
take_answer (PalierDiscovery *self, const PalierProbe *probe)
{
  PalierReach reach = palier_reach_judge (self->interfaces, probe->address);
  PalierDiscovered *item = find_known (self, probe);
  double now = palier_clock_now (self->clock);

  if (item)
    palier_discovered_update (item, probe, reach, now);
  else if (self->items->len + self->pending->len >= PALIER_DISCOVERY_MAX_ITEMS)
    {
      self->n_full++;
      return;
    }
  else
    {
      item = palier_discovered_new (probe, reach, now);
      g_ptr_array_add (self->pending, item);
      palier_discovery_wake (self);
    }
  remember_keys (self, item, probe);
}

void
palier_discovery_take (PalierDiscovery *self, const char *data, gsize length, const char *from)
{
  g_auto (PalierProbe) probe = { 0 };
  PalierProbeVerdict verdict = palier_probe_parse (data, length, &probe);

  self->n_verdicts[verdict]++;
  if (verdict != PALIER_PROBE_ANSWER)
    return;
  if (!probe.address)
    probe.address = palier_probe_clean_address (from);
  take_answer (self, &probe);
}

static gboolean
is_silent (PalierDiscovery *self, PalierDiscovered *item)
{
  return palier_clock_now (self->clock) - palier_discovered_get_last_seen (item)
         > PALIER_DISCOVERY_FORGET_AFTER;
}

static gboolean
belongs_to (gpointer key, gpointer value, gpointer item)
{
  return value == item;
}

/* Runs of them, from the end, so that nobody hears of one that stays. */
static void
drop_silent (PalierDiscovery *self)
{
  for (guint i = self->items->len; i > 0; i--)
    {
      guint end = i;

      for (; i > 0 && is_silent (self, g_ptr_array_index (self->items, i - 1)); i--)
        g_hash_table_foreach_remove (self->by_key, belongs_to, g_ptr_array_index (self->items, i - 1));
      if (i < end)
        {
          g_ptr_array_remove_range (self->items, i, end - i);
          g_list_model_items_changed (G_LIST_MODEL (self), i, end - i, 0);
        }
      if (i == 0)
        return;
    }
}

void
palier_discovery_flush (PalierDiscovery *self)
{
  guint before, added = self->pending->len;

  drop_silent (self);
  before = self->items->len;
  g_ptr_array_extend_and_steal (self->items, g_ptr_array_ref (self->pending));
  if (added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), before, 0, added);
}
