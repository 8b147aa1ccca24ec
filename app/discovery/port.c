/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "discovery/port.h"

#include "base/error.h"

#include <arpa/inet.h>
#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* Room for the answers of a whole building while the main loop is busy; the kernel grants what it
 * allows. */
#define RECEIVE_BUFFER (8 * 1024 * 1024)
#define ONE_NETWORK 1

static struct sockaddr_in
group_address (void)
{
  return (struct sockaddr_in) { .sin_family = AF_INET,
                                .sin_port = htons (PALIER_PORT_NUMBER),
                                .sin_addr.s_addr = inet_addr (PALIER_PORT_GROUP) };
}

static int
open_bound (struct in_addr address, guint16 port)
{
  const struct sockaddr_in name = { .sin_family = AF_INET,
                                    .sin_port = htons (port),
                                    .sin_addr = address };
  const int on = 1, buffer = RECEIVE_BUFFER;
  int fd = socket (AF_INET, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
  int problem;

  if (fd < 0)
    return -1;
  if (port != 0)
    (void) setsockopt (fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  (void) setsockopt (fd, SOL_SOCKET, SO_RCVBUF, &buffer, sizeof buffer);
  if (bind (fd, (const struct sockaddr *) &name, sizeof name) == 0)
    return fd;
  problem = errno;
  close (fd);
  errno = problem;
  return -1;
}

/* Without this the system sends by its default route, and a network of cameras is never asked. */
static gboolean
prepare_to_send (int fd, const PalierInterface *interface)
{
  const struct ip_mreqn through = { .imr_address = interface->address,
                                    .imr_ifindex = (int) interface->index };
  const int hops = ONE_NETWORK, loop = 1;

  return setsockopt (fd, IPPROTO_IP, IP_MULTICAST_IF, &through, sizeof through) == 0
         && setsockopt (fd, IPPROTO_IP, IP_MULTICAST_TTL, &hops, sizeof hops) == 0
         && setsockopt (fd, IPPROTO_IP, IP_MULTICAST_LOOP, &loop, sizeof loop) == 0;
}

static int
open_sender (const PalierInterface *interface, guint16 port)
{
  int fd = open_bound (interface->address, port);
  int problem;

  if (fd < 0 || prepare_to_send (fd, interface))
    return fd;
  problem = errno;
  close (fd);
  errno = problem;
  return -1;
}

/* A socket bound to our own address never hears a group, so this one is bound to the group; and it
 * hears the group on its own interface only, not on all that any program has joined. */
static int
open_listener (const PalierInterface *interface)
{
  const struct ip_mreqn membership = { .imr_multiaddr = group_address ().sin_addr,
                                       .imr_address = interface->address,
                                       .imr_ifindex = (int) interface->index };
  const int off = 0;
  int fd = open_bound (group_address ().sin_addr, PALIER_PORT_NUMBER);
  int problem;

  if (fd < 0
      || (setsockopt (fd, IPPROTO_IP, IP_MULTICAST_ALL, &off, sizeof off) == 0
          && setsockopt (fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &membership, sizeof membership) == 0))
    return fd;
  problem = errno;
  close (fd);
  errno = problem;
  return -1;
}

PalierPort *
palier_port_open (const PalierInterface *interface, GError **error)
{
  int fd = open_sender (interface, 0);
  PalierPort *self;

  if (fd < 0)
    {
      palier_error_set (error, PALIER_ERROR_COMPUTER, "%s: %s", interface->name, g_strerror (errno));
      return NULL;
    }
  self = g_new0 (PalierPort, 1);
  self->interface = palier_interface_copy (interface);
  self->fds[PALIER_PORT_FREE] = fd;
  self->fds[PALIER_PORT_HEARD] = open_listener (interface);
  if (self->fds[PALIER_PORT_HEARD] < 0)
    self->fixed_errno = errno;
  self->fds[PALIER_PORT_FIXED] = open_sender (interface, PALIER_PORT_NUMBER);
  if (self->fds[PALIER_PORT_FIXED] < 0 && self->fixed_errno == 0)
    self->fixed_errno = errno;
  return self;
}

void
palier_port_close (PalierPort *self)
{
  for (guint i = 0; i < PALIER_PORT_N_SOCKETS; i++)
    if (self->fds[i] >= 0)
      close (self->fds[i]);
  palier_interface_free (self->interface);
  g_free (self);
}

static gboolean
send_from (int fd, const struct sockaddr_in *to, const char *text)
{
  return fd >= 0
         && sendto (fd, text, strlen (text), MSG_NOSIGNAL, (const struct sockaddr *) to, sizeof *to)
              >= 0;
}

gboolean
palier_port_send_to_group (PalierPort *self, const char *text)
{
  const struct sockaddr_in group = group_address ();
  gboolean fixed = send_from (self->fds[PALIER_PORT_FIXED], &group, text);

  return send_from (self->fds[PALIER_PORT_FREE], &group, text) || fixed;
}

gboolean
palier_port_send_to (PalierPort *self, const struct sockaddr_in *to, const char *text)
{
  return send_from (self->fds[PALIER_PORT_FIXED], to, text)
         || send_from (self->fds[PALIER_PORT_FREE], to, text);
}

gssize
palier_port_receive (PalierPort *self,
                     PalierPortSocket which,
                     char *data,
                     gsize size,
                     struct sockaddr_in *from)
{
  socklen_t length = sizeof *from;

  /* MSG_TRUNC: tell how long it was, not how much of it fitted. */
  return recvfrom (self->fds[which], data, size, MSG_TRUNC, (struct sockaddr *) from, &length);
}
