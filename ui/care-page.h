/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page.h"

/* What a recorder that has nothing to climb can be given all the same: checkup, comparison, repair, report. */
#define PALIER_TYPE_CARE_PAGE (palier_care_page_get_type ())
G_DECLARE_FINAL_TYPE (PalierCarePage, palier_care_page, PALIER, CARE_PAGE, PalierPage)
