/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "stick/port.h"

#include "base/error.h"
#include "stick/sysfs.h"

#include <glib-unix.h>
#include <libusb.h>

#define MAX_PORTS 7 /* USB 3.0, section 10: seven tiers at most */

struct _PalierStickWatch
{
  libusb_context *context;
  libusb_hotplug_callback_handle handle;
  GSList *sources; /* of GSource: one for each file descriptor of libusb */
  gboolean seen;   /* something came or went since it was last told */
  void (*changed) (gpointer data);
  gpointer data;
};

static gboolean
has_storage (const struct libusb_config_descriptor *config)
{
  for (guint i = 0; i < config->bNumInterfaces; i++)
    for (int j = 0; j < config->interface[i].num_altsetting; j++)
      if (config->interface[i].altsetting[j].bInterfaceClass == LIBUSB_CLASS_MASS_STORAGE)
        return TRUE;
  return FALSE;
}

/* The active configuration decides; a device that has none yet is judged by its first one. */
static gboolean
is_storage (libusb_device *device)
{
  struct libusb_config_descriptor *config = NULL;
  gboolean storage;

  if (libusb_get_active_config_descriptor (device, &config) != 0
      && libusb_get_config_descriptor (device, 0, &config) != 0)
    return FALSE;
  storage = has_storage (config);
  libusb_free_config_descriptor (config);
  return storage;
}

/* As the kernel does it: bus, dash, ports with dots. NULL: a root hub, or not known. */
static char *
port_path (libusb_device *device)
{
  guint8 ports[MAX_PORTS];
  int n = libusb_get_port_numbers (device, ports, sizeof ports);
  GString *path;

  if (n <= 0)
    return NULL;
  path = g_string_new (NULL);
  g_string_printf (path, "%u-%u", libusb_get_bus_number (device), ports[0]);
  for (int i = 1; i < n; i++)
    g_string_append_printf (path, ".%u", ports[i]);
  return g_string_free (path, FALSE);
}

static guint
speed_in_mbits (libusb_device *device)
{
  switch (libusb_get_device_speed (device))
    {
    case LIBUSB_SPEED_FULL:
      return 12;
    case LIBUSB_SPEED_HIGH:
      return 480;
    case LIBUSB_SPEED_SUPER:
      return 5000;
    case LIBUSB_SPEED_SUPER_PLUS:
      return 10000;
    default:
      return 0;
    }
}

static PalierStickPlace *
place_new (libusb_device *device, char *port)
{
  PalierStickPlace *self = g_new0 (PalierStickPlace, 1);

  self->bus = libusb_get_bus_number (device);
  self->address = libusb_get_device_address (device);
  self->port = port;
  self->vendor = palier_sysfs_usb_text (port, "manufacturer");
  self->product = palier_sysfs_usb_text (port, "product");
  self->serial = palier_sysfs_usb_text (port, "serial");
  self->speed = speed_in_mbits (device);
  return self;
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  return palier_stick_place_compare (*(const PalierStickPlace *const *) a,
                                     *(const PalierStickPlace *const *) b);
}

static GPtrArray *
list_context (libusb_context *context, GError **error)
{
  g_autoptr (GPtrArray) places =
      g_ptr_array_new_with_free_func ((GDestroyNotify) palier_stick_place_free);
  libusb_device **devices = NULL;
  gssize n = libusb_get_device_list (context, &devices);

  if (n < 0)
    {
      palier_error_set (error, PALIER_ERROR_COMPUTER, "USB: %s", libusb_error_name ((int) n));
      return NULL;
    }
  for (gssize i = 0; i < n; i++)
    {
      char *port = is_storage (devices[i]) ? port_path (devices[i]) : NULL;

      if (port)
        g_ptr_array_add (places, place_new (devices[i], port));
    }
  libusb_free_device_list (devices, TRUE);
  g_ptr_array_sort (places, compare_places);
  return g_steal_pointer (&places);
}

/* A context of its own each time: libusb's list of a living context changes only by events, and where
 * none arrive it would stay what it was at the start. */
GPtrArray *
palier_stick_port_list (GError **error)
{
  libusb_context *context = NULL;
  GPtrArray *places;
  int result = libusb_init (&context);

  if (result != 0)
    {
      palier_error_set (error, PALIER_ERROR_COMPUTER, "USB: %s", libusb_error_name (result));
      return NULL;
    }
  places = list_context (context, error);
  libusb_exit (context);
  return places;
}

static int
hotplug_cb (libusb_context *context, libusb_device *device, libusb_hotplug_event event, void *data)
{
  PalierStickWatch *self = data;

  self->seen = TRUE;
  return 0; /* goes on */
}

static gboolean
ready_cb (int fd, GIOCondition condition, gpointer data)
{
  PalierStickWatch *self = data;
  struct timeval none = { 0, 0 };

  libusb_handle_events_timeout_completed (self->context, &none, NULL);
  if (self->seen)
    {
      self->seen = FALSE;
      self->changed (self->data);
    }
  return G_SOURCE_CONTINUE;
}

static void
watch_attach (PalierStickWatch *self)
{
  const struct libusb_pollfd **fds = libusb_get_pollfds (self->context);

  for (guint i = 0; fds && fds[i]; i++)
    {
      GSource *source = g_unix_fd_source_new (fds[i]->fd, (GIOCondition) fds[i]->events);

      g_source_set_callback (source, G_SOURCE_FUNC (ready_cb), self, NULL);
      g_source_attach (source, g_main_context_get_thread_default ());
      self->sources = g_slist_prepend (self->sources, source);
    }
  libusb_free_pollfds (fds);
}

PalierStickWatch *
palier_stick_port_watch (void (*changed) (gpointer data), gpointer data)
{
  PalierStickWatch *self;
  libusb_context *context = NULL;
  int events = LIBUSB_HOTPLUG_EVENT_DEVICE_ARRIVED | LIBUSB_HOTPLUG_EVENT_DEVICE_LEFT;

  if (!libusb_has_capability (LIBUSB_CAP_HAS_HOTPLUG) || libusb_init (&context) != 0)
    return NULL;
  self = g_new0 (PalierStickWatch, 1);
  self->context = context;
  self->changed = changed;
  self->data = data;
  if (libusb_hotplug_register_callback (context, events, 0, LIBUSB_HOTPLUG_MATCH_ANY,
                                        LIBUSB_HOTPLUG_MATCH_ANY, LIBUSB_HOTPLUG_MATCH_ANY,
                                        hotplug_cb, self, &self->handle)
      != 0)
    {
      palier_stick_watch_free (self);
      return NULL;
    }
  watch_attach (self);
  return self;
}

static void
source_free (gpointer source)
{
  g_source_destroy (source);
  g_source_unref (source);
}

void
palier_stick_watch_free (PalierStickWatch *self)
{
  g_slist_free_full (self->sources, source_free);
  libusb_exit (self->context); /* takes its callbacks with it */
  g_free (self);
}
