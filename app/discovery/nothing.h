/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* Why the list of found recorders is empty, so that nobody has to guess. An address can always
 * be given by hand. */
typedef enum
{
  PALIER_NOTHING_SOMETHING, /* it is not empty */
  PALIER_NOTHING_YET,       /* asked a moment ago */
  PALIER_NOTHING_NO_INTERFACE,
  PALIER_NOTHING_CANNOT_SEND, /* this computer refuses to send the question */
  PALIER_NOTHING_PORT_IN_USE, /* another program holds 37020: answers to everybody are not heard */
  PALIER_NOTHING_UNREADABLE,  /* something answered, and not as a recorder does */
  PALIER_NOTHING_NO_ANSWER,   /* silence: another network, a switch, a firewall */
} PalierNothing;

/* What happened and what to do now, translated; NULL for PALIER_NOTHING_SOMETHING. */
const char *palier_nothing_get_sentence (PalierNothing why);
const char *palier_nothing_get_remedy (PalierNothing why);
