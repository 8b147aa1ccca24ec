/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "procedure/version.h"

#include "base/error.h"

#include <string.h>

#define MAX_DIGITS 4 /* of one part; keeps the spelling within its place */
#define BUILD_DIGITS 6

static void
skip_blanks (const char **at)
{
  while (g_ascii_isspace (**at))
    (*at)++;
}

static gsize
count_digits (const char *at)
{
  gsize n = 0;

  while (g_ascii_isdigit (at[n]))
    n++;
  return n;
}

static gboolean
take_word (const char **at, const char *word)
{
  gsize length = strlen (word);

  if (g_ascii_strncasecmp (*at, word, length) != 0)
    return FALSE;
  *at += length;
  return TRUE;
}

static gboolean
take_part (const char **at, guint *part)
{
  gsize n = count_digits (*at);

  *part = 0;
  for (gsize i = 0; i < n && n <= MAX_DIGITS; i++)
    *part = *part * 10 + (guint) ((*at)[i] - '0');
  *at += n;
  return n > 0 && n <= MAX_DIGITS;
}

/* "V4.22.005", "v.4.1.25", "V5.0" */
static gboolean
take_numbers (const char **at, PalierVersion *version)
{
  const char *start;
  guint n = 0;

  if (!take_word (at, "v"))
    return FALSE;
  if (**at == '.')
    (*at)++;
  start = *at;
  do
    if (!take_part (at, &version->part[n++]))
      return FALSE;
  while (n < G_N_ELEMENTS (version->part) && **at == '.' && (*at)++);
  g_snprintf (version->spelling, sizeof version->spelling, "V%.*s", (int) (*at - start), start);
  return n >= 2;
}

/* Six digits that are a date. */
static gboolean
take_date (const char **at, guint *build)
{
  guint date = 0, month, day;

  if (count_digits (*at) != BUILD_DIGITS)
    return FALSE;
  for (guint i = 0; i < BUILD_DIGITS; i++)
    date = date * 10 + (guint) (*(*at)++ - '0');
  month = date / 100 % 100;
  day = date % 100;
  *build = date;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31;
}

/* " build 170518", ", build 191213", "build191215", "_181028", "_Build171130", or nothing */
static gboolean
take_build (const char **at, guint *build)
{
  if (**at == '_')
    {
      (*at)++;
      take_word (at, "build");
      return take_date (at, build);
    }
  while (g_ascii_isspace (**at) || **at == ',')
    (*at)++;
  if (!take_word (at, "build"))
    return FALSE;
  skip_blanks (at);
  return take_date (at, build);
}

static gboolean
refuse (const char *text, GError **error)
{
  g_autofree char *printable = text ? g_utf8_make_valid (text, (gssize) strnlen (text, 80)) : NULL;

  palier_error_set (error, PALIER_ERROR_BAD_ANSWER, "version “%s”", printable ? printable : "");
  return FALSE;
}

gboolean
palier_version_parse (const char *text, PalierVersion *version, GError **error)
{
  PalierVersion parsed = { 0 };
  const char *at = text;

  if (!text)
    return refuse (text, error);
  skip_blanks (&at);
  if (!take_numbers (&at, &parsed))
    return refuse (text, error);
  if (at[strspn (at, " \t\r\n")] != '\0')
    if (!take_build (&at, &parsed.build))
      return refuse (text, error);
  skip_blanks (&at);
  if (*at != '\0')
    return refuse (text, error);
  *version = parsed;
  return TRUE;
}

gboolean
palier_version_parse_pair (const char *firmware,
                           const char *released,
                           PalierVersion *version,
                           GError **error)
{
  PalierVersion parsed;
  const char *at = released ? released : "";
  guint build = 0;

  if (!palier_version_parse (firmware, &parsed, error))
    return FALSE;
  skip_blanks (&at);
  if (*at != '\0')
    {
      take_word (&at, "build");
      skip_blanks (&at);
      if (!take_date (&at, &build) || at[strspn (at, " \t\r\n")] != '\0')
        return refuse (released, error);
      /* Two builds that contradict each other are none. */
      if (parsed.build != 0 && parsed.build != build)
        return refuse (released, error);
      parsed.build = build;
    }
  *version = parsed;
  return TRUE;
}

int
palier_version_compare_numbers (const PalierVersion *a, const PalierVersion *b)
{
  for (guint i = 0; i < G_N_ELEMENTS (a->part); i++)
    if (a->part[i] != b->part[i])
      return a->part[i] < b->part[i] ? -1 : 1;
  return 0;
}

gboolean
palier_version_is_given (const PalierVersion *version)
{
  return version->spelling[0] != '\0';
}

int
palier_version_compare (const PalierVersion *a, const PalierVersion *b)
{
  int numbers = palier_version_compare_numbers (a, b);

  return numbers != 0 ? numbers : (a->build > b->build) - (a->build < b->build);
}

gboolean
palier_version_equal (const PalierVersion *a, const PalierVersion *b)
{
  return palier_version_compare (a, b) == 0;
}

char *
palier_version_to_string (const PalierVersion *version)
{
  return version->build == 0 ? g_strdup (version->spelling)
                             : g_strdup_printf ("%s build %06u", version->spelling, version->build);
}

char *
palier_version_build_to_string (const PalierVersion *version)
{
  return version->build == 0 ? NULL : g_strdup_printf ("%06u", version->build);
}
