/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* /ISAPI/System/time and …/time/ntpServers. Source: footage-and-settings.md §7. */
typedef struct
{
  char *mode;       /* "NTP", "manual", "platform" …: the recorder's own word; NULL when not told */
  char *local_time; /* ISO, with or without an offset, as told */
  char *zone;       /* "CST-1:00:00DST…", whole: the sign is POSIX's */
  char *server;     /* the first time server; NULL */
} PalierTimeSettings;

gboolean palier_time_settings_read (PalierConnection *connection, PalierTimeSettings *settings,
                                    GCancellable *cancellable, GError **error);
/* The recorder's own documents with the smallest edit; a field that is NULL stays as it is. With a server, mode
 * "NTP" and no local_time is meant. The documents go out one after the other: an error may leave the first done. */
gboolean palier_time_settings_write (PalierConnection *connection, const PalierTimeSettings *settings,
                                     GCancellable *cancellable, GError **error);
void palier_time_settings_clear (PalierTimeSettings *settings);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PalierTimeSettings, palier_time_settings_clear)
