/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page.h"

#define PALIER_TYPE_SCREEN_PAGE (palier_screen_page_get_type ())
G_DECLARE_FINAL_TYPE (PalierScreenPage, palier_screen_page, PALIER, SCREEN_PAGE, PalierPage)
