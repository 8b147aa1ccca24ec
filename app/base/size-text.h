/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* Sizes in words, by the powers of a thousand, as sticks and file managers tell them. Their sign before the tenths is
 * the language's, not the computer's locale: the language is switched while the program runs. */

/* msgids: of the unit, with a place for the number, and of the sign before the tenths */
const char *palier_size_get_unit (guint64 bytes);
const char *palier_size_get_sign (void);
/* "53.3" with the sign given */
char *palier_size_dup_number (guint64 bytes, const char *sign);

/* "53.3 MB", « 53,3 Mo », in the language of now. */
char *palier_size_dup_text (guint64 bytes);
