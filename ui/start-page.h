/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page.h"

#define PALIER_TYPE_START_PAGE (palier_start_page_get_type ())
G_DECLARE_FINAL_TYPE (PalierStartPage, palier_start_page, PALIER, START_PAGE, PalierPage)
