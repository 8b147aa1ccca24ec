/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page.h"

#define PALIER_TYPE_BACKUP_PAGE (palier_backup_page_get_type ())
G_DECLARE_FINAL_TYPE (PalierBackupPage, palier_backup_page, PALIER, BACKUP_PAGE, PalierPage)
