/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/inspect-record.h"

#include "base/error.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Whatever is not a clear yes is a no. */
static gboolean
is_yes (const char *answer)
{
  g_autofree char *small = g_utf8_strdown (answer, -1);

  g_strstrip (small);
  /* translators: what a person types to say yes, in small letters; the first letter alone will do, too. */
  return *small && (g_str_equal (small, _ ("yes")) || g_str_equal (small, "yes")
                    || (g_utf8_strlen (small, -1) == 1 && g_str_has_prefix (_ ("yes"), small)));
}

/* Passwords may have come by standard input: then nobody is asked. */
static gboolean
agrees (PalierRecording *recording, const char *path)
{
  char answer[64];

  if (!isatty (STDIN_FILENO))
    return TRUE;
  g_printerr ("%s\n", palier_recording_get_text (recording));
  /* translators: %s is the name of a file; “yes” is the word to type. */
  g_printerr (_ ("This is all that would be written to %s. Write it? Type yes or no:"), path);
  g_printerr (" ");
  return fgets (answer, sizeof answer, stdin) && is_yes (answer);
}

static void
say (char *text)
{
  g_printerr ("%s\n", text);
  g_free (text);
}

static gboolean
write_out (PalierRecording *recording, GError **error)
{
  const char *text = palier_recording_get_text (recording);

  if (fwrite (text, 1, strlen (text), stdout) == strlen (text) && fflush (stdout) == 0)
    return TRUE;
  palier_error_set (error, PALIER_ERROR_CANNOT_WRITE, NULL);
  return FALSE;
}

gboolean
palier_inspect_record (PalierRecording *recording, const char *path, GError **error)
{
  if (!palier_recording_ask (recording, NULL, NULL, NULL, error))
    return FALSE;
  palier_recording_finish (recording);
  if (g_str_equal (path, "-"))
    {
      say (palier_recording_dup_summary (recording));
      return write_out (recording, error);
    }
  if (!agrees (recording, path))
    {
      say (g_strdup (_ ("Nothing was written.")));
      return TRUE;
    }
  if (!palier_recording_save (recording, path, error))
    return FALSE;
  say (palier_recording_dup_summary (recording));
  /* translators: %s is the name of a file. */
  say (g_strdup_printf (_ ("Written to %s. Read it before you pass it on: any line may be cut or changed."), path));
  return TRUE;
}
