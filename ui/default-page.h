/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page.h"

#define PALIER_TYPE_DEFAULT_PAGE (palier_default_page_get_type ())
G_DECLARE_FINAL_TYPE (PalierDefaultPage, palier_default_page, PALIER, DEFAULT_PAGE, PalierPage)
