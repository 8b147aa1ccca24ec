/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page.h"

#define PALIER_TYPE_RESULT_PAGE (palier_result_page_get_type ())
G_DECLARE_FINAL_TYPE (PalierResultPage, palier_result_page, PALIER, RESULT_PAGE, PalierPage)
