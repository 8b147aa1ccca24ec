/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice-exchange.h"

/* Answers one request; the model has lived up to now and the sign-in has been looked at. */
void palier_desk_answer (PalierExchange *exchange, const char *whole_path);
/* Is this where packages arrive? */
gboolean palier_desk_is_upload (const char *method, const char *whole_path);
