/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/approach.h"

/* Shakes hands and hangs up. The certificate's SHA-256; vouched: some authority of this computer stands for it. */
char *palier_approach_look (const char *host, guint port, gboolean *vouched, GCancellable *cancellable,
                            GError **error);
gboolean palier_approach_listens (const char *host, guint port, GCancellable *cancellable, GError **error);
