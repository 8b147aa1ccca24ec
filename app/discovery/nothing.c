/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "discovery/nothing.h"

#include <glib.h>
#include <glib/gi18n-lib.h>

typedef struct
{
  const char *sentence, *remedy;
} Words;

static const Words words[] = {
  [PALIER_NOTHING_SOMETHING] = { NULL, NULL },
  [PALIER_NOTHING_YET] = {
    N_ ("Looking for recorders on the local networks…"),
    N_ ("A recorder that has just been switched on can take two minutes to answer.") },
  [PALIER_NOTHING_NO_INTERFACE] = {
    N_ ("This computer is not connected to any network."),
    N_ ("Plug in the network cable or join the recorder’s Wi-Fi: the search starts again by itself. "
        "You can also enter the recorder’s address by hand.") },
  [PALIER_NOTHING_CANNOT_SEND] = {
    N_ ("This computer does not let the search out on its networks."),
    N_ ("A firewall on this computer is the usual reason: let UDP port 37020 through, or enter the "
        "recorder’s address by hand.") },
  [PALIER_NOTHING_PORT_IN_USE] = {
    N_ ("Nothing was found, and another program on this computer holds the port that recorders "
        "answer on (UDP 37020)."),
    N_ ("Close other programs that search for cameras or recorders: the search goes on meanwhile. You "
        "can also enter the recorder’s address by hand.") },
  [PALIER_NOTHING_UNREADABLE] = {
    N_ ("Something answered the search, but not in a way that a recorder does."),
    N_ ("Enter the recorder’s address by hand: it is shown at its own screen (Configuration, "
        "Network).") },
  [PALIER_NOTHING_NO_ANSWER] = {
    N_ ("No recorder answered on the networks of this computer."),
    N_ ("Check that the recorder is switched on and connected to the same switch or router. A "
        "firewall on this computer that blocks UDP port 37020 also hides recorders. You can always "
        "enter the recorder’s address by hand.") },
};

const char *
palier_nothing_get_sentence (PalierNothing why)
{
  g_return_val_if_fail ((guint) why < G_N_ELEMENTS (words), NULL);
  return words[why].sentence ? _ (words[why].sentence) : NULL;
}

const char *
palier_nothing_get_remedy (PalierNothing why)
{
  g_return_val_if_fail ((guint) why < G_N_ELEMENTS (words), NULL);
  return words[why].remedy ? _ (words[why].remedy) : NULL;
}
