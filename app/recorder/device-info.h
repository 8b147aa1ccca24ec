/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/version.h"
#include "recorder/connection.h"

/* GET /ISAPI/System/deviceInfo. Source: isapi.md §1. */
typedef struct
{
  char *model;    /* whole, suffix included; decides what the machine is (V3.4 says type IPC) */
  char *serial;
  char *mac;      /* lower case with colons, NULL when not told */
  char *type;
  char *name;
  char *firmware; /* "V3.4.92 build 170518" as joined for reading; NULL when not told */
  gboolean version_known;
  PalierVersion version; /* valid when version_known; never guessed (P15) */
} PalierDeviceInfo;

/* PALIER_ERROR_BAD_ANSWER when model or serial number is missing. */
PalierDeviceInfo *palier_device_info_read (PalierConnection *connection, GCancellable *cancellable, GError **error);
gboolean palier_device_info_set_name (PalierConnection *connection, const char *name, GCancellable *cancellable,
                                      GError **error);
PalierDeviceInfo *palier_device_info_copy (const PalierDeviceInfo *self);
void palier_device_info_free (PalierDeviceInfo *self);
/* The last four digits of a serial number (letters after them are the same on most recorders); NULL: it has none. */
char *palier_serial_last_four (const char *serial);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierDeviceInfo, palier_device_info_free)

/* GET /ISAPI/System/status */
typedef struct
{
  gint64 up_time_s; /* -1: not told */
  char *local_time; /* ISO with offset, as told; NULL */
} PalierDeviceStatus;

gboolean palier_device_status_read (PalierConnection *connection, PalierDeviceStatus *status,
                                    GCancellable *cancellable, GError **error);
void palier_device_status_clear (PalierDeviceStatus *status);
