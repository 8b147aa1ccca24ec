/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recording/scrub.h"

#include <string.h>

#define MAX_SHAPE 128

static void
add_pair (GString *out, PalierStandIns *stand_ins, const char *pair, char before)
{
  const char *equals = strchr (pair, '=');
  g_autofree char *name = equals ? g_strndup (pair, (gsize) (equals - pair)) : g_strdup (pair);
  g_autofree char *plain = equals ? g_uri_unescape_string (equals + 1, NULL) : NULL;
  const PalierLeaf leaf = { name, "/", FALSE };
  g_autofree char *harmless = NULL;
  g_autofree char *escaped = NULL;

  if (!g_regex_match_simple ("^[A-Za-z]{1,32}$", name, 0, 0) || (equals && !plain))
    return;
  g_string_append_printf (out, "%c%s", before, name);
  if (!equals)
    return;
  if (g_str_equal (name, "format"))
    harmless = g_strdup (g_str_equal (plain, "json") ? plain : "");
  else
    harmless = palier_leaf_scrub (stand_ins, &leaf, plain);
  escaped = g_uri_escape_string (harmless, NULL, FALSE);
  g_string_append_printf (out, "=%s", escaped);
}

/* Paths are the firmware's own words and small numbers. */
char *
palier_scrub_target (PalierStandIns *stand_ins, const char *target)
{
  const char *query = strchr (target, '?');
  g_autofree char *path = query ? g_strndup (target, (gsize) (query - target)) : g_strdup (target);
  g_auto (GStrv) pairs = NULL;
  GString *out;

  if (!g_regex_match_simple ("^/(ISAPI|SDK)(/[A-Za-z]{1,40}|/[0-9]{1,4}|/[A-Za-z]+V[0-9])+$", path, 0, 0))
    return NULL;
  out = g_string_new (path);
  pairs = g_strsplit (query ? query + 1 : "", "&", -1);
  for (guint i = 0; pairs[i]; i++)
    add_pair (out, stand_ins, pairs[i], strchr (out->str, '?') ? '&' : '?');
  return g_string_free (out, FALSE);
}

char *
palier_scrub_type (const char *type)
{
  gsize plain = strcspn (type, ";");
  g_autofree char *kind = g_strndup (type, plain);

  if (!g_regex_match_simple ("^[a-z]{1,16}/[a-z0-9.+-]{1,40}$", kind, G_REGEX_CASELESS, 0))
    return NULL;
  if (g_regex_match_simple ("^; *charset=\"?UTF-8\"?$", type + plain, G_REGEX_CASELESS, 0))
    return g_strdup (type);
  return g_steal_pointer (&kind);
}

/* How long it is and of what, and nothing of it. */
static char *
make_shape (const char *text)
{
  char *shape = g_strndup (text, MAX_SHAPE);

  for (char *c = shape; *c; c++)
    if (*c != ':' && *c != '-')
      *c = '0';
  return shape;
}

static char *
scrub_parameter (PalierStandIns *stand_ins, const char *name, const char *value)
{
  const PalierLeaf realm = { "realm", "/", FALSE };

  if (g_ascii_strcasecmp (name, "nonce") == 0 || g_ascii_strcasecmp (name, "opaque") == 0)
    return make_shape (value);
  if (g_ascii_strcasecmp (name, "realm") == 0)
    return g_strv_contains (((const char *const[]){ "DVRNVRDVS", "DVRDVS", "IP Camera", NULL }), value)
               ? g_strdup (value)
               : palier_leaf_scrub (stand_ins, &realm, value);
  if (g_ascii_strcasecmp (name, "domain") == 0)
    return g_regex_match_simple ("^[:/]*$", value, 0, 0) ? g_strdup (value) : g_strdup ("/");
  if (g_regex_match_simple ("^(qop|algorithm|stale|charset|userhash)$", name, G_REGEX_CASELESS, 0)
      && g_regex_match_simple ("^[A-Za-z0-9, -]{1,24}$", value, 0, 0))
    return g_strdup (value);
  return NULL;
}

static void
add_parameter (GString *out, PalierStandIns *stand_ins, GMatchInfo *match)
{
  g_autofree char *name = g_match_info_fetch (match, 2);
  g_autofree char *quoted = g_match_info_fetch (match, 3);
  g_autofree char *token = g_match_info_fetch (match, 4);
  gboolean is_token = token && *token;
  g_autofree char *value = scrub_parameter (stand_ins, name, is_token ? token : quoted);

  if (!value)
    return;
  g_string_append_printf (out, is_token ? "%s%s=%s" : "%s%s=\"%s\"", g_str_has_suffix (out->str, " ") ? "" : ", ", name,
                          value);
}

char *
palier_scrub_challenges (PalierStandIns *stand_ins, const char *challenges)
{
  g_autoptr (GRegex) regex
      = g_regex_new ("\\b(Digest|Basic)(?=\\s)|\\b([A-Za-z]{1,16})=(?:\"([^\"]*)\"|([^,\\s\"]+))", G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GString *out = g_string_new (NULL);

  for (g_regex_match (regex, challenges, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *scheme = g_match_info_fetch (match, 1);

      if (scheme && *scheme)
        g_string_append_printf (out, "%s%s ", out->len > 0 ? ", " : "", scheme);
      else if (out->len > 0)
        add_parameter (out, stand_ins, match);
    }
  return g_string_free (out, FALSE);
}
