/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* A self-signed certificate as recorders make them, new each time. fingerprint: SHA-256 in hex. */
GTlsCertificate *certificate_new (char **fingerprint);
