/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* POST /ISAPI/ContentMgmt/InputProxy/channels: a camera as a person enters it again. No real exchange is on record
 * (footage-and-settings.md §4), so: one camera first, then read the list again. */
typedef struct
{
  guint channel;        /* 0: the recorder chooses */
  const char *name;     /* NULL: none */
  const char *address;  /* IP address or host name */
  const char *protocol; /* "HIKVISION", "ONVIF" …, as the recorder's own list had it; NULL: HIKVISION */
  guint port;           /* 0: 8000 */
  const char *user;
  PalierSecret *password;
} PalierCameraAdd;

/* The element names are those that this recorder's own list uses. channel: where it is now, 0 when not told; may
 * be NULL. */
gboolean palier_camera_add (PalierConnection *connection, const PalierCameraAdd *camera, guint *channel,
                            GCancellable *cancellable, GError **error);

/* …/channels/<channel>: the recorder's own document with another name. */
gboolean palier_camera_rename (PalierConnection *connection, guint channel, const char *name,
                               GCancellable *cancellable, GError **error);
