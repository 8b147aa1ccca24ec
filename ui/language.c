/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "language.h"
#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

extern int _nl_msg_cat_cntr; /* gettext looks LANGUAGE up again when this has moved */

/* gettext ignores LANGUAGE in the C locale (and newer C libraries in C.UTF-8 too). */
static void
leave_c_locale (void)
{
  const char *const candidates[] = { "en_US.UTF-8", "fr_FR.UTF-8", "fr_CA.UTF-8", "C.UTF-8" };
  const char *now = setlocale (LC_MESSAGES, NULL);

  if (now != NULL && g_strcmp0 (now, "C") != 0 && g_strcmp0 (now, "POSIX") != 0
      && !g_str_has_prefix (now, "C."))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (candidates); i++)
    if (setlocale (LC_MESSAGES, candidates[i]) != NULL)
      break;
  now = setlocale (LC_CTYPE, NULL);
  if (g_strcmp0 (now, "C") == 0 || g_strcmp0 (now, "POSIX") == 0)
    setlocale (LC_CTYPE, "C.UTF-8");
}

static const char *
wanted (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (g_str_has_prefix (names[i], "fr"))
        return "fr";
      if (g_str_has_prefix (names[i], "en"))
        return "en";
    }
  return "en";
}

static gboolean french_first;

/* Where a contract is to be given in French before any other language is chosen for it. */
static gboolean
is_canadian (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    if (strstr (names[i], "_CA") != NULL)
      return TRUE;
  return FALSE;
}

gboolean
palier_language_is_french_first (void)
{
  return french_first;
}

void
palier_language_init (void)
{
  const char *folder = g_getenv ("PALIER_LOCALE_DIR");
  const char *language;

  french_first = is_canadian ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : PALIER_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* GLib asks once, at the first message, whether there is anything to translate into. In English
   * the answer may be no, for good: so it asks in French, and a later switch finds its words. */
  language = wanted ();
  palier_language_set ("fr");
  g_dgettext (GETTEXT_PACKAGE, "");
  /* Set before there is a second thread, so that a later switch replaces it in place. */
  palier_language_set (language);
}

const char *
palier_language_get (void)
{
  return g_strcmp0 (g_getenv ("LANGUAGE"), "fr") == 0 ? "fr" : "en";
}

void
palier_language_set (const char *code)
{
  leave_c_locale ();
  g_setenv ("LANGUAGE", g_strcmp0 (code, "fr") == 0 ? "fr" : "en", TRUE);
  _nl_msg_cat_cntr++;
}
