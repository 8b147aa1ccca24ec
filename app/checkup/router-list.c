/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "checkup/router-private.h"

#define ACTION_MS 5000
#define END_OF_LIST 713 /* SpecifiedArrayIndexInvalid */

typedef struct
{
  GUPnPServiceProxyAction *action; /* NULL: it failed */
  GError *error;
  gboolean done;
} Call;

static void
called_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Call *call = data;

  call->action
      = gupnp_service_proxy_call_action_finish (GUPNP_SERVICE_PROXY (source), result, &call->error);
  call->done = TRUE;
}

static void
cancelled_cb (GCancellable *whole, GCancellable *one)
{
  g_cancellable_cancel (one);
}

/* FALSE with the error that the router, or its silence, gave. */
static gboolean
call (GUPnPServiceProxy *service,
      GUPnPServiceProxyAction *action,
      GCancellable *cancellable,
      GError **error)
{
  g_autoptr (GCancellable) one = g_cancellable_new ();
  gulong id = cancellable ? g_cancellable_connect (cancellable, G_CALLBACK (cancelled_cb), one, NULL)
                          : 0;
  Call outcome = { 0 };

  gupnp_service_proxy_call_action_async (service, action, one, called_cb, &outcome);
  if (!palier_router_wait (&outcome.done, ACTION_MS, cancellable))
    {
      g_cancellable_cancel (one);
      /* It still has to say so, into this frame. */
      palier_router_wait (&outcome.done, G_MAXUINT, NULL);
    }
  if (cancellable)
    g_cancellable_disconnect (cancellable, id);
  if (!outcome.error)
    return TRUE;
  g_propagate_error (error, outcome.error);
  return FALSE;
}

typedef struct
{
  char *protocol, *client, *description;
  guint external_port, internal_port;
  gboolean enabled;
} Entry;

static void
entry_clear (Entry *entry)
{
  g_free (entry->protocol);
  g_free (entry->client);
  g_free (entry->description);
}

static gboolean
ask (GUPnPServiceProxy *service, guint index, Entry *entry, GCancellable *cancellable, GError **error)
{
  GUPnPServiceProxyAction *action = gupnp_service_proxy_action_new (
      "GetGenericPortMappingEntry", "NewPortMappingIndex", G_TYPE_UINT, index, NULL);
  gboolean ok
      = call (service, action, cancellable, error)
        && gupnp_service_proxy_action_get_result (
            action, error, "NewExternalPort", G_TYPE_UINT, &entry->external_port, "NewProtocol",
            G_TYPE_STRING, &entry->protocol, "NewInternalPort", G_TYPE_UINT, &entry->internal_port,
            "NewInternalClient", G_TYPE_STRING, &entry->client, "NewEnabled", G_TYPE_BOOLEAN,
            &entry->enabled, "NewPortMappingDescription", G_TYPE_STRING, &entry->description, NULL);

  gupnp_service_proxy_action_unref (action);
  return ok;
}

static gboolean
names_recorder (const Entry *entry, GPtrArray *addresses)
{
  g_autoptr (GInetAddress) client
      = entry->client ? g_inet_address_new_from_string (entry->client) : NULL;

  for (guint i = 0; client && i < addresses->len; i++)
    if (g_inet_address_equal (client, addresses->pdata[i]))
      return TRUE;
  return FALSE;
}

static void
take (PalierRouter *router, Entry *entry)
{
  PalierRouterMapping *mapping = g_new0 (PalierRouterMapping, 1);
  gboolean udp = g_strcmp0 (entry->protocol, "UDP") == 0;

  mapping->protocol = g_strdup (udp ? "UDP" : "TCP");
  mapping->external_port = entry->external_port;
  mapping->internal_port = entry->internal_port;
  mapping->description = g_steal_pointer (&entry->description);
  g_ptr_array_add (router->mappings, mapping);
}

/* What one service tells counts for the router; one that tells less takes nothing back, but a list that
 * broke off is never called whole. */
static void
conclude (PalierRouter *router, GUPnPServiceProxy *service, guint listed, const GError *error)
{
  PalierRouterState state = PALIER_ROUTER_LISTED_PARTLY;

  if (error && error->domain == GUPNP_CONTROL_ERROR && error->code == END_OF_LIST)
    state = PALIER_ROUTER_LISTED;
  else if (error && listed == 0)
    state = PALIER_ROUTER_CANNOT_LIST;
  if (error && error->domain == GUPNP_CONTROL_ERROR && error->code != END_OF_LIST)
    router->fault = error->code;
  router->seen += listed;
  if (state >= router->state)
    {
      router->state = state;
      g_free (router->address);
      router->address = palier_url_dup_host (
          gupnp_service_info_get_location (GUPNP_SERVICE_INFO (service)));
    }
}

void
palier_router_list (PalierRouter *router,
                    GUPnPServiceProxy *service,
                    GPtrArray *addresses,
                    GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  guint listed = 0;

  while (listed < PALIER_ROUTER_CAP && !g_cancellable_is_cancelled (cancellable))
    {
      Entry entry = { .enabled = TRUE };
      gboolean ok = ask (service, listed, &entry, cancellable, &error);

      if (ok && entry.enabled && names_recorder (&entry, addresses))
        take (router, &entry);
      entry_clear (&entry);
      if (!ok)
        break;
      listed++;
    }
  conclude (router, service, listed, error);
}
