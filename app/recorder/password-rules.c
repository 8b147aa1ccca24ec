/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/sign-in.h"

#include "base/error.h"

#include <string.h>

#define MIN_PASSWORD 8
#define MAX_PASSWORD 16

static gboolean
is_printable (const char *text)
{
  for (; *text; text++)
    if (!g_ascii_isgraph (*text))
      return FALSE;
  return TRUE;
}

guint
palier_password_count_kinds (PalierSecret *password)
{
  const char *text = palier_secret_peek (password);
  gboolean lower = FALSE, upper = FALSE, digit = FALSE, sign = FALSE;

  for (; *text; text++)
    {
      lower |= g_ascii_islower (*text);
      upper |= g_ascii_isupper (*text);
      digit |= g_ascii_isdigit (*text);
      sign |= g_ascii_ispunct (*text);
    }
  return (guint) (lower + upper + digit + sign);
}

/* Without case, and without a copy of the password. */
static gboolean
holds (const char *text, const char *word)
{
  gsize length = strlen (word);

  for (; length > 0 && strlen (text) >= length; text++)
    if (g_ascii_strncasecmp (text, word, length) == 0)
      return TRUE;
  return FALSE;
}

PalierPasswordFlaws
palier_activation_find_flaws (const char *user, PalierSecret *password)
{
  const char *text = password ? palier_secret_peek (password) : "";
  gsize length = password ? palier_secret_get_length (password) : 0;
  g_autofree char *reversed = g_strreverse (g_strdup (user));
  PalierPasswordFlaws flaws = 0;

  if (length < MIN_PASSWORD || length > MAX_PASSWORD)
    flaws |= PALIER_PASSWORD_BAD_LENGTH;
  if (length == 0 || !is_printable (text))
    flaws |= PALIER_PASSWORD_BAD_CHARACTER;
  if (length == 0 || palier_password_count_kinds (password) < 2)
    flaws |= PALIER_PASSWORD_ONE_KIND;
  if (length == 0 || holds (text, user) || holds (text, reversed))
    flaws |= PALIER_PASSWORD_HOLDS_USER;
  return flaws;
}

gboolean
palier_activation_check_password (const char *user, PalierSecret *password, GError **error)
{
  if (palier_activation_find_flaws (user, password) == 0)
    return TRUE;
  palier_error_set (error, PALIER_ERROR_RISK_PASSWORD, NULL);
  return FALSE;
}
