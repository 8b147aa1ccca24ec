/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/step.h"

/* One file a step, one exported constant a file. */
extern const PalierStep palier_step_identify;
extern const PalierStep palier_step_preflight;
extern const PalierStep palier_step_inventory;
extern const PalierStep palier_step_backup;
extern const PalierStep palier_step_package;
extern const PalierStep palier_step_default;
extern const PalierStep palier_step_activate;
extern const PalierStep palier_step_upload;
extern const PalierStep palier_step_install;
extern const PalierStep palier_step_restart;
extern const PalierStep palier_step_confirm;
extern const PalierStep palier_step_reprogram;
extern const PalierStep palier_step_repair;
extern const PalierStep palier_step_prove;
