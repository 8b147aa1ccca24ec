/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "checkup/router-private.h"

#define MOST_ROUTERS 8
#define ANSWER_S 5

char *
palier_url_dup_host (const char *url)
{
  g_autoptr (GUri) uri = url ? g_uri_parse (url, G_URI_FLAGS_NONE, NULL) : NULL;

  return uri ? g_strdup (g_uri_get_host (uri)) : NULL;
}

/* Who answers, and where it says that its description is: only here are both known. This signal of GSSDP is not
 * promised to anybody; without it nothing is trusted, and no router is asked. */
static void
message_received_cb (GSSDPClient *client,
                     const char *from_ip,
                     guint from_port,
                     int type,
                     SoupMessageHeaders *headers,
                     gpointer data)
{
  PalierRouterSearch *self = data;
  const char *location = headers ? soup_message_headers_get_one (headers, "Location") : NULL;
  g_autofree char *host = palier_url_dup_host (location);

  if (!location || g_hash_table_contains (self->trusted, location))
    return;
  if (host && g_strcmp0 (host, from_ip) == 0 && g_str_has_prefix (location, "http://"))
    {
      if (g_hash_table_size (self->trusted) < MOST_ROUTERS)
        g_hash_table_add (self->trusted, g_strdup (location));
    }
  else if (!self->doubtful)
    self->doubtful = g_strdup (from_ip);
}

/* Before GUPnP fetches the description. */
static void
resource_available_cb (GSSDPResourceBrowser *browser,
                       const char *usn,
                       GList *locations,
                       gpointer data)
{
  PalierRouterSearch *self = data;

  for (GList *l = locations; l; l = l->next)
    if (!g_hash_table_contains (self->trusted, l->data))
      {
        g_signal_stop_emission_by_name (browser, "resource-available");
        return;
      }
}

/* Its services may be told to be elsewhere, as its description may. */
static gboolean
is_at_its_place (GUPnPServiceInfo *service)
{
  g_autofree char *control = gupnp_service_info_get_control_url (service);
  g_autofree char *there = palier_url_dup_host (control);
  g_autofree char *host = palier_url_dup_host (gupnp_service_info_get_location (service));

  return there && g_strcmp0 (there, host) == 0;
}

static gboolean
is_known (PalierRouterSearch *self, GUPnPServiceInfo *service)
{
  g_autofree char *control = gupnp_service_info_get_control_url (service);

  for (guint i = 0; i < self->services->len; i++)
    {
      g_autofree char *other = gupnp_service_info_get_control_url (self->services->pdata[i]);

      if (g_strcmp0 (other, control) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
take_service (PalierRouterSearch *self, GUPnPServiceInfo *service)
{
  if (!is_at_its_place (service))
    {
      if (!self->doubtful)
        self->doubtful = palier_url_dup_host (gupnp_service_info_get_location (service));
    }
  else if (self->services->len < MOST_ROUTERS && !is_known (self, service))
    g_ptr_array_add (self->services, g_object_ref (service));
}

static void
take_services (PalierRouterSearch *self, GUPnPDeviceInfo *device)
{
  GList *services = gupnp_device_info_list_services (device);
  GList *devices = gupnp_device_info_list_devices (device);

  for (GList *l = services; l; l = l->next)
    {
      const char *type = gupnp_service_info_get_service_type (l->data);

      if (type
          && (g_str_has_prefix (type, "urn:schemas-upnp-org:service:WANIPConnection:")
              || g_str_has_prefix (type, "urn:schemas-upnp-org:service:WANPPPConnection:")))
        take_service (self, l->data);
    }
  for (GList *l = devices; l; l = l->next)
    take_services (self, l->data);
  g_list_free_full (services, g_object_unref);
  g_list_free_full (devices, g_object_unref);
}

static void
device_available_cb (GUPnPControlPoint *point, GUPnPDeviceProxy *device, gpointer data)
{
  take_services (data, GUPNP_DEVICE_INFO (device));
}

static void
request_queued_cb (SoupSession *session, SoupMessage *message, gpointer data)
{
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
}

static void
add_point (PalierRouterSearch *self, const char *target)
{
  GUPnPControlPoint *point = gupnp_control_point_new (self->context, target);
  GSSDPResourceBrowser *browser = GSSDP_RESOURCE_BROWSER (point);

  g_signal_connect (point, "resource-available", G_CALLBACK (resource_available_cb), self);
  g_signal_connect (point, "device-proxy-available", G_CALLBACK (device_available_cb), self);
  gssdp_resource_browser_set_mx (browser, 1);
  gssdp_resource_browser_set_active (browser, TRUE);
  g_ptr_array_add (self->points, point);
}

gboolean
palier_router_search_begin (PalierRouterSearch *self, const char *interface, GInetAddress *address)
{
  SoupSession *session;

  self->points = g_ptr_array_new_with_free_func (g_object_unref);
  self->services = g_ptr_array_new_with_free_func (g_object_unref);
  self->trusted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->context
      = gupnp_context_new_full (interface, address, 0, GSSDP_UDA_VERSION_1_0, NULL);
  if (!self->context)
    return FALSE;
  session = gupnp_context_get_session (self->context);
  g_object_set (session, "proxy-resolver", NULL, "timeout", ANSWER_S, NULL);
  g_signal_connect (session, "request-queued", G_CALLBACK (request_queued_cb), NULL);
  /* Before the browsers listen: what is trusted must be known before it is looked at. */
  if (g_signal_lookup ("message-received", GSSDP_TYPE_CLIENT) != 0)
    g_signal_connect (self->context, "message-received", G_CALLBACK (message_received_cb), self);
  add_point (self, "urn:schemas-upnp-org:device:InternetGatewayDevice:1");
  add_point (self, "urn:schemas-upnp-org:device:InternetGatewayDevice:2");
  return TRUE;
}

void
palier_router_search_clear (PalierRouterSearch *self)
{
  g_clear_pointer (&self->services, g_ptr_array_unref);
  g_clear_pointer (&self->points, g_ptr_array_unref);
  if (self->context)
    g_signal_handlers_disconnect_by_data (self->context, self);
  g_clear_object (&self->context);
  g_clear_pointer (&self->trusted, g_hash_table_unref);
  g_clear_pointer (&self->doubtful, g_free);
}
