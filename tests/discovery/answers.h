/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* An answer of these elements and texts, in their order, NULL-ended. */
char *answer_new (const char *name, ...) G_GNUC_NULL_TERMINATED;
/* A whole one, as a shop's recorder number n gives it. */
char *answer_of_recorder (guint n, const char *address);
