/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "discovery/interfaces.h"

/* The discovery group on one interface, through up to three sockets. All are non-blocking. */
#define PALIER_PORT_GROUP "239.255.255.250"
#define PALIER_PORT_NUMBER 37020

typedef enum
{
  PALIER_PORT_FREE,  /* our address, any port: asks, hears what is answered to the asker */
  PALIER_PORT_FIXED, /* our address, 37020: asks too, for devices that answer to that port alone */
  PALIER_PORT_HEARD, /* the group, 37020: hears what is said to everybody */
  PALIER_PORT_N_SOCKETS
} PalierPortSocket;

typedef struct
{
  PalierInterface *interface;
  int fds[PALIER_PORT_N_SOCKETS]; /* -1 where it could not be had */
  int fixed_errno;                /* why 37020 cannot be heard (EADDRINUSE: another program); 0: it can */
} PalierPort;

/* NULL where not even the free one opens. */
PalierPort *palier_port_open (const PalierInterface *interface, GError **error);
void palier_port_close (PalierPort *self);

/* To everybody on this interface. FALSE: no socket could send, errno says why. */
gboolean palier_port_send_to_group (PalierPort *self, const char *text);
/* To one asker; from our 37020 where we have it, as recorders do. */
gboolean palier_port_send_to (PalierPort *self, const struct sockaddr_in *to, const char *text);

/* Reads one datagram into data. Returns its whole length, which may be more than size; -1: none
 * waits. */
gssize palier_port_receive (PalierPort *self, PalierPortSocket which, char *data, gsize size,
                            struct sockaddr_in *from);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierPort, palier_port_close)
