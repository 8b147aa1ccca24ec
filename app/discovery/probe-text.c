/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "discovery/probe-text.h"

#include <arpa/inet.h>
#include <string.h>

#define MAX_CHARACTERS 64
#define SHORTEST_SERIAL 9
#define MAC_DIGITS 12

char *
palier_probe_clean_text (const char *text)
{
  GString *clean = g_string_new (NULL);
  guint n = 0;

  for (const char *p = text; p && *p && n < MAX_CHARACTERS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      /* Neither control characters nor those that turn the writing direction. */
      if (!g_unichar_isprint (c))
        continue;
      g_string_append_unichar (clean, c);
      n++;
    }
  g_strstrip (clean->str);
  if (!*clean->str)
    return g_string_free (clean, TRUE);
  return g_string_free (clean, FALSE);
}

char *
palier_probe_clean_serial (const char *text)
{
  g_autofree char *clean = palier_probe_clean_text (text);
  guint n_letters = 0, n_digits = 0;

  for (const char *p = clean; p && *p; p++)
    {
      n_digits += g_ascii_isdigit (*p);
      n_letters += g_ascii_isalpha (*p);
    }
  if (n_digits == 0 || n_digits + n_letters < SHORTEST_SERIAL)
    return NULL;
  return g_steal_pointer (&clean);
}

static gboolean
mac_is_of_one_device (const guint8 *bytes)
{
  static const guint8 nobody[6] = { 0 };

  return !(bytes[0] & 1) && memcmp (bytes, nobody, sizeof nobody) != 0;
}

char *
palier_probe_clean_mac (const char *text)
{
  guint8 bytes[MAC_DIGITS / 2] = { 0 };
  guint n = 0;

  for (const char *p = text; p && *p; p++)
    {
      if (strchr ("-:. ", *p))
        continue;
      if (!g_ascii_isxdigit (*p) || n == MAC_DIGITS)
        return NULL;
      bytes[n / 2] = (guint8) (bytes[n / 2] << 4 | g_ascii_xdigit_value (*p));
      n++;
    }
  if (n != MAC_DIGITS || !mac_is_of_one_device (bytes))
    return NULL;
  return g_strdup_printf ("%02x:%02x:%02x:%02x:%02x:%02x", bytes[0], bytes[1], bytes[2], bytes[3],
                          bytes[4], bytes[5]);
}

char *
palier_probe_clean_address (const char *text)
{
  struct in_addr address;
  guint32 number;

  if (!text || inet_pton (AF_INET, text, &address) != 1)
    return NULL;
  number = ntohl (address.s_addr);
  /* 0.x: none yet; 224 and above: groups and everybody. */
  if (number >> 24 == 0 || number >> 28 >= 14)
    return NULL;
  return g_strdup (text);
}

char *
palier_probe_clean_mask (const char *text)
{
  struct in_addr mask;
  guint32 host;

  if (!text || inet_pton (AF_INET, text, &mask) != 1 || mask.s_addr == 0)
    return NULL;
  host = ~ntohl (mask.s_addr);
  return (host & (host + 1)) == 0 ? g_strdup (text) : NULL;
}
