/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "checkup/judge.h"

#include "discovery/interfaces.h"
#include "recorder/inventory.h"
#include "recorder/network.h"

#include <arpa/inet.h>
#include <glib/gi18n-lib.h>

/* "192.168.10.20/24"; the address alone where there is no mask to be read. */
static char *
dup_with_prefix (const char *address, guint32 mask)
{
  if (mask == 0)
    return g_strdup (address);
  return g_strdup_printf ("%s/%d", address, __builtin_popcount (mask));
}

static guint32
parse (const char *text)
{
  struct in_addr address = { 0 };

  return text && inet_pton (AF_INET, text, &address) == 1 ? address.s_addr : 0;
}

static char *
dup_recorder (GPtrArray *nics)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < nics->len; i++)
    {
      const PalierNic *nic = nics->pdata[i];
      g_autofree char *own
          = nic->address ? dup_with_prefix (nic->address, parse (nic->mask)) : NULL;

      if (own)
        g_string_append_printf (text, "%s%s%s%s", text->len > 0 ? ", " : "", own,
                                nic->gateway ? " → " : "", nic->gateway ? nic->gateway : "");
    }
  return g_string_free (text, FALSE);
}

/* Of the network by which this computer reaches the recorder. */
static char *
dup_computer (const PalierCheckupFacts *facts)
{
  guint32 host = parse (facts->host);

  for (guint i = 0; facts->interfaces && i < facts->interfaces->len; i++)
    {
      const PalierInterface *own = facts->interfaces->pdata[i];
      char text[INET_ADDRSTRLEN];

      if (((own->address.s_addr ^ host) & own->mask.s_addr) == 0
          && inet_ntop (AF_INET, &own->address, text, sizeof text))
        return dup_with_prefix (text, own->mask.s_addr);
    }
  return NULL;
}

static gboolean
is_inside (GPtrArray *nics, guint32 address)
{
  for (guint i = 0; i < nics->len; i++)
    {
      const PalierNic *nic = nics->pdata[i];

      if (nic->address && ((parse (nic->address) ^ address) & parse (nic->mask)) == 0)
        return TRUE;
    }
  return FALSE;
}

static guint
count_elsewhere (const PalierCheckupFacts *facts)
{
  guint elsewhere = 0;

  for (guint i = 0; facts->cameras && i < facts->cameras->len; i++)
    {
      guint32 address = parse (((const PalierCamera *) facts->cameras->pdata[i])->address);

      elsewhere += address != 0 && !is_inside (facts->nics, address);
    }
  return elsewhere;
}

/* Recorder and gateway, this computer: facts to think with, not a judgement. */
PalierCheckRow *
palier_judge_network (const PalierCheckupFacts *facts)
{
  PalierCheckRow *row = palier_unread (facts, PALIER_SOURCE_NETWORK);
  g_autofree char *recorder = NULL;
  g_autofree char *computer = NULL;
  g_autofree char *value = NULL;

  if (row)
    return row;
  recorder = dup_recorder (facts->nics);
  if (!*recorder)
    return palier_not_told ();
  computer = dup_computer (facts);
  value = computer ? g_strconcat (recorder, "; ", computer, NULL) : g_strdup (recorder);
  if (!facts->cameras || facts->cameras->len == 0)
    /* translators: %s: addresses, such as “192.168.1.20/24 → 192.168.1.1; 192.168.1.5/24”. */
    return palier_verified (N_ ("Recorder, gateway and this computer: %s."), value);
  if (count_elsewhere (facts) > 0)
    /* translators: %s: addresses, such as “192.168.1.20/24 → 192.168.1.1; 192.168.1.5/24”. */
    return palier_verified (N_ ("Recorder, gateway and this computer: %s. Cameras are on other networks "
                                "too."),
                            value);
  /* translators: %s: addresses, such as “192.168.1.20/24 → 192.168.1.1; 192.168.1.5/24”. */
  return palier_verified (N_ ("Recorder, gateway and this computer: %s. The cameras are on the recorder’s "
                              "network."),
                          value);
}
