/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#define PALIER_UDISKS_NAME "org.freedesktop.UDisks2"
#define PALIER_UDISKS_PATH "/org/freedesktop/UDisks2"
#define PALIER_UDISKS_BLOCK PALIER_UDISKS_NAME ".Block"
#define PALIER_UDISKS_DRIVE PALIER_UDISKS_NAME ".Drive"
#define PALIER_UDISKS_FILESYSTEM PALIER_UDISKS_NAME ".Filesystem"
#define PALIER_UDISKS_PARTITION PALIER_UDISKS_NAME ".Partition"
#define PALIER_UDISKS_TABLE PALIER_UDISKS_NAME ".PartitionTable"

/* Calls a method, for as long as it takes; its answer, or what went wrong in the person's terms:
 * PALIER_ERROR_NO_STICK_SERVICE (not there, or it does not let us), STICK_BUSY, STICK_UNUSABLE, and
 * PLACE_GONE (the stick went away). arguments is taken over. */
GVariant *palier_udisks_call (const char *object, const char *interface, const char *method,
                              GVariant *arguments, GCancellable *cancellable, GError **error);

/* a{oa{sa{sv}}}: everything that UDisks2 knows. */
GVariant *palier_udisks_get_objects (GCancellable *cancellable, GError **error);

/* The a{sv} of an interface in the a{sa{sv}} of an object; NULL: it does not have it. */
GVariant *palier_udisks_get_interface (GVariant *interfaces, const char *interface);
/* A path or a label in a property of type ay, s or o; NULL: none or empty. */
char *palier_udisks_get_text (GVariant *properties, const char *name);
gboolean palier_udisks_get_flag (GVariant *properties, const char *name);
guint64 palier_udisks_get_number (GVariant *properties, const char *name);
