/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recording/stand-in.h"

#include <gio/gio.h>
#include <string.h>

#define ENDING "WCVU"

static gboolean
matches (const char *pattern, const char *text)
{
  return g_regex_match_simple (pattern, text, 0, 0);
}

gboolean
palier_is_mac (const char *text)
{
  return matches ("^([0-9A-Fa-f]{2}[:-]){5}[0-9A-Fa-f]{2}$", text) || matches ("^[0-9A-Fa-f]{12}$", text);
}

gboolean
palier_is_address (const char *text)
{
  g_autofree char *bare = g_strdup (text);

  bare[strcspn (bare, "/%")] = '\0'; /* a prefix length, a scope */
  return strlen (bare) >= 3 && g_hostname_is_ip_address (bare);
}

char *
palier_mac_dup_digits (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (; *text; text++)
    if (g_ascii_isxdigit (*text))
      g_string_append_c (digits, g_ascii_tolower (*text));
  return g_string_free (digits, FALSE);
}

/* Writes number into the places of text that hold blank, from its end. */
static void
number_places (char *text, gsize from, char blank, guint number, guint base)
{
  for (gsize i = strlen (text); i > from && number > 0; i--)
    if (text[i - 1] == blank)
      {
        text[i - 1] = "0123456789abcdef"[number % base];
        number /= base;
      }
}

char *
palier_stand_in_serial (const char *text, const char *model, guint number)
{
  char *made = g_strdup (text);
  gsize from = *model && g_str_has_prefix (text, model) ? strlen (model) : 0;
  gsize until = g_str_has_suffix (text, ENDING) ? strlen (text) - strlen (ENDING) : strlen (text);

  for (gsize i = from; i < until; i++)
    made[i] = g_ascii_isdigit (made[i]) ? '0' : 'X';
  number_places (made, from, '0', number, 10);
  if (!strpbrk (made + from, "123456789")) /* no digit in it to tell it from another */
    number_places (made, from, 'X', number, 10);
  return made;
}

char *
palier_stand_in_mac (const char *text, guint number)
{
  const char *between = strchr (text, '-') ? "-" : strchr (text, ':') ? ":" : "";
  gboolean capitals = matches ("[A-F]", text);

  return g_strdup_printf (capitals ? "02%s00%s00%s%02X%s%02X%s%02X" : "02%s00%s00%s%02x%s%02x%s%02x", between, between,
                          between, number >> 16 & 0xff, between, number >> 8 & 0xff, between, number & 0xff);
}

char *
palier_stand_in_id (const char *text, guint number)
{
  char *made = g_strdup (text);

  for (char *c = made; *c; c++)
    *c = g_ascii_isalnum (*c) ? '0' : strchr ("-{}:", *c) ? *c : '0';
  number_places (made, 0, '0', number, 16);
  return made;
}
