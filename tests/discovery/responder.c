/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "responder.h"

#include "answers.h"
#include "namespaces.h"

#include <arpa/inet.h>
#include <net/if.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define GROUP "239.255.255.250"
#define NUMBER 37020
#define RUBBISH_BYTES 12000
#define RUBBISH_ROUNDS 100
#define PACE_MS 3 /* between two of many recorders: 250 within a second */

static int
open_socket (void)
{
  const struct sockaddr_in name = { .sin_family = AF_INET, .sin_port = htons (NUMBER) };
  const struct ip_mreqn group = { .imr_multiaddr.s_addr = inet_addr (GROUP),
                                  .imr_ifindex = (int) if_nametoindex ("far0") };
  int fd = socket (AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);

  g_assert_cmpint (bind (fd, (const struct sockaddr *) &name, sizeof name), ==, 0);
  g_assert_cmpint (setsockopt (fd, IPPROTO_IP, IP_ADD_MEMBERSHIP, &group, sizeof group), ==, 0);
  g_assert_cmpint (setsockopt (fd, IPPROTO_IP, IP_MULTICAST_IF, &group, sizeof group), ==, 0);
  return fd;
}

static void
say (int fd, const struct sockaddr_in *to, const char *data, gsize length)
{
  (void) sendto (fd, data, length, 0, (const struct sockaddr *) to, sizeof *to);
}

static void
say_rubbish (int fd, const struct sockaddr_in *to)
{
  static const char bomb[] = "<!DOCTYPE a [<!ENTITY b 'bb'><!ENTITY c '&b;&b;&b;'>]>"
                             "<ProbeMatch><MAC>&c;</MAC></ProbeMatch>";
  static const char nameless[] = "<ProbeMatch><Types>inquiry</Types></ProbeMatch>";
  g_autofree char *too_long = g_strnfill (RUBBISH_BYTES, '<');
  g_autofree char *cut = answer_of_recorder (9, "192.168.1.99");

  for (guint i = 0; i < RUBBISH_ROUNDS; i++)
    {
      say (fd, to, bomb, strlen (bomb));
      say (fd, to, nameless, strlen (nameless));
      say (fd, to, too_long, RUBBISH_BYTES);
      say (fd, to, cut, strlen (cut) / 2);
      say (fd, to, "\0\xff\xfe", 3);
      say (fd, to, "", 0);
      poll (NULL, 0, 1);
    }
}

static void
answer (const Responder *self, int fd, const struct sockaddr_in *asker, const char *network)
{
  const struct sockaddr_in group = { .sin_family = AF_INET,
                                     .sin_port = htons (NUMBER),
                                     .sin_addr.s_addr = inet_addr (GROUP) };

  for (guint i = 0; i < self->n_recorders; i++)
    {
      g_autofree char *address = g_strdup_printf ("%s%u", network, self->first + i + 2);
      g_autofree char *text = answer_of_recorder (self->first + i, address);

      if (self->how & RESPOND_WITH_RUBBISH)
        say_rubbish (fd, asker);
      if (self->how & RESPOND_TO_ASKER)
        say (fd, asker, text, strlen (text));
      if (self->how & RESPOND_TO_GROUP)
        say (fd, &group, text, strlen (text));
      if (self->n_recorders > 1)
        poll (NULL, 0, PACE_MS);
    }
}

void
responder_run (gconstpointer responder)
{
  const Responder *self = responder;
  guint n_questions = 0;
  int fd = open_socket ();

  namespace_say_ready ();
  while (TRUE)
    {
      struct sockaddr_in asker = { 0 };
      socklen_t size = sizeof asker;
      char data[2048];
      ssize_t length = recvfrom (fd, data, sizeof data, 0, (struct sockaddr *) &asker, &size);

      if (length <= 0 || !memmem (data, (size_t) length, "<Probe>", strlen ("<Probe>")))
        continue;
      n_questions++;
      answer (self, fd, &asker, self->moved && n_questions > 2 ? self->moved : self->network);
    }
}
