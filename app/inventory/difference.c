/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "inventory/difference.h"

#include <glib/gi18n-lib.h>

static void
difference_free (gpointer data)
{
  PalierDifference *difference = data;

  if (!difference)
    return;
  g_free (difference->what);
  g_free (difference->before);
  g_free (difference->after);
  g_free (difference);
}

/* Facts as the recorder spells them; nothing here is prose. */
static char *
join (const char *const *parts, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (parts[i] && *parts[i])
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", parts[i]);
  return g_string_free (text, FALSE);
}

#define JOIN(...) \
  join ((const char *const[]){ __VA_ARGS__ }, sizeof ((const char *const[]){ __VA_ARGS__ }) / sizeof (char *))

static void
add (GPtrArray *rows, PalierTopic topic, char *what, char *value)
{
  PalierDifference *row;

  if (!value || !*value)
    {
      g_free (what);
      g_free (value);
      return;
    }
  row = g_new0 (PalierDifference, 1);
  row->topic = topic;
  row->what = what;
  row->before = value;
  g_ptr_array_add (rows, row);
}

static void
list_network (GPtrArray *rows, const PalierInventory *self)
{
  for (guint i = 0; i < self->network->len; i++)
    {
      const PalierInventoryNetwork *network = self->network->pdata[i];

      add (rows, PALIER_TOPIC_NETWORK, g_strdup (network->id ? network->id : ""),
           JOIN (network->dhcp == 1 ? "DHCP" : NULL, network->address, network->mask, network->gateway,
                 network->dns_first, network->dns_second));
    }
}

static void
list_cameras (GPtrArray *rows, const PalierInventory *self)
{
  for (guint i = 0; i < self->cameras->len; i++)
    {
      const PalierCamera *camera = self->cameras->pdata[i];

      add (rows, PALIER_TOPIC_CAMERAS, g_strdup_printf ("%u", camera->channel),
           JOIN (camera->name, camera->address, camera->protocol));
    }
}

static void
list_users (GPtrArray *rows, const PalierInventory *self)
{
  for (guint i = 0; i < self->users->len; i++)
    {
      const PalierUser *user = self->users->pdata[i];

      add (rows, PALIER_TOPIC_USERS, g_strdup (user->name ? user->name : ""),
           g_strdup (user->level && *user->level ? user->level : user->name));
    }
}

static void
list_schedule (GPtrArray *rows, const PalierInventory *self)
{
  for (guint i = 0; i < self->schedule->len; i++)
    {
      const PalierInventorySchedule *schedule = self->schedule->pdata[i];

      add (rows, PALIER_TOPIC_SCHEDULE, g_strdup_printf ("%u", schedule->channel),
           JOIN (schedule->enabled == 0 ? "off" : NULL, schedule->mode, schedule->when));
    }
}

static void
list_disks (GPtrArray *rows, const PalierInventory *self)
{
  for (guint i = 0; i < self->disks->len; i++)
    {
      const PalierDisk *disk = self->disks->pdata[i];

      add (rows, PALIER_TOPIC_DISKS, g_strdup_printf ("%u", disk->id), JOIN (disk->name, disk->status));
    }
}

static void
list_ports (GPtrArray *rows, const PalierInventory *self)
{
  for (guint i = 0; i < self->ports->len; i++)
    {
      const PalierService *service = self->ports->pdata[i];
      g_autofree char *port = g_strdup_printf ("%u", service->port);

      add (rows, PALIER_TOPIC_PORTS, g_strdup (service->protocol ? service->protocol : ""),
           JOIN (port, service->enabled == 0 ? "off" : NULL));
    }
}

GPtrArray *
palier_inventory_list (const PalierInventory *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (difference_free);

  add (rows, PALIER_TOPIC_NAME, g_strdup (""), g_strdup (self->name));
  list_network (rows, self);
  add (rows, PALIER_TOPIC_TIME, g_strdup (""), JOIN (self->time_mode, self->time_zone));
  add (rows, PALIER_TOPIC_TIME, g_strdup ("NTP"), g_strdup (self->ntp_server));
  list_cameras (rows, self);
  list_users (rows, self);
  list_schedule (rows, self);
  list_disks (rows, self);
  list_ports (rows, self);
  return rows;
}

static PalierDifference *
find (GPtrArray *rows, const PalierDifference *like)
{
  for (guint i = 0; i < rows->len; i++)
    {
      PalierDifference *row = rows->pdata[i];

      if (row->topic == like->topic && row->before && g_str_equal (row->what, like->what))
        return row;
    }
  return NULL;
}

/* Which topics the earlier inventory told anything of. */
static guint
get_topics (GPtrArray *rows)
{
  guint topics = 0;

  for (guint i = 0; i < rows->len; i++)
    topics |= 1u << ((PalierDifference *) rows->pdata[i])->topic;
  return topics;
}

static int
compare_topics (gconstpointer a, gconstpointer b)
{
  return (int) (*(const PalierDifference *const *) a)->topic - (int) (*(const PalierDifference *const *) b)->topic;
}

/* What differs moves from its list to the result. */
static void
move (GPtrArray *rows, GPtrArray *from, guint i)
{
  g_ptr_array_add (rows, from->pdata[i]);
  from->pdata[i] = NULL;
}

GPtrArray *
palier_inventory_compare (const PalierInventory *before, const PalierInventory *after)
{
  g_autoptr (GPtrArray) old = palier_inventory_list (before);
  g_autoptr (GPtrArray) new = palier_inventory_list (after);
  GPtrArray *rows = g_ptr_array_new_with_free_func (difference_free);
  guint topics = get_topics (old);

  for (guint i = 0; i < old->len; i++)
    {
      PalierDifference *row = old->pdata[i];
      PalierDifference *match = find (new, row);

      if (match)
        row->after = g_steal_pointer (&match->before);
      if (g_strcmp0 (row->before, row->after) != 0)
        move (rows, old, i);
    }
  for (guint i = 0; i < new->len; i++)
    {
      PalierDifference *row = new->pdata[i];

      if (row->before && (topics & (1u << row->topic)))
        {
          row->after = g_steal_pointer (&row->before);
          move (rows, new, i);
        }
    }
  /* What went and what came of one topic stand together. */
  g_ptr_array_sort (rows, compare_topics);
  return rows;
}

const char *
palier_topic_get_title (PalierTopic topic)
{
  static const char *const titles[PALIER_N_TOPICS] = {
    [PALIER_TOPIC_NAME] = N_ ("Device name"),
    [PALIER_TOPIC_NETWORK] = N_ ("Network"),
    [PALIER_TOPIC_TIME] = N_ ("Time"),
    [PALIER_TOPIC_CAMERAS] = N_ ("Camera"),
    [PALIER_TOPIC_USERS] = N_ ("User"),
    [PALIER_TOPIC_SCHEDULE] = N_ ("Recording"),
    [PALIER_TOPIC_DISKS] = N_ ("Disk"),
    [PALIER_TOPIC_PORTS] = N_ ("Port"),
  };

  g_return_val_if_fail (topic < PALIER_N_TOPICS, NULL);
  return titles[topic];
}

const char *
palier_topic_get_nick (PalierTopic topic)
{
  static const char *const nicks[PALIER_N_TOPICS] = {
    "name", "network", "time", "cameras", "users", "schedule", "disks", "ports",
  };

  g_return_val_if_fail (topic < PALIER_N_TOPICS, NULL);
  return nicks[topic];
}
