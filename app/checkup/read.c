/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "checkup/facts.h"

#include "base/error.h"
#include "discovery/interfaces.h"
#include "recorder/document.h"
#include "recorder/inventory.h"
#include "recorder/network.h"
#include "recorder/search.h"

#include <string.h>

#define LOG_DAYS 7

static char *
dup_host (PalierConnection *connection)
{
  g_autofree char *address = palier_connection_dup_address (connection);
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);

  return uri ? g_strdup (g_uri_get_host (uri)) : NULL;
}

gboolean
palier_checkup_facts_open (PalierCheckupFacts *self,
                           const PalierCheckupReader *reader,
                           GError **error)
{
  self->host = dup_host (reader->connection);
  self->interfaces = palier_interfaces_list (NULL);
  return palier_sign_in (reader->connection, &self->user_check, reader->cancellable, error);
}

static void
read_info (PalierCheckupFacts *self, const PalierCheckupReader *reader, GError **error)
{
  self->info = palier_device_info_read (reader->connection, reader->cancellable, error);
  if (self->info)
    self->plan = palier_plan_new (reader->catalogue, self->info->model, self->info->firmware);
}

static void
read_upnp (PalierCheckupFacts *self, const PalierCheckupReader *reader, GError **error)
{
  palier_upnp_read (reader->connection, &self->upnp, reader->cancellable, error);
}

static void
read_network (PalierCheckupFacts *self, const PalierCheckupReader *reader, GError **error)
{
  self->nics = palier_nics_read (reader->connection, reader->cancellable, error);
}

/* A name is looked up: the router's list and the interfaces know addresses only. */
static char *
dup_reached_at (const char *host, GCancellable *cancellable)
{
  g_autoptr (GResolver) resolver = g_resolver_get_default ();
  GList *list = host ? g_resolver_lookup_by_name_with_flags (
                    resolver, host, G_RESOLVER_NAME_LOOKUP_FLAGS_IPV4_ONLY, cancellable, NULL)
                     : NULL;
  char *text = list ? g_inet_address_to_string (list->data) : NULL;

  g_resolver_free_addresses (list);
  return text;
}

static void
read_router (PalierCheckupFacts *self, const PalierCheckupReader *reader, GError **error)
{
  g_autofree char *reached_at = dup_reached_at (self->host, reader->cancellable);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  for (guint i = 0; self->nics && i < self->nics->len; i++)
    {
      const PalierNic *nic = self->nics->pdata[i];

      if (nic->address)
        g_ptr_array_add (own, nic->address);
    }
  g_ptr_array_add (own, NULL);
  self->router = palier_router_ask (reached_at, (const char *const *) own->pdata,
                                    reader->cancellable, error);
}

static void
read_services (PalierCheckupFacts *self, const PalierCheckupReader *reader, GError **error)
{
  self->services = palier_services_read (reader->connection, reader->cancellable, error);
}

static void
read_users (PalierCheckupFacts *self, const PalierCheckupReader *reader, GError **error)
{
  self->users = palier_users_read (reader->connection, reader->cancellable, error);
}

static void
read_cameras (PalierCheckupFacts *self, const PalierCheckupReader *reader, GError **error)
{
  self->cameras = palier_cameras_read (reader->connection, reader->cancellable, error);
}

/* A time without its zone could be hours off either way: then nothing is claimed. */
static void
read_clock (PalierCheckupFacts *self, const PalierCheckupReader *reader, GError **error)
{
  PalierDeviceStatus status = { .up_time_s = -1 };
  g_autoptr (GDateTime) told = NULL;
  g_autoptr (GDateTime) now = NULL;

  if (!palier_device_status_read (reader->connection, &status, reader->cancellable, error))
    return;
  now = palier_clock_date (reader->clock);
  told = status.local_time ? g_date_time_new_from_iso8601 (status.local_time, NULL) : NULL;
  self->clock_known = told != NULL;
  if (told)
    self->clock_ahead_s = g_date_time_difference (told, now) / G_TIME_SPAN_SECOND;
  self->clock = g_strdup (status.local_time);
  palier_device_status_clear (&status);
}

static void
read_time (PalierCheckupFacts *self, const PalierCheckupReader *reader, GError **error)
{
  palier_time_settings_read (reader->connection, &self->time, reader->cancellable, error);
}

/* The last week, by the recorder's own clock where it tells one: a wrong clock does not empty the
 * log. */
static GDateTime *
get_recorder_now (const PalierCheckupReader *reader)
{
  PalierDeviceStatus status = { .up_time_s = -1 };
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  GDateTime *now = NULL;

  if (palier_device_status_read (reader->connection, &status, reader->cancellable, NULL)
      && status.local_time)
    now = g_date_time_new_from_iso8601 (status.local_time, utc);
  palier_device_status_clear (&status);
  return now ? now : palier_clock_date (reader->clock);
}

static void
read_log (PalierCheckupFacts *self, const PalierCheckupReader *reader, GError **error)
{
  g_autoptr (GDateTime) now = get_recorder_now (reader);
  g_autoptr (GDateTime) past = g_date_time_add_days (now, -LOG_DAYS);
  g_autoptr (GDateTime) soon = g_date_time_add_days (now, 1);
  g_autofree char *since = g_date_time_format (past, "%FT%T");
  g_autofree char *until = g_date_time_format (soon, "%FT%T");
  g_autoptr (GPtrArray) entries
      = palier_log_search (reader->connection, since, until, reader->cancellable, error);
  const PalierLogEntry *oldest = entries && entries->len > 0 ? entries->pdata[0] : NULL;
  g_autoptr (GDateTime) first = NULL;

  if (!oldest)
    return;
  self->flags[PALIER_SOURCE_LOG] = 1;
  if (oldest->time)
    first = g_date_time_new_from_iso8601 (oldest->time, g_date_time_get_timezone (now));
  if (first)
    self->log_days = CLAMP (g_date_time_difference (now, first) / G_TIME_SPAN_DAY + 1, 1, LOG_DAYS);
}

/* Sources that are one switch of one document, so many levels below its root. */
static const struct
{
  const char *path, *root, *below;
  guint depth;
} switches[PALIER_N_SOURCES] = {
  [PALIER_SOURCE_LOCK] = { "/ISAPI/Security/illegalLoginLock", "IllegalLoginLock", NULL, 1 },
  [PALIER_SOURCE_SSH] = { "/ISAPI/System/Network/ssh", "SSH", NULL, 1 },
  [PALIER_SOURCE_TELNET] = { "/ISAPI/System/Network/telnetd", "Telnetd", NULL, 1 },
  [PALIER_SOURCE_SNMP] = { "/ISAPI/System/Network/SNMP", "SNMP", NULL, 3 },
  [PALIER_SOURCE_ONVIF] = { "/ISAPI/System/Network/Integrate", "Integrate", "ONVIF", 1 },
  [PALIER_SOURCE_CLOUD] = { "/ISAPI/System/Network/EZVIZ", "EZVIZ", NULL, 1 },
};

/* 1 where any is on, 0 where all are off, -1 where there is none that can be read. */
static int
look_for_switch (PalierXmlNode *node, guint depth)
{
  int found = -1;

  for (PalierXmlNode *child = palier_xml_first_child (node, NULL); child && depth > 0;
       child = palier_xml_next (child, NULL))
    {
      const char *name = palier_xml_get_name (child);
      gboolean is_switch = g_str_equal (name, "enabled") || g_str_equal (name, "enable");

      /* Said twice, and differently: then neither is believed. */
      if (is_switch && !palier_document_is_single (node, name))
        return -1;
      found = MAX (found, is_switch ? palier_document_get_flag (child, NULL)
                                    : look_for_switch (child, depth - 1));
    }
  return found;
}

static void
read_switch (PalierCheckupFacts *self,
             PalierSource source,
             const PalierCheckupReader *reader,
             GError **error)
{
  g_autoptr (PalierXml) xml
      = palier_document_read (reader->connection, switches[source].path, switches[source].root,
                              reader->cancellable, error);
  PalierXmlNode *node = xml ? palier_xml_get_root (xml) : NULL;

  if (node && switches[source].below)
    node = palier_xml_first_child (node, switches[source].below);
  if (node)
    self->flags[source] = look_for_switch (node, switches[source].depth);
}

/* "digest", or "digest/basic": 1 where Digest alone is taken. */
static void
read_sign_in (PalierCheckupFacts *self, const PalierCheckupReader *reader, GError **error)
{
  g_autoptr (PalierXml) xml = palier_document_read (
      reader->connection, "/ISAPI/Security/webCertificate", "WebCertificate", reader->cancellable,
      error);
  g_autofree char *type
      = xml ? palier_document_dup_told (palier_xml_get_root (xml), "CertificateType") : NULL;

  if (type)
    self->flags[PALIER_SOURCE_SIGN_IN] = strstr (type, "basic") == NULL;
}

void
palier_checkup_facts_read (PalierCheckupFacts *self,
                           PalierSource source,
                           const PalierCheckupReader *reader)
{
  static void (*const readers[PALIER_N_SOURCES]) (PalierCheckupFacts *,
                                                  const PalierCheckupReader *, GError **) = {
    [PALIER_SOURCE_INFO] = read_info,         [PALIER_SOURCE_UPNP] = read_upnp,
    [PALIER_SOURCE_NETWORK] = read_network,   [PALIER_SOURCE_ROUTER] = read_router,
    [PALIER_SOURCE_SERVICES] = read_services, [PALIER_SOURCE_SIGN_IN] = read_sign_in,
    [PALIER_SOURCE_USERS] = read_users,       [PALIER_SOURCE_CLOCK] = read_clock,
    [PALIER_SOURCE_TIME] = read_time,         [PALIER_SOURCE_LOG] = read_log,
    [PALIER_SOURCE_CAMERAS] = read_cameras,
  };
  GError **error = &self->errors[source];

  if (readers[source])
    readers[source](self, reader, error);
  else
    read_switch (self, source, reader, error);
  /* A firmware that does not tell is no failure. */
  if (palier_error_is_not_told (*error))
    g_clear_error (error);
}
