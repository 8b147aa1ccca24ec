/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "reprogram/reprogram-item.h"

/* In the main thread. row: what was there before; copied. */
PalierReprogramItem *palier_reprogram_item_new (const PalierDifference *row);
void palier_reprogram_item_set_state (PalierReprogramItem *self, PalierReprogramState state,
                                      const GError *problem);
/* A reading of the recorder: what was done stays done, and what failed failed, while nothing else is true. possible:
 * a difference can be mended over the wire. */
void palier_reprogram_item_look (PalierReprogramItem *self, const char *now, gboolean possible);
