/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "checkup/judge.h"

#include "recorder/network.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#define SHOWN_MAPPINGS 6

PalierCheckRow *
palier_judge_upnp (const PalierCheckupFacts *facts)
{
  const PalierUpnp *upnp = &facts->upnp;
  PalierCheckRow *row = palier_unread (facts, PALIER_SOURCE_UPNP);
  g_autofree char *ports = g_strdup_printf ("%u", upnp->ports);
  const char *what_to_do
      = N_ ("Switch it off: Configuration, Network, Basic Settings, NAT in its web page (the words may "
            "differ). What the router was told before may stay there until the router restarts.");

  if (row)
    return row;
  if (upnp->enabled == -1 && upnp->ports_enabled == -1)
    return palier_not_told ();
  if (upnp->enabled != 1 && upnp->ports_enabled != 1)
    return palier_verified (N_ ("UPnP is off on the recorder."), NULL);
  if (upnp->ports == 0)
    return palier_attention (N_ ("UPnP is on: the recorder may open ports in a router by itself."), NULL,
                             what_to_do);
  /* translators: %s is a number. */
  return palier_attention (N_ ("UPnP is on. Ports that the recorder wants opened in a router: %s."), ports,
                           what_to_do);
}

static char *
dup_mappings (GPtrArray *mappings)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < mappings->len && i < SHOWN_MAPPINGS; i++)
    {
      const PalierRouterMapping *mapping = mappings->pdata[i];

      g_string_append_printf (text, "%s%s %u → %u", i > 0 ? ", " : "", mapping->protocol,
                              mapping->external_port, mapping->internal_port);
    }
  if (mappings->len > SHOWN_MAPPINGS)
    g_string_append_printf (text, ", … (%u)", mappings->len);
  return g_string_free (text, FALSE);
}

static PalierCheckRow *
judge_router_without_mapping (const PalierRouter *router)
{
  switch (router->state)
    {
    case PALIER_ROUTER_LISTED:
      /* translators: %s is the address of a router. */
      return palier_verified (N_ ("The router at %s lists no port opened to the recorder. Forwards that "
                                  "were typed into it may not be in its list."),
                              router->address);
    case PALIER_ROUTER_LISTED_PARTLY:
      /* translators: %s is the address of a router. */
      return palier_not_checked (N_ ("The router at %s did not tell its list to the end. In what it told, "
                                     "nothing names the recorder."),
                                 router->address);
    case PALIER_ROUTER_CANNOT_LIST:
      /* translators: %s is the address of a router. */
      return palier_not_checked (N_ ("The router at %s does not tell which ports it opens. Look in its own "
                                     "settings."),
                                 router->address);
    case PALIER_ROUTER_DOUBTFUL:
      /* translators: %s is a network address. */
      return palier_not_checked (N_ ("What answered as a router, %s, points elsewhere, and was not asked."),
                                 router->address);
    case PALIER_ROUTER_NO_WAY:
      return palier_not_checked (N_ ("This computer is not on the recorder’s network: the router there was "
                                     "not asked."),
                                 NULL);
    case PALIER_ROUTER_NO_UPNP:
      return palier_not_checked (N_ ("This Palier was built without UPnP: look in the router’s own settings "
                                     "which ports it opens to the recorder."),
                                 NULL);
    case PALIER_ROUTER_SILENT:
    default:
      return palier_not_checked (N_ ("No router there tells its port forwards. There may be some all the "
                                     "same: look in its own settings."),
                                 NULL);
    }
}

PalierCheckRow *
palier_judge_router (const PalierCheckupFacts *facts)
{
  const PalierRouter *router = facts->router;
  PalierCheckRow *row = palier_unread (facts, PALIER_SOURCE_ROUTER);
  g_autofree char *mappings = NULL;

  if (row)
    return row;
  if (router->mappings->len == 0)
    return judge_router_without_mapping (router);
  mappings = dup_mappings (router->mappings);
  /* translators: %s lists ports, such as “TCP 8080 → 80”. */
  return palier_attention (N_ ("The router opens ports to the recorder: %s."), mappings,
                           N_ ("Remove them in the router’s settings, and switch UPnP off on the recorder. "
                               "For access from outside use a VPN."));
}

/* Not in the Internet: private, its own link, this computer, or a carrier's. */
static gboolean
is_private (const char *text)
{
  g_autoptr (GInetAddressMask) carrier = g_inet_address_mask_new_from_string ("100.64.0.0/10", NULL);
  g_autoptr (GInetAddress) address = text ? g_inet_address_new_from_string (text) : NULL;

  return !address || g_inet_address_get_is_site_local (address)
         || g_inet_address_get_is_link_local (address) || g_inet_address_get_is_loopback (address)
         || g_inet_address_get_is_any (address) || g_inet_address_mask_matches (carrier, address);
}

static void
add_address (GPtrArray *list, const char *text)
{
  g_autoptr (GInetAddress) address = text ? g_inet_address_new_from_string (text) : NULL;

  if (address && !g_ptr_array_find_with_equal_func (list, text, g_str_equal, NULL))
    g_ptr_array_add (list, (gpointer) text);
}

PalierCheckRow *
palier_judge_address (const PalierCheckupFacts *facts)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autofree char *text = NULL;

  for (guint i = 0; facts->nics && i < facts->nics->len; i++)
    add_address (list, ((const PalierNic *) facts->nics->pdata[i])->address);
  add_address (list, facts->host);
  for (guint i = 0; i < list->len; i++)
    if (!is_private (list->pdata[i]))
      /* translators: %s is the recorder’s address. */
      return palier_attention (N_ ("Its address %s is a public one."), list->pdata[i],
                               N_ ("Put it behind a router or firewall, on a private address, and use a VPN "
                                   "for access from outside."));
  if (list->len == 0)
    return facts->errors[PALIER_SOURCE_NETWORK] ? palier_unread (facts, PALIER_SOURCE_NETWORK)
                                                : palier_not_told ();
  g_ptr_array_add (list, NULL);
  text = g_strjoinv (", ", (char **) list->pdata);
  /* translators: %s lists the recorder’s addresses. */
  return palier_verified (N_ ("Its addresses are private ones: %s."), text);
}

PalierCheckRow *
palier_judge_remote (const PalierCheckupFacts *facts)
{
  switch (facts->declared[PALIER_DECLARATION_REMOTE])
    {
    case PALIER_DECLARED_YES:
      return palier_declared (N_ ("Somebody needs it from outside the site."),
                              N_ ("Give access through a VPN, never through a port forward, and to named "
                                  "persons only."));
    case PALIER_DECLARED_NO:
      return palier_declared (N_ ("Nobody needs it from outside the site."), NULL);
    case PALIER_DECLARED_NOTHING:
    default:
      return palier_not_checked (N_ ("Nobody has said yet whether it is needed from outside the site."), NULL);
    }
}

PalierCheckRow *
palier_judge_separate (const PalierCheckupFacts *facts)
{
  switch (facts->declared[PALIER_DECLARATION_SEPARATE])
    {
    case PALIER_DECLARED_YES:
      return palier_declared (N_ ("Recorder and cameras are on a network of their own."), NULL);
    case PALIER_DECLARED_NO:
      return palier_declared (N_ ("Recorder and cameras share a network with other devices."),
                              N_ ("Give them a network of their own (a VLAN, or a switch behind a "
                                  "firewall), open only to those who watch."));
    case PALIER_DECLARED_NOTHING:
    default:
      return palier_not_checked (N_ ("Nobody has said yet whether recorder and cameras have a network of "
                                     "their own."),
                                 NULL);
    }
}
