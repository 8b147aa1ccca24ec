/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* A certificate that it signs itself, as recorders do, with a key made on the spot. fingerprint: its SHA-256, hex. */
GTlsCertificate *palier_practice_certificate_new (const char *name, char **fingerprint, GError **error);
