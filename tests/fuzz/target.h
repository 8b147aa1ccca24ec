/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <stdint.h>

/* What libFuzzer calls, and feed.c where there is no libFuzzer: one input, of any bytes. A target aborts
 * when what it read breaks a promise of the header that it tries. Always 0. */
int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);
