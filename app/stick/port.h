/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* The USB devices of this computer that have a mass-storage interface, as the bus itself tells it: no
 * device is opened, no driver is touched, no privilege is needed. libusb stays behind this header. */

/* One device. Texts as the device tells them, NULL where it tells none. */
typedef struct
{
  guint bus;
  guint address; /* changes each time it is put in */
  char *port;    /* "1-2.3": bus and ports on the way to it, as the kernel names the place */
  char *vendor;
  char *product;
  char *serial;
  guint speed; /* Mbit/s, 0: not known */
} PalierStickPlace;

PalierStickPlace *palier_stick_place_copy (const PalierStickPlace *self);
void palier_stick_place_free (PalierStickPlace *self);
int palier_stick_place_compare (const PalierStickPlace *a, const PalierStickPlace *b); /* by bus and port */
gboolean palier_stick_place_equal (const PalierStickPlace *a, const PalierStickPlace *b);

/* Looks now, in any thread: of PalierStickPlace, by port. PALIER_ERROR_COMPUTER when the bus cannot be
 * asked. */
GPtrArray *palier_stick_port_list (GError **error);

/* Tells when something comes or goes, in the main context of the thread that starts it. Where no events
 * reach us (a sandbox) it stays silent: look again from time to time. NULL: there can be none. */
typedef struct _PalierStickWatch PalierStickWatch;

PalierStickWatch *palier_stick_port_watch (void (*changed) (gpointer data), gpointer data);
void palier_stick_watch_free (PalierStickWatch *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierStickPlace, palier_stick_place_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierStickWatch, palier_stick_watch_free)
