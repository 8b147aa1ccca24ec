/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* A PDF as other programs see it: poppler's tools, and qpdf. */

/* NULL, and the test is said to be skipped, when the tool is not here. more may be NULL. */
char *poppler_ask (const char *tool, const char *path, const char *more);
/* As a person reads it: where a line ends is the paper's matter. */
char *poppler_read_text (const char *path);
void poppler_assert_has (const char *text, const char *part);
/* Each font inside, a subset, and mapped back to Unicode. */
void poppler_assert_fonts (const char *path);
/* What a screen reader needs: the language, and what is a heading and a table. */
void poppler_assert_language (const char *path, const char *language);
