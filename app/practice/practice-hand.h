/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice-model.h"
#include "practice/practice.h"

/* What a person at its screen does; the model has lived up to now. */
gboolean palier_model_hand (PalierModel *self, PalierHand hand, const char *argument,
                            GError **error);
/* What its screen shows; the caller's. */
gboolean palier_model_read_screen (PalierModel *self, char **model, char **serial, char **firmware,
                                   GError **error);
