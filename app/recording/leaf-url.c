/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recording/leaf.h"

#include <string.h>

gboolean
palier_is_namespace (const char *text)
{
  return g_regex_match_simple ("^(urn:(psialliance-org|skynet|std-cgi-com|selfextension:psiaext-ver10-xsd)"
                               "|http://www[.](hikvision|isapi|std-cgi)[.](com|org)/ver[0-9]{2}/XMLSchema"
                               "|http://www[.]w3[.]org/2001/XMLSchema(-instance)?)$",
                               text, 0, 0);
}

/* The user and the password of a URL are as private as what is named so. */
static void
learn_user (PalierStandIns *stand_ins, const char *info)
{
  g_auto (GStrv) both = g_strsplit (info, ":", 2);

  for (guint i = 0; both[i]; i++)
    {
      g_autofree char *plain = g_uri_unescape_string (both[i], NULL);

      if (*both[i])
        palier_stand_ins_get (stand_ins, PALIER_IDENTITY_SECRET, plain ? plain : both[i]);
    }
}

static void
add_host (GString *out, PalierStandIns *stand_ins, const char *text)
{
  g_autofree char *host = g_strdup (text);
  const char *port = NULL;
  char *colon = strrchr (host, ':');
  gboolean bracketed = *host == '[';

  if (colon && !strchr (colon, ']'))
    {
      *colon = '\0';
      port = colon + 1;
    }
  if (bracketed && strchr (host, ']'))
    *strchr (host, ']') = '\0';
  if (palier_is_address (host + bracketed))
    g_string_append_printf (out, bracketed ? "[%s]" : "%s",
                            palier_stand_ins_get (stand_ins, PALIER_IDENTITY_ADDRESS, host + bracketed));
  else if (*host)
    g_string_append (out, palier_stand_ins_get (stand_ins, PALIER_IDENTITY_HOST, host));
  if (port && g_regex_match_simple ("^[0-9]{1,5}$", port, 0, 0))
    g_string_append_printf (out, ":%s", port);
}

static void
add_path (GString *out, const char *path)
{
  g_autoptr (GRegex) known = g_regex_new ("^/(Streaming|ISAPI|PSIA)(/[A-Za-z]{1,20})?(/[0-9]{1,4})?", 0, 0, NULL);
  g_autoptr (GRegex) times = g_regex_new ("\\b(starttime|endtime)=[0-9TZ:.+-]{8,30}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *start = NULL;
  gboolean first = TRUE;

  if (!g_regex_match (known, path, 0, &match))
    return;
  start = g_match_info_fetch (match, 0);
  g_string_append (out, start);
  g_clear_pointer (&match, g_match_info_unref);
  for (g_regex_match (times, path, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *one = g_match_info_fetch (match, 0);

      g_string_append_printf (out, "%s%s", first ? "?" : "&", one);
      first = FALSE;
    }
}

char *
palier_leaf_scrub_url (PalierStandIns *stand_ins, const char *text)
{
  const char *colon = strstr (text, "://");
  g_autofree char *scheme = colon ? g_strndup (text, (gsize) (colon - text)) : NULL;
  g_autofree char *authority = NULL;
  GString *out;
  char *at;

  if (!scheme || !g_regex_match_simple ("^[A-Za-z][A-Za-z0-9+.-]{0,9}$", scheme, 0, 0))
    return NULL;
  out = g_string_new (NULL);
  g_string_printf (out, "%s://", scheme);
  authority = g_strndup (colon + 3, strcspn (colon + 3, "/?# "));
  at = strrchr (authority, '@');
  if (at)
    {
      *at = '\0';
      learn_user (stand_ins, authority);
    }
  add_host (out, stand_ins, at ? at + 1 : authority);
  add_path (out, colon + 3 + strcspn (colon + 3, "/?# "));
  return g_string_free (out, FALSE);
}
