/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/connection-private.h"

#include "base/error.h"

#include <string.h>

/* An IPv6 address without brackets, where a colon does not begin a port. */
static gboolean
is_bare_ipv6 (const char *text)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (text);

  return address && g_inet_address_get_family (address) == G_SOCKET_FAMILY_IPV6;
}

static gboolean
is_plain_host (const char *host)
{
  if (!host || !*host)
    return FALSE;
  for (const char *p = host; *p; p++)
    if (!g_ascii_isalnum (*p) && !strchr (".-_:%", *p))
      return FALSE;
  return TRUE;
}

static gboolean
is_recorder_url (GUri *uri)
{
  const char *scheme = g_uri_get_scheme (uri);
  const char *path = g_uri_get_path (uri);

  if (!g_str_equal (scheme, "http") && !g_str_equal (scheme, "https"))
    return FALSE;
  if (g_uri_get_userinfo (uri) || g_uri_get_query (uri) || g_uri_get_fragment (uri))
    return FALSE;
  return (!*path || g_str_equal (path, "/")) && is_plain_host (g_uri_get_host (uri))
         && g_uri_get_port (uri) != 0;
}

/* scheme: what it is where the person wrote none. */
static GUri *
parse (const char *address, const char *scheme, gboolean *told, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (address));
  g_autofree char *url = NULL;
  g_autoptr (GUri) uri = NULL;

  *told = strstr (text, "://") != NULL;
  if (is_bare_ipv6 (text))
    url = g_strdup_printf ("%s://[%s]", scheme, text);
  else
    url = *told ? g_strdup (text) : g_strconcat (scheme, "://", text, NULL);
  uri = g_uri_parse (url, G_URI_FLAGS_NONE, NULL);
  if (uri && is_recorder_url (uri))
    return g_steal_pointer (&uri);
  /* Not repeated in the error: a person may have written a password into it. */
  palier_error_set (error, PALIER_ERROR_USAGE, "%s", "not an address");
  return NULL;
}

GUri *
palier_address_split (const char *address, gboolean *told, GError **error)
{
  return parse (address, "http", told, error);
}

char *
palier_address_join (const char *scheme, const char *host, int port)
{
  return g_uri_join (G_URI_FLAGS_NONE, scheme, NULL, host, port, "", NULL, NULL);
}

char *
palier_address_parse (const char *address, const char *scheme, GError **error)
{
  gboolean told;
  g_autoptr (GUri) uri = parse (address, scheme, &told, error);

  return uri ? palier_address_join (g_uri_get_scheme (uri), g_uri_get_host (uri), g_uri_get_port (uri))
             : NULL;
}
