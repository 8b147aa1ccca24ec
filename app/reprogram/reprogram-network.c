/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "reprogram/reprogram-private.h"

#include "base/error.h"
#include "recorder/commands.h"
#include "recorder/network.h"

#define PAUSE_S 3.0
#define PATIENCE_S (4.0 * 60.0)
#define SEARCH_S 4 /* real seconds */

static const PalierInventoryNetwork *
find_network (const PalierInventory *inventory, const char *id)
{
  for (guint i = 0; i < inventory->network->len; i++)
    {
      const PalierInventoryNetwork *network = inventory->network->pdata[i];

      if (g_strcmp0 (network->id, id) == 0)
        return network;
    }
  return NULL;
}

/* An address that a server hands out is not ours to set. */
static PalierNic
get_wanted (const PalierInventoryNetwork *network)
{
  if (network->dhcp == 1)
    return (PalierNic) { .id = network->id, .dhcp = 1 };
  return (PalierNic) {
    .id = network->id,
    .dhcp = network->dhcp,
    .address = network->address,
    .mask = network->mask,
    .gateway = network->gateway,
    .dns_first = network->dns_first,
    .dns_second = network->dns_second,
  };
}

static gboolean
agrees (const char *wanted, const char *now)
{
  return !wanted || g_strcmp0 (wanted, now) == 0;
}

static gboolean
is_set (const PalierNic *wanted, const PalierNic *now)
{
  return g_strcmp0 (wanted->id, now->id) == 0 && (wanted->dhcp < 0 || wanted->dhcp == now->dhcp)
         && agrees (wanted->address, now->address) && agrees (wanted->mask, now->mask)
         && agrees (wanted->gateway, now->gateway) && agrees (wanted->dns_first, now->dns_first)
         && agrees (wanted->dns_second, now->dns_second);
}

/* Is it this recorder that answers, and does it tell what was put back? FALSE without an error: it is, and does not. */
static gboolean
look (PalierReprogramWork *self, const PalierNic *wanted, GError **error)
{
  g_autoptr (PalierDeviceInfo) info
      = palier_device_info_read (self->connection, self->cancellable, error);
  g_autoptr (GPtrArray) nics = NULL;

  if (!info)
    return FALSE;
  if (g_strcmp0 (info->serial, self->recorder->serial) != 0)
    {
      palier_error_set (error, PALIER_ERROR_NOT_BACK, "another recorder answers there");
      return FALSE;
    }
  nics = palier_nics_read (self->connection, self->cancellable, error);
  for (guint i = 0; nics && i < nics->len; i++)
    if (is_set (wanted, nics->pdata[i]))
      return TRUE;
  return FALSE;
}

/* The same way in, on another host. */
static char *
dup_moved (const char *address, const char *host)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  int port = uri ? g_uri_get_port (uri) : -1;

  if (!uri || !host)
    return NULL;
  return g_uri_join (G_URI_FLAGS_NONE, g_uri_get_scheme (uri), NULL, host, port, "", NULL, NULL);
}

static gboolean
look_at (PalierReprogramWork *self, const char *address, const PalierNic *wanted, GError **error)
{
  return palier_connection_set_address (self->connection, address, error)
         && look (self, wanted, error);
}

/* At the old address first, which costs nothing while it is still good; then at the new one; then wherever it may
 * be. The connection stays where the recorder was found. */
static gboolean
look_everywhere (PalierReprogramWork *self,
                 const char *old,
                 const char *moved,
                 const PalierNic *wanted,
                 GError **error)
{
  g_autoptr (GError) there = NULL;
  g_autofree char *found = NULL;

  if (look_at (self, old, wanted, error))
    return TRUE;
  /* It answers here, and its setting is not in force yet: it has not moved. */
  if (!*error)
    return FALSE;
  if (moved && look_at (self, moved, wanted, &there))
    {
      g_clear_error (error);
      return TRUE;
    }
  if (self->find && !g_cancellable_is_cancelled (self->cancellable))
    found = self->find (self->recorder->serial, SEARCH_S, self->cancellable, NULL);
  g_clear_error (&there);
  if (found && look_at (self, found, wanted, &there))
    {
      g_clear_error (error);
      return TRUE;
    }
  palier_connection_set_address (self->connection, old, NULL);
  return FALSE;
}

static gboolean
await (PalierReprogramWork *self, const char *old, const PalierNic *wanted, GError **error)
{
  g_autofree char *moved = dup_moved (old, wanted->address);
  double since = palier_clock_now (self->clock);
  g_autoptr (GError) local = NULL;

  do
    {
      g_clear_error (&local);
      if (look_everywhere (self, old, moved, wanted, &local))
        return TRUE;
      if (!palier_clock_wait (self->clock, PAUSE_S, self->cancellable, error))
        return FALSE;
    }
  while (palier_clock_now (self->clock) - since < PATIENCE_S);
  if (local)
    palier_error_set (error, PALIER_ERROR_NOT_BACK, "%s", local->message);
  else
    palier_error_set (error, PALIER_ERROR_NOT_DONE, "interface %s", wanted->id);
  return FALSE;
}

/* It may be gone before it has answered: that says nothing about the outcome. */
static gboolean
is_gone (const GError *error)
{
  return g_error_matches (error, PALIER_ERROR, PALIER_ERROR_CONNECTION_LOST)
         || g_error_matches (error, PALIER_ERROR, PALIER_ERROR_TIMED_OUT);
}

gboolean
palier_reprogram_put_network (PalierReprogramWork *self, const char *id, GError **error)
{
  const PalierInventoryNetwork *network = find_network (self->before, id);
  g_autofree char *old = palier_connection_dup_address (self->connection);
  g_autoptr (GError) local = NULL;
  gboolean reboot_needed = FALSE;
  PalierNic wanted;

  g_return_val_if_fail (network != NULL, FALSE);
  wanted = get_wanted (network);
  if (!palier_nic_write (self->connection, &wanted, &reboot_needed, self->cancellable, &local)
      && !is_gone (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  g_clear_error (&local);
  if (reboot_needed && !palier_reboot (self->connection, self->cancellable, &local)
      && !is_gone (local))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  /* Not at once: for a moment it still answers where it was, with the new setting already told. */
  return palier_clock_wait (self->clock, PAUSE_S, self->cancellable, error)
         && await (self, old, &wanted, error);
}
