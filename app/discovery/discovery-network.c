/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "discovery/discovery-private.h"

#include <arpa/inet.h>
#include <errno.h>
#include <glib-unix.h>

/* When a network is asked, in seconds after it was first seen; then every ASK_EVERY. */
static const double asked_at[] = { 0, 1, 3 };
#define ASK_EVERY 15

/* The main loop also draws the window: a flood is read in slices. */
#define MAX_A_SLICE 64
#define SLICE_US 4000
#define READ_PRIORITY G_PRIORITY_DEFAULT_IDLE

typedef struct
{
  PalierDiscovery *discovery; /* owns the watch */
  PalierPort *port;
  GSource *sources[PALIER_PORT_N_SOCKETS];
  double first_asked;
  guint n_asked;
  gboolean refused; /* the last question could not be sent */
} PalierWatch;

static void
watch_free (gpointer data)
{
  PalierWatch *self = data;

  for (guint i = 0; i < PALIER_PORT_N_SOCKETS; i++)
    if (self->sources[i])
      {
        g_source_destroy (self->sources[i]);
        g_source_unref (self->sources[i]);
      }
  palier_port_close (self->port);
  g_free (self);
}

GPtrArray *
palier_discovery_watches_new (void)
{
  return g_ptr_array_new_with_free_func (watch_free);
}

static gboolean
read_one (PalierDiscovery *self, PalierPort *port, PalierPortSocket which)
{
  struct sockaddr_in from = { 0 };
  char text[INET_ADDRSTRLEN];
  gssize length
    = palier_port_receive (port, which, self->buffer, sizeof self->buffer, &from);

  if (length < 0)
    return FALSE;
  palier_discovery_take (self, self->buffer, (gsize) length,
                         inet_ntop (AF_INET, &from.sin_addr, text, sizeof text));
  return TRUE;
}

static gboolean
read_cb (int fd, GIOCondition condition, gpointer data)
{
  PalierWatch *watch = data;
  gint64 until = g_get_monotonic_time () + SLICE_US;
  PalierPortSocket which = PALIER_PORT_FREE;

  while (watch->port->fds[which] != fd)
    which++;
  for (guint i = 0; i < MAX_A_SLICE && g_get_monotonic_time () < until; i++)
    if (!read_one (watch->discovery, watch->port, which))
      break;
  return G_SOURCE_CONTINUE;
}

static void
watch_socket (PalierWatch *self, guint which)
{
  if (self->port->fds[which] < 0)
    return;
  self->sources[which] = g_unix_fd_source_new (self->port->fds[which], G_IO_IN);
  g_source_set_callback (self->sources[which], G_SOURCE_FUNC (read_cb), self, NULL);
  g_source_set_priority (self->sources[which], READ_PRIORITY);
  g_source_attach (self->sources[which], self->discovery->context);
}

static void
add_watch (PalierDiscovery *self, const PalierInterface *interface, double now)
{
  g_autoptr (GError) error = NULL;
  PalierPort *port = palier_port_open (interface, &error);
  PalierWatch *watch;

  if (!port)
    {
      g_debug ("no search on this network: %s", error->message);
      return;
    }
  watch = g_new0 (PalierWatch, 1);
  watch->discovery = self;
  watch->port = port;
  watch->first_asked = now;
  for (guint i = 0; i < PALIER_PORT_N_SOCKETS; i++)
    watch_socket (watch, i);
  g_ptr_array_add (self->watches, watch);
}

static gboolean
is_among (GPtrArray *interfaces, const PalierInterface *wanted)
{
  for (guint i = 0; i < interfaces->len; i++)
    if (palier_interface_equal (g_ptr_array_index (interfaces, i), wanted))
      return TRUE;
  return FALSE;
}

static gboolean
is_watched (PalierDiscovery *self, const PalierInterface *interface)
{
  for (guint i = 0; i < self->watches->len; i++)
    {
      const PalierWatch *watch = g_ptr_array_index (self->watches, i);

      if (palier_interface_equal (watch->port->interface, interface))
        return TRUE;
    }
  return FALSE;
}

void
palier_discovery_look_at_networks (PalierDiscovery *self, double now)
{
  g_ptr_array_unref (self->interfaces);
  self->interfaces = palier_interfaces_list (self->only);
  for (guint i = self->watches->len; i > 0; i--)
    {
      PalierWatch *watch = g_ptr_array_index (self->watches, i - 1);

      if (!is_among (self->interfaces, watch->port->interface))
        g_ptr_array_remove_index (self->watches, i - 1);
    }
  for (guint i = 0; i < self->interfaces->len; i++)
    if (!is_watched (self, g_ptr_array_index (self->interfaces, i)))
      add_watch (self, g_ptr_array_index (self->interfaces, i), now);
}

static double
next_asked (const PalierWatch *self)
{
  const guint n = G_N_ELEMENTS (asked_at);

  if (self->n_asked < n)
    return self->first_asked + asked_at[self->n_asked];
  return self->first_asked + asked_at[n - 1] + ASK_EVERY * (double) (self->n_asked - n + 1);
}

static void
ask_one (PalierWatch *self)
{
  g_autofree char *question = palier_probe_new_question ();

  self->n_asked++;
  self->refused = !palier_port_send_to_group (self->port, question);
  if (self->refused)
    g_debug ("%s: %s", self->port->interface->name, g_strerror (errno));
}

void
palier_discovery_ask (PalierDiscovery *self, double now)
{
  for (guint i = 0; i < self->watches->len; i++)
    {
      PalierWatch *watch = g_ptr_array_index (self->watches, i);

      if (next_asked (watch) > now)
        continue;
      ask_one (watch);
      /* The computer slept: what was missed is not made up for. */
      while (next_asked (watch) <= now)
        watch->n_asked++;
    }
}

void
palier_discovery_ask_anew (PalierDiscovery *self, double now)
{
  for (guint i = 0; i < self->watches->len; i++)
    {
      PalierWatch *watch = g_ptr_array_index (self->watches, i);

      watch->first_asked = now;
      watch->n_asked = 0;
    }
}

gboolean
palier_discovery_can_send (PalierDiscovery *self)
{
  for (guint i = 0; i < self->watches->len; i++)
    if (!((PalierWatch *) g_ptr_array_index (self->watches, i))->refused)
      return TRUE;
  return FALSE;
}

gboolean
palier_discovery_is_port_in_use (PalierDiscovery *self)
{
  for (guint i = 0; i < self->watches->len; i++)
    if (((PalierWatch *) g_ptr_array_index (self->watches, i))->port->fixed_errno == EADDRINUSE)
      return TRUE;
  return FALSE;
}
