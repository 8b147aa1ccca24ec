/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "discovery/interfaces.h"

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>

PalierInterface *
palier_interface_copy (const PalierInterface *self)
{
  PalierInterface *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  return copy;
}

void
palier_interface_free (PalierInterface *self)
{
  g_free (self->name);
  g_free (self);
}

gboolean
palier_interface_equal (const PalierInterface *a, const PalierInterface *b)
{
  return a->index == b->index && a->address.s_addr == b->address.s_addr
         && a->mask.s_addr == b->mask.s_addr;
}

static gboolean
is_usable (const struct ifaddrs *entry, const char *only)
{
  const unsigned int wanted = IFF_UP | IFF_MULTICAST;

  if (!entry->ifa_addr || entry->ifa_addr->sa_family != AF_INET)
    return FALSE;
  /* A name is a choice: lo has no multicast flag and carries it all the same. */
  if (only)
    return g_str_equal (entry->ifa_name, only) && entry->ifa_flags & IFF_UP;
  return (entry->ifa_flags & wanted) == wanted && !(entry->ifa_flags & IFF_LOOPBACK);
}

static struct in_addr
get_ipv4 (const struct sockaddr *address)
{
  if (!address || address->sa_family != AF_INET)
    return (struct in_addr) { 0 };
  return ((const struct sockaddr_in *) (const void *) address)->sin_addr;
}

static PalierInterface *
interface_from_entry (const struct ifaddrs *entry)
{
  PalierInterface *self = g_new0 (PalierInterface, 1);

  self->name = g_strdup (entry->ifa_name);
  self->index = if_nametoindex (entry->ifa_name);
  self->address = get_ipv4 (entry->ifa_addr);
  self->mask = get_ipv4 (entry->ifa_netmask);
  return self;
}

GPtrArray *
palier_interfaces_list (const char *only)
{
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) palier_interface_free);
  struct ifaddrs *entries = NULL;

  if (getifaddrs (&entries) != 0)
    return list;
  for (struct ifaddrs *entry = entries; entry; entry = entry->ifa_next)
    {
      g_autoptr (PalierInterface) interface = NULL;

      if (!is_usable (entry, only))
        continue;
      interface = interface_from_entry (entry);
      /* 0: it went away between the two looks. */
      if (interface->index != 0)
        g_ptr_array_add (list, g_steal_pointer (&interface));
    }
  freeifaddrs (entries);
  return list;
}
