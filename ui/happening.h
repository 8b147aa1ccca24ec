/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* "What is happening?", for the step of this id. In the language of the moment. */
const char *palier_happening_get (const char *step_id);
