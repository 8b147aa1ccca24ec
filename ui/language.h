/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The two languages that Palier speaks, switched while it runs. Without GTK: main.c uses it in every build. */

/* Locale and text domain, once, before anything is said. $PALIER_LOCALE_DIR serves a program that is not installed. */
void palier_language_init (void);
const char *palier_language_get (void);       /* "en" or "fr" */
void palier_language_set (const char *code);  /* what is said from now on */
/* The locale is of Canada: the terms are shown in French first, and English is a choice of its own. */
gboolean palier_language_is_french_first (void);
