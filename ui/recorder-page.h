/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page.h"

#define PALIER_TYPE_RECORDER_PAGE (palier_recorder_page_get_type ())
G_DECLARE_FINAL_TYPE (PalierRecorderPage, palier_recorder_page, PALIER, RECORDER_PAGE, PalierPage)
