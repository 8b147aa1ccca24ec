/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page.h"

#define PALIER_TYPE_WORK_PAGE (palier_work_page_get_type ())
G_DECLARE_FINAL_TYPE (PalierWorkPage, palier_work_page, PALIER, WORK_PAGE, PalierPage)
