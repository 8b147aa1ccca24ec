/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <nettle/sha2.h>

/* SHA-256 by nettle: it uses the processor's own instructions where GChecksum does not, and a fast
 * stick would otherwise wait for the sum. */
typedef struct sha256_ctx PalierHash;

void palier_hash_init (PalierHash *self);
void palier_hash_add (PalierHash *self, const guint8 *data, gsize length);
char *palier_hash_end (PalierHash *self); /* lower-case hex, the caller's */
