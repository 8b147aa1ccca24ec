/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "discovery/interfaces.h"

#include <arpa/inet.h>
#include <glib/gi18n-lib.h>

PalierReach
palier_reach_judge (GPtrArray *interfaces, const char *address)
{
  struct in_addr theirs;

  if (!address || inet_pton (AF_INET, address, &theirs) != 1)
    return PALIER_REACH_NO_ADDRESS;
  for (guint i = 0; i < interfaces->len; i++)
    {
      const PalierInterface *ours = g_ptr_array_index (interfaces, i);

      /* Where the system tells no mask, nothing speaks against it. */
      if (((theirs.s_addr ^ ours->address.s_addr) & ours->mask.s_addr) == 0)
        return PALIER_REACH_YES;
    }
  return PALIER_REACH_OTHER_NETWORK;
}

const char *
palier_reach_get_sentence (PalierReach reach)
{
  switch (reach)
    {
    case PALIER_REACH_OTHER_NETWORK:
      return _ ("This recorder was found, but its address belongs to another network: this computer "
                "cannot talk to it.");
    case PALIER_REACH_NO_ADDRESS:
      return _ ("This recorder was found, but it has no usable network address yet.");
    case PALIER_REACH_YES:
    default:
      return NULL;
    }
}

const char *
palier_reach_get_remedy (PalierReach reach)
{
  switch (reach)
    {
    case PALIER_REACH_OTHER_NETWORK:
      return _ ("Give this computer an address in the recorder’s network for the time of the work, or "
                "change the recorder’s address at its own screen. Palier changes neither by itself.");
    case PALIER_REACH_NO_ADDRESS:
      return _ ("Set an address at the recorder’s own screen (Configuration, Network), or connect it "
                "to a network that gives it one, then wait a moment.");
    case PALIER_REACH_YES:
    default:
      return NULL;
    }
}
