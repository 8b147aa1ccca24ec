/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page.h"

#define PALIER_TYPE_WELCOME_PAGE (palier_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (PalierWelcomePage, palier_welcome_page, PALIER, WELCOME_PAGE, PalierPage)
