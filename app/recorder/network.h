/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* /ISAPI/System/Network/interfaces: one for each port. Source: footage-and-settings.md §6. Texts are NULL when
 * not told; an address of zeros stands for none. */
typedef struct
{
  char *id;
  char *mac;
  int dhcp; /* 1, 0, -1: not told */
  char *address, *mask, *gateway;
  char *dns_first, *dns_second;
} PalierNic;

/* An array of PalierNic; empty when this firmware does not tell. */
GPtrArray *palier_nics_read (PalierConnection *connection, GCancellable *cancellable, GError **error);

/* Sets what is not NULL (dhcp -1: leave) on the interface of that id, in the recorder's own document. The recorder
 * may want a restart, or be gone at once: PALIER_ERROR_CONNECTION_LOST and _TIMED_OUT say nothing about the
 * outcome, and it must then be looked for at both addresses. */
gboolean palier_nic_write (PalierConnection *connection, const PalierNic *wanted, gboolean *reboot_needed,
                                 GCancellable *cancellable, GError **error);
