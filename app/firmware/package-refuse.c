/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "firmware/package-private.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What people take for a firmware file, by its first bytes. */
static const struct
{
  const char *start;
  const char *sentence;
} strangers[] = {
  { "%PDF-", N_ ("This is a PDF document, not a firmware file.") },
  { "Rar!", N_ ("This is an archive of a kind that Palier does not open.") },
  { "7z\xbc\xaf\x27\x1c", N_ ("This is an archive of a kind that Palier does not open.") },
  { "\x1f\x8b", N_ ("This is an archive of a kind that Palier does not open.") },
  { "\x89PNG", N_ ("This is a picture, not a firmware file.") },
  { "\xff\xd8\xff", N_ ("This is a picture, not a firmware file.") },
  { "\x7f" "ELF", N_ ("This is a program, not a firmware file.") },
  { "MZ", N_ ("This is a program, not a firmware file.") },
};

static gboolean
refuse (const char *sentence, GError **error)
{
  palier_error_set_words (
      error, PALIER_ERROR_NOT_A_PACKAGE, sentence,
      N_ ("Download the firmware again, until the end, and choose the archive as it came or the "
          "digicap.dav that was in it."),
      NULL);
  return FALSE;
}

/* A text from end to end of its first part: firmware is none. */
static gboolean
is_text (const guint8 *data, gsize size)
{
  gsize n = MIN (size, 512);

  for (gsize i = 0; i < n; i++)
    if (data[i] < 32 && !g_ascii_isspace ((char) data[i]))
      return FALSE;
  return n > 0 && g_utf8_validate ((const char *) data, (gssize) MIN (n, 256), NULL);
}

static gboolean
is_web_page (const guint8 *data, gsize size)
{
  g_autofree char *start = g_strndup ((const char *) data, MIN (size, 1024));
  g_autofree char *lower = g_ascii_strdown (start, -1);

  return strstr (lower, "<!doctype html") || strstr (lower, "<html") || strstr (lower, "<head");
}

gboolean
palier_package_refuse (PalierPackage *self, GError **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (self->bytes, &size);

  if (size == 0)
    return refuse (N_ ("This file is empty."), error);
  if (palier_container_recognise (data, size) != PALIER_CONTAINER_UNKNOWN)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      gsize length = strlen (strangers[i].start);

      if (size >= length && memcmp (data, strangers[i].start, length) == 0)
        return refuse (strangers[i].sentence, error);
    }
  if (is_text (data, size))
    return refuse (is_web_page (data, size)
                       ? N_ ("This is a web page that was saved in place of the firmware.")
                       : N_ ("This is a text, not a firmware file."),
                   error);
  return TRUE;
}
