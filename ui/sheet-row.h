/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session-after.h"
#include <adwaita.h>

/* One setting, before and now side by side, and how it gets back: a button, or the recorder's own menu. Hidden while
 * there is nothing to do about it. */
GtkWidget *palier_sheet_row_new (PalierReprogramItem *item, PalierSession *session);
