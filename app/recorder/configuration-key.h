/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* "secretkey=…&security=1&iv=…": the file password, sealed with a key made of the sign-in's own. Reads
 * GET /ISAPI/Security/capabilities for the branch that this firmware takes. Source: isapi.md §2. */
char *palier_configuration_seal (PalierConnection *connection, guint iterations, PalierSecret *file_password,
                                 GCancellable *cancellable, GError **error);

/* The two steps, apart for the test that knows their results. salt NULL: the reversible branch. */
void palier_configuration_derive_key (const char *user, const char *salt, PalierSecret *password, guint iterations,
                                      guint8 key[16]);
char *palier_configuration_seal_with (const guint8 key[16], const guint8 iv[16], PalierSecret *file_password);
