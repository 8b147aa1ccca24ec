/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice-exchange.h"

/* A recording (recording-text.h) as a scenario: who it is comes out of its device information, its sign-in out of the
 * challenge that was kept, and each answer is given again to its request. It is for reading: a flash that the
 * documents know nothing of would make them lie. */

/* NULL with PALIER_ERROR_DATA_FILE; also where it holds no device information to be one. */
PalierScenario *palier_replay_scenario_parse (const char *text, gsize length, GError **error);

/* Answers out of the recording. FALSE: it holds this request with a file that was not kept, or its sign-in check, so
 * that the practice recorder answers itself. A request that it does not hold is answered the way this recorder
 * refused others. */
gboolean palier_replay_answer (PalierExchange *exchange, const char *whole_path);
/* It was answered before anybody had signed in. */
gboolean palier_replay_is_open (const char *whole_path);
