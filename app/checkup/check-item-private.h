/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "checkup/checkup.h"

PalierCheckItem *palier_check_item_new (PalierCheck check);
void palier_check_item_take_row (PalierCheckItem *self, PalierCheckRow *row); /* NULL: none any more */
