/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "report/words.h"

#include "base/size-text.h"

#include <glib/gi18n-lib.h>
#include <libintl.h>
#include <string.h>

#define MO_MAGIC 0x950412deu
#define MO_MAGIC_SWAPPED 0xde120495u

struct _PalierWords
{
  const char *language;
  GMappedFile *file; /* NULL: English, the words as they are in the sources */
  gboolean swapped;
  guint32 n;
  guint32 originals; /* where its table of originals begins, sorted */
  guint32 translations;
};

static gboolean
read_number (PalierWords *self, guint64 at, guint32 *number)
{
  if (at + sizeof *number > g_mapped_file_get_length (self->file))
    return FALSE;
  memcpy (number, g_mapped_file_get_contents (self->file) + at, sizeof *number);
  if (self->swapped)
    *number = GUINT32_SWAP_LE_BE (*number);
  return TRUE;
}

/* NULL for what lies outside of the file: a damaged catalogue is no reason to read beyond it. */
static const char *
get_string (PalierWords *self, guint32 table, guint32 i)
{
  const char *contents = g_mapped_file_get_contents (self->file);
  guint64 entry = (guint64) table + (guint64) i * 8;
  guint32 length, at;

  if (!read_number (self, entry, &length) || !read_number (self, entry + 4, &at)
      || (guint64) at + length >= g_mapped_file_get_length (self->file) || contents[at + length] != '\0')
    return NULL;
  return contents + at;
}

static gboolean
read_header (PalierWords *self)
{
  guint32 magic;

  if (!read_number (self, 0, &magic) || (magic != MO_MAGIC && magic != MO_MAGIC_SWAPPED))
    return FALSE;
  self->swapped = magic == MO_MAGIC_SWAPPED;
  return read_number (self, 8, &self->n) && read_number (self, 12, &self->originals)
         && read_number (self, 16, &self->translations);
}

PalierWords *
palier_words_new_from_folder (const char *language, const char *folder)
{
  PalierWords *self = g_new0 (PalierWords, 1);
  g_autofree char *path = g_build_filename (folder, "fr", "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  self->language = "en";
  if (g_strcmp0 (language, "fr") != 0)
    return self;
  self->file = g_mapped_file_new (path, FALSE, NULL);
  if (self->file && read_header (self))
    self->language = "fr";
  else
    g_clear_pointer (&self->file, g_mapped_file_unref);
  return self;
}

PalierWords *
palier_words_new (const char *language)
{
  const char *folder = bindtextdomain (GETTEXT_PACKAGE, NULL);

  return palier_words_new_from_folder (language, folder ? folder : "");
}

void
palier_words_free (PalierWords *self)
{
  g_clear_pointer (&self->file, g_mapped_file_unref);
  g_free (self);
}

const char *
palier_words_get_language (PalierWords *self)
{
  return self->language;
}

const char *
palier_words_get (PalierWords *self, const char *msgid)
{
  guint32 low = 0;
  guint32 high = self->file ? self->n : 0;

  /* The empty msgid is the catalogue's own header. */
  while (*msgid && low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const char *original = get_string (self, self->originals, middle);
      const char *translation = get_string (self, self->translations, middle);
      int order = original ? strcmp (msgid, original) : 0;

      if (!original || !translation)
        return msgid;
      if (order == 0)
        return *translation ? translation : msgid;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return msgid;
}

char *
palier_words_printf (PalierWords *self, const char *msgid, ...)
{
  va_list args;
  char *text;

  va_start (args, msgid);
  text = g_strdup_vprintf (palier_words_get (self, msgid), args);
  va_end (args);
  return text;
}

char *
palier_words_fill (PalierWords *self, const char *msgid, const char *value)
{
  const char *text = palier_words_get (self, msgid);
  const char *place = strstr (text, "%s");

  if (!place)
    return g_strdup (text);
  return g_strdup_printf ("%.*s%s%s", (int) (place - text), text, value ? value : "", place + 2);
}

char *
palier_words_size (PalierWords *self, guint64 bytes)
{
  g_autofree char *number = palier_size_dup_number (bytes, palier_words_get (self, palier_size_get_sign ()));

  return palier_words_fill (self, palier_size_get_unit (bytes), number);
}

char *
palier_words_duration (PalierWords *self, gint64 seconds)
{
  int minutes = (int) ((seconds + 30) / 60);

  if (seconds < 60)
    /* translators: %d is a number of seconds, the unit is abbreviated. */
    return palier_words_printf (self, N_ ("%d s"), (int) seconds);
  if (minutes < 60)
    /* translators: %d is a number of minutes, the unit is abbreviated. */
    return palier_words_printf (self, N_ ("%d min"), minutes);
  /* translators: %1$d is a number of hours, %2$02d of minutes: “1 h 05” is an hour and five minutes. */
  return palier_words_printf (self, N_ ("%1$d h %2$02d"), minutes / 60, minutes % 60);
}

static char *
format_date (const char *iso, const char *format)
{
  g_autoptr (GDateTime) date = iso ? g_date_time_new_from_iso8601 (iso, NULL) : NULL;

  return date ? g_date_time_format (date, format) : g_strdup ("");
}

char *
palier_words_date (PalierWords *self, const char *iso)
{
  return format_date (iso, "%Y-%m-%d");
}

char *
palier_words_time (PalierWords *self, const char *iso)
{
  return format_date (iso, "%H:%M");
}

char *
palier_words_moment (PalierWords *self, const char *iso)
{
  return format_date (iso, "%Y-%m-%d %H:%M");
}
