/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "terminal/upgrade-private.h"

/* --report FILE: the intervention report, as PDF, or as JSON where the name ends so; nothing without it.
 * error: what ended the run, or NULL. Returns status, or that of the failure to write where status was 0. */
int palier_upgrade_write_report (Upgrade *self, PalierRunState state, const GError *error, int status);
