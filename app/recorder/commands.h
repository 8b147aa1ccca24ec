/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* What changes a recorder. Nothing here asks whether it may: that is the gates' work (procedure/gate.h). */

typedef enum
{
  PALIER_RESET_FULL,  /* everything; inactive afterwards, may come back at another address */
  PALIER_RESET_BASIC, /* keeps network and users */
} PalierResetMode;

/* reboot_needed: the recorder asks for a restart (statusCode 7); may be NULL. */
gboolean palier_factory_reset (PalierConnection *connection, PalierResetMode mode, gboolean *reboot_needed,
                               GCancellable *cancellable, GError **error);
gboolean palier_reboot (PalierConnection *connection, GCancellable *cancellable, GError **error);

/* PUT /ISAPI/System/updateFirmware: raw, or (when that is refused as a method) POST multipart. The file goes out
 * once, signed. Returns when the recorder answers; a lost connection is PALIER_ERROR_CONNECTION_LOST, and then
 * only the recorder knows what became of it. */
gboolean palier_firmware_upload (PalierConnection *connection, GBytes *package, PalierProgressFunc progress,
                                 gpointer data, GCancellable *cancellable, GError **error);

/* GET /ISAPI/System/upgradeStatus, XML or JSON */
typedef struct
{
  gboolean upgrading;
  int percent; /* -1: not told */
} PalierUpgradeStatus;

gboolean palier_upgrade_status_read (PalierConnection *connection, PalierUpgradeStatus *status,
                                     GCancellable *cancellable, GError **error);
