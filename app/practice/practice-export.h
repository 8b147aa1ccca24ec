/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice-model.h"

/* An export: one line that says what it is, then its settings, sealed when there is a file
 * password. */
GBytes *palier_export_write (PalierModel *self, const char *file_password);
/* NULL when it was taken, else the sub-status. */
const char *palier_export_read (PalierModel *self, GBytes *file, const char *file_password);
