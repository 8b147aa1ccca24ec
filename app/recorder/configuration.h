/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* /ISAPI/System/configurationData. Source: isapi.md §2. */
typedef struct
{
  gboolean export_supported; /* TRUE when the firmware does not tell */
  gboolean import_supported;
  gboolean secret_key;       /* export wants a file password */
  guint key_min, key_max;    /* its length */
  guint key_iterations;      /* 100 on every recorder on record */
} PalierConfigurationCap;

/* GET /ISAPI/System/capabilities; a firmware that does not tell gets the V3.4 form (no password). */
gboolean palier_configuration_read_cap (PalierConnection *connection, PalierConfigurationCap *cap,
                                        GCancellable *cancellable, GError **error);
/* file_password NULL for a plain export. A refusal, a tiny file or a ResponseStatus posing as a file is an error. */
GBytes *palier_configuration_export (PalierConnection *connection, const PalierConfigurationCap *cap,
                                     PalierSecret *file_password, GCancellable *cancellable, GError **error);
/* reboot_needed may be NULL. Only after palier_gate_check_import (). */
gboolean palier_configuration_import (PalierConnection *connection, const PalierConfigurationCap *cap, GBytes *file,
                                      PalierSecret *file_password, gboolean *reboot_needed, GCancellable *cancellable,
                                      GError **error);
/* A file that a recorder is said to have exported to a stick: large enough, and no message or page in its place. why:
 * what is wrong with it. */
gboolean palier_configuration_is_whole (const char *data, gsize length, const char **why);
