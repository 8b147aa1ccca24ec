/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "checkup/router-private.h"

#include "discovery/interfaces.h"

#include <arpa/inet.h>

#define LISTEN_MS 2000

static void
mapping_free (gpointer data)
{
  PalierRouterMapping *mapping = data;

  g_free (mapping->protocol);
  g_free (mapping->description);
  g_free (mapping);
}

void
palier_router_free (PalierRouter *self)
{
  g_free (self->address);
  g_ptr_array_unref (self->mappings);
  g_free (self);
}

/* The interface on whose network the recorder is. */
static PalierInterface *
find_interface (const char *reached_at)
{
  g_autoptr (GPtrArray) list = palier_interfaces_list (NULL);
  struct in_addr theirs;

  if (!reached_at || inet_pton (AF_INET, reached_at, &theirs) != 1)
    return NULL;
  for (guint i = 0; i < list->len; i++)
    {
      const PalierInterface *own = list->pdata[i];

      if (own->mask.s_addr != 0 && ((theirs.s_addr ^ own->address.s_addr) & own->mask.s_addr) == 0)
        return palier_interface_copy (own);
    }
  return NULL;
}


static gboolean
late_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_CONTINUE;
}

/* Ends an iteration of the loop, which would sleep on otherwise. */
static gboolean
wake_cb (GCancellable *cancellable, gpointer data)
{
  return G_SOURCE_CONTINUE;
}

gboolean
palier_router_wait (const gboolean *done, guint ms, GCancellable *cancellable)
{
  GMainContext *context = g_main_context_get_thread_default ();
  g_autoptr (GSource) timer = g_timeout_source_new (ms);
  g_autoptr (GSource) wake = g_cancellable_source_new (cancellable);
  gboolean late = FALSE;

  g_source_set_callback (timer, late_cb, &late, NULL);
  g_source_set_callback (wake, G_SOURCE_FUNC (wake_cb), NULL, NULL);
  g_source_attach (timer, context);
  g_source_attach (wake, context);
  while (!*done && !late && !g_cancellable_is_cancelled (cancellable))
    g_main_context_iteration (context, TRUE);
  g_source_destroy (timer);
  g_source_destroy (wake);
  return *done;
}

static GPtrArray *
parse_addresses (const char *reached_at, const char *const *own)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_object_unref);
  GInetAddress *address = g_inet_address_new_from_string (reached_at);

  if (address)
    g_ptr_array_add (list, address);
  for (guint i = 0; own && own[i]; i++)
    {
      address = g_inet_address_new_from_string (own[i]);
      if (address)
        g_ptr_array_add (list, address);
    }
  return list;
}

static void
ask_services (PalierRouter *self,
              PalierRouterSearch *search,
              GPtrArray *addresses,
              GCancellable *cancellable)
{
  for (guint i = 0; i < search->services->len; i++)
    palier_router_list (self, search->services->pdata[i], addresses, cancellable);
  if (search->services->len == 0 && search->doubtful)
    {
      self->state = PALIER_ROUTER_DOUBTFUL;
      self->address = g_strdup (search->doubtful);
    }
}

static void
ask_on (PalierRouter *self,
        const PalierInterface *interface,
        GPtrArray *addresses,
        GCancellable *cancellable)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GInetAddress) own = g_inet_address_new_from_bytes (
      (const guint8 *) &interface->address, G_SOCKET_FAMILY_IPV4);
  PalierRouterSearch search = { 0 };
  const gboolean never = FALSE;

  g_main_context_push_thread_default (context);
  self->state = PALIER_ROUTER_SILENT;
  if (palier_router_search_begin (&search, interface->name, own))
    {
      palier_router_wait (&never, LISTEN_MS, cancellable);
      ask_services (self, &search, addresses, cancellable);
    }
  palier_router_search_clear (&search);
  /* What was closed a moment ago ends in the loop. */
  while (g_main_context_iteration (context, FALSE))
    ;
  g_main_context_pop_thread_default (context);
}

PalierRouter *
palier_router_ask (const char *reached_at,
                   const char *const *own,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (PalierRouter) self = g_new0 (PalierRouter, 1);
  g_autoptr (PalierInterface) interface = find_interface (reached_at);
  g_autoptr (GPtrArray) addresses = NULL;

  self->mappings = g_ptr_array_new_with_free_func (mapping_free);
  self->state = PALIER_ROUTER_NO_WAY;
  if (interface)
    {
      addresses = parse_addresses (reached_at, own);
      ask_on (self, interface, addresses, cancellable);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&self);
}
