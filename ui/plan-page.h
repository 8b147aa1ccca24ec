/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page.h"

#define PALIER_TYPE_PLAN_PAGE (palier_plan_page_get_type ())
G_DECLARE_FINAL_TYPE (PalierPlanPage, palier_plan_page, PALIER, PLAN_PAGE, PalierPage)
