/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "poppler.h"

#include <qpdf/qpdf-c.h>
#include <string.h>

char *
poppler_ask (const char *tool, const char *path, const char *more)
{
  g_autofree char *found = g_find_program_in_path (tool);
  const char *argv[] = { tool, path, more, NULL };
  char *out = NULL;
  int status = 0;

  if (!found)
    {
      g_test_skip_printf ("%s is not installed (poppler-utils)", tool);
      return NULL;
    }
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status, NULL));
  g_assert_cmpint (status, ==, 0);
  return out;
}

void
poppler_assert_has (const char *text, const char *part)
{
  if (!strstr (text, part))
    g_error ("“%s” is not in: %s", part, text);
}

char *
poppler_read_text (const char *path)
{
  g_autofree char *text = poppler_ask ("pdftotext", path, "-");
  g_autoptr (GRegex) blanks = g_regex_new ("\\s+", 0, 0, NULL);

  return text ? g_regex_replace_literal (blanks, text, -1, 0, " ", 0, NULL) : NULL;
}

void
poppler_assert_fonts (const char *path)
{
  g_autofree char *fonts = poppler_ask ("pdffonts", path, NULL);
  g_auto (GStrv) lines = fonts ? g_strsplit (g_strchomp (fonts), "\n", -1) : NULL;

  if (!lines)
    return;
  g_assert_cmpuint (g_strv_length (lines), >, 2);
  for (guint i = 2; lines[i]; i++)
    poppler_assert_has (lines[i], "yes yes yes");
}

void
poppler_assert_language (const char *path, const char *language)
{
  g_autofree char *structure = poppler_ask ("pdfinfo", path, "-struct");
  qpdf_data qpdf = qpdf_init ();

  if (structure)
    {
      poppler_assert_has (structure, "H1");
      poppler_assert_has (structure, "Table");
    }
  g_assert_cmpint (qpdf_read (qpdf, path, NULL), ==, QPDF_SUCCESS);
  g_assert_cmpint (qpdf_check_pdf (qpdf), ==, QPDF_SUCCESS);
  g_assert_cmpstr (qpdf_oh_get_string_value (qpdf, qpdf_oh_get_key (qpdf, qpdf_get_root (qpdf), "/Lang")), ==,
                   language);
  qpdf_cleanup (&qpdf);
}
