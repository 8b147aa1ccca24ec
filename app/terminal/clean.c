/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "terminal/clean.h"

#include <stdio.h>
#include <string.h>

/* Orders to a terminal, and marks that change the direction in which a line is read. */
static gboolean
is_order (gunichar c)
{
  return (c != '\n' && c != '\t' && g_unichar_iscntrl (c)) || c == 0x061c || c == 0x200e || c == 0x200f
         || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

char *
palier_terminal_dup_clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *clean = g_string_new (NULL);

  for (const char *at = valid; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_str_has_prefix (at, PALIER_TERMINAL_AGAIN))
        {
          g_string_append (clean, PALIER_TERMINAL_AGAIN);
          at += strlen (PALIER_TERMINAL_AGAIN) - 1;
        }
      else if (is_order (c))
        g_string_append_printf (clean, "\\u%04x", c);
      else
        g_string_append_unichar (clean, c);
    }
  return g_string_free (clean, FALSE);
}

static void
write_clean (const char *text, FILE *to)
{
  g_autofree char *clean = palier_terminal_dup_clean (text);
  g_autofree char *local = NULL;
  const char *charset;

  if (!g_get_console_charset (&charset))
    local = g_convert_with_fallback (clean, -1, charset, "UTF-8", "?", NULL, NULL, NULL);
  fputs (local ? local : clean, to);
  fflush (to);
}

static void
print_cb (const char *text)
{
  write_clean (text, stdout);
}

static void
print_error_cb (const char *text)
{
  write_clean (text, stderr);
}

void
palier_terminal_print_clean (void)
{
  g_set_print_handler (print_cb);
  g_set_printerr_handler (print_error_cb);
}
