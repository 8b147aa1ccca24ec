/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* The channels at work: /ISAPI/System/workingstatus/chanStatus, which V3.4 does not have. Source:
 * footage-and-settings.md §10. */
typedef struct
{
  guint channel;
  int online;      /* 1, 0, -1: not told; so are the next two */
  int records;     /* at this moment */
  int has_picture;
  int trouble;     /* why it does not record, in the recorder's numbers: 1 disk, 2 camera offline, 3 other; 0 none; -1 */
} PalierChannelState;

/* Of PalierChannelState; empty when this firmware does not tell. */
GPtrArray *palier_channel_states_read (PalierConnection *connection, GCancellable *cancellable, GError **error);

/* The recorder's own list of its cameras, a sheet (.xls) to keep beside the configuration: addresses and names, no
 * passwords. PALIER_ERROR_NOT_SUPPORTED where this firmware has none. */
GBytes *palier_camera_list_export (PalierConnection *connection, GCancellable *cancellable, GError **error);
