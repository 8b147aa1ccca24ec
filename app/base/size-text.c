/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "base/size-text.h"

#include <glib/gi18n-lib.h>

static const char *const units[] = {
  /* translators: %s is a number, as in “53.3”; the unit is of 1000 bytes. */
  N_ ("%s kB"),
  /* translators: %s is a number, as in “53.3”; the unit is of a million bytes. */
  N_ ("%s MB"),
  /* translators: %s is a number, as in “53.3”; the unit is of 1000 million bytes. */
  N_ ("%s GB"),
  /* translators: %s is a number, as in “53.3”; the unit is of a million million bytes. */
  N_ ("%s TB"),
};

static guint
find_unit (guint64 bytes, guint64 *unit)
{
  guint i = 0;

  *unit = 1000;
  for (; i + 1 < G_N_ELEMENTS (units) && bytes >= *unit * 1000; i++)
    *unit *= 1000;
  return i;
}

const char *
palier_size_get_unit (guint64 bytes)
{
  guint64 unit;

  return units[find_unit (bytes, &unit)];
}

const char *
palier_size_get_sign (void)
{
  /* translators: the sign between a number’s units and its tenths, as in “53.3”. */
  return N_ (".");
}

char *
palier_size_dup_number (guint64 bytes, const char *sign)
{
  guint64 unit, tenths;

  find_unit (bytes, &unit);
  tenths = bytes / (unit / 10) + (bytes % (unit / 10) >= unit / 20);
  return g_strdup_printf ("%" G_GUINT64_FORMAT "%s%" G_GUINT64_FORMAT, tenths / 10, sign, tenths % 10);
}

char *
palier_size_dup_text (guint64 bytes)
{
  g_autofree char *number = palier_size_dup_number (bytes, _ (palier_size_get_sign ()));
  GString *text = g_string_new (_ (palier_size_get_unit (bytes)));

  g_string_replace (text, "%s", number, 1);
  return g_string_free (text, FALSE);
}
