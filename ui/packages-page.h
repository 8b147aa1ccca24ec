/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page.h"

#define PALIER_TYPE_PACKAGES_PAGE (palier_packages_page_get_type ())
G_DECLARE_FINAL_TYPE (PalierPackagesPage, palier_packages_page, PALIER, PACKAGES_PAGE, PalierPage)
