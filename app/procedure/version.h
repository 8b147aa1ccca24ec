/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* A firmware version, ordered by its numbers, then by its build date. A plain value. */
typedef struct
{
  guint part[3];    /* V4.22.005 is {4, 22, 5}; a missing third part is 0 */
  guint build;      /* YYMMDD as a number (170518); 0 when it was not told */
  char spelling[20]; /* the numbers as they were written: "V4.22.005" */
} PalierVersion;

/* Every spelling on record: "V3.4.92 build 170518", "V3.5.38build 191215", "V5.0, build 191213",
 * "V4.1.25_181028", "v.4.1.25". Anything else is an error, never a guess (P15). */
gboolean palier_version_parse (const char *text, PalierVersion *version, GError **error);

/* As device information tells it: numbers and "build YYMMDD" apart; released may be NULL or "". A
 * build that is told and cannot be read is an error. */
gboolean palier_version_parse_pair (const char *firmware, const char *released,
                                    PalierVersion *version,
                                    GError **error);

int palier_version_compare_numbers (const PalierVersion *a, const PalierVersion *b);
/* FALSE: all zero, no version at all */
gboolean palier_version_is_given (const PalierVersion *version);
/* By numbers, then by build; the caller has made sure that a build which decides is known. */
int palier_version_compare (const PalierVersion *a, const PalierVersion *b);
gboolean palier_version_equal (const PalierVersion *a, const PalierVersion *b);

char *palier_version_to_string (const PalierVersion *version);       /* "V3.4.92 build 170518" */
/* "170518", NULL when not told */
char *palier_version_build_to_string (const PalierVersion *version);
