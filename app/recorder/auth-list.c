/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/auth-list.h"

#include <string.h>

#define BLANKS " \t\r\n"

gboolean
palier_auth_list_next (const char **at, char **name, char **value)
{
  const char *p = *at + strspn (*at, BLANKS ",");
  gsize length = strcspn (p, BLANKS ",=");

  *value = NULL;
  *name = g_strndup (p, length);
  if (length == 0)
    return FALSE;
  p += length;
  p += strspn (p, BLANKS);
  if (*p == '=')
    {
      g_autoptr (GString) text = g_string_new (NULL);

      p++;
      p += strspn (p, BLANKS);
      if (*p == '"')
        {
          for (p++; *p && *p != '"'; p++)
            {
              if (*p == '\\' && p[1])
                p++;
              g_string_append_c (text, *p);
            }
          if (*p)
            p++;
        }
      else
        {
          length = strcspn (p, BLANKS ",");
          g_string_append_len (text, p, (gssize) length);
          p += length;
        }
      *value = g_string_free (g_steal_pointer (&text), FALSE);
    }
  *at = p;
  return TRUE;
}

char *
palier_auth_list_dup (const char *list, const char *name)
{
  const char *at = list;

  while (TRUE)
    {
      g_autofree char *key = NULL;
      g_autofree char *value = NULL;

      if (!palier_auth_list_next (&at, &key, &value))
        return NULL;
      if (value && g_ascii_strcasecmp (key, name) == 0)
        return g_steal_pointer (&value);
    }
}
