/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <netinet/in.h>

/* One IPv4 address of this computer on a network that recorders can be on. */
typedef struct
{
  char *name;  /* "eth0" */
  guint index; /* the kernel's number, never 0 */
  struct in_addr address;
  struct in_addr mask; /* 0: the system does not tell */
} PalierInterface;

/* What is up and can multicast; the loopback only when it is the one named by only. only NULL: all.
 * Of PalierInterface, perhaps none. */
GPtrArray *palier_interfaces_list (const char *only);
PalierInterface *palier_interface_copy (const PalierInterface *self);
void palier_interface_free (PalierInterface *self);
gboolean palier_interface_equal (const PalierInterface *a, const PalierInterface *b);

typedef enum
{
  PALIER_REACH_YES,
  PALIER_REACH_OTHER_NETWORK, /* it hears us, but its address belongs to another subnet */
  PALIER_REACH_NO_ADDRESS,    /* it has none, or tells none that could be right */
} PalierReach;

/* Whether a recorder that tells this address can be talked to from one of these interfaces. */
PalierReach palier_reach_judge (GPtrArray *interfaces, const char *address);
const char *palier_reach_get_sentence (PalierReach reach); /* NULL for YES */
const char *palier_reach_get_remedy (PalierReach reach);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierInterface, palier_interface_free)
