/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recording/leaf.h"

#include <string.h>

#define DATE "[0-9]{4}-?[0-9]{2}-?[0-9]{2}"
#define TIME "[0-9]{2}:?[0-9]{2}(:?[0-9]{2}([.][0-9]{1,3})?)?"

static gboolean
matches (const char *pattern, const char *text)
{
  return g_regex_match_simple (pattern, text, 0, 0);
}

/* Says nothing of anybody, whatever it is called. */
static gboolean
is_bare (const char *text)
{
  return matches ("^(true|false|TRUE|FALSE|True|False|flase|yes|no|on|off|none|null|auto|ok|OK|MORE|NO MATCHES)$", text);
}

/* Any network has these. */
static gboolean
is_common_address (const char *text)
{
  return matches ("^(0[.]0[.]0[.]0|127[.]0[.]0[.]1|239[.]255[.]255[.]250|::1?"
                  "|255([.](0|128|192|224|240|248|252|254|255)){3})$",
                  text);
}

static gboolean
is_time (const char *text)
{
  return matches ("^(" DATE "([T ]" TIME "(Z|[+-][0-9]{2}:?[0-9]{2})?)?|P[0-9DTHMS.]{1,16})$", text)
         || matches ("^[0-9]{2}:[0-9]{2}(:[0-9]{2})?$", text)
         || matches ("^[A-Z]{3,4}[+-][0-9]{1,2}:[0-9]{2}(:[0-9]{2})?"
                     "([A-Z]{3}[0-9:]{1,8},M[0-9./:]{1,16},M[0-9./:]{1,16})?$",
                     text);
}

static gboolean
is_log_kind (const char *text)
{
  return matches ("^(recordType[.]meta[.]|log[.])(hikvision|std-cgi|isapi|psia)[.](com|org)(/[A-Za-z]{1,40}){0,2}(/[0-9]{1,3})?$",
                  text);
}

static gboolean
is_number (const PalierLeaf *leaf, const char *text)
{
  return matches (palier_leaf_name_is_long_number (leaf->name) ? "^[-+]?[0-9]{1,20}([.][0-9]{1,9})?$"
                                                               : "^[-+]?[0-9]{1,8}([.][0-9]{1,9})?$",
                  text);
}

static gboolean
is_word (const PalierLeaf *leaf, const char *text)
{
  if (palier_leaf_name_is_word (leaf->name) && matches ("^[A-Za-z0-9][A-Za-z0-9 _./()-]{0,39}$", text))
    return TRUE;
  return (leaf->constant || g_str_equal (leaf->name, "opt")) && matches ("^[A-Za-z0-9][A-Za-z0-9,*+_./()-]{0,1000}$", text);
}

/* By its own look: what can be nothing else. */
static gboolean
looks_like (const char *text, PalierIdentity *identity)
{
  if (palier_is_address (text))
    *identity = PALIER_IDENTITY_ADDRESS;
  else if (palier_is_mac (text))
    *identity = PALIER_IDENTITY_MAC;
  else if (strchr (text, '@'))
    *identity = PALIER_IDENTITY_MAIL;
  else if (matches ("^[{]?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}[}]?$", text)
           || matches ("^(?=.*[A-Fa-f])[0-9A-Fa-f]{16,}$", text))
    *identity = PALIER_IDENTITY_ID;
  else
    return FALSE;
  return TRUE;
}

static gboolean
is_common_user (PalierIdentity identity, const char *text)
{
  return identity == PALIER_IDENTITY_USER && g_str_equal (text, "admin");
}

static const char *
replace (PalierStandIns *stand_ins, const PalierLeaf *leaf, const char *text)
{
  PalierIdentity identity = PALIER_IDENTITY_TEXT;
  const char *known;

  if (looks_like (text, &identity))
    return palier_stand_ins_get (stand_ins, identity, text);
  if (palier_leaf_name_identifies (leaf, &identity))
    return is_common_user (identity, text) ? text : palier_stand_ins_get (stand_ins, identity, text);
  if (is_number (leaf, text) || is_time (text))
    return text;
  known = palier_stand_ins_find (stand_ins, text);
  if (known && !matches ("^[A-Za-z]+$", text))
    return known;
  if (is_log_kind (text) || is_word (leaf, text))
    return text;
  return palier_stand_ins_get (stand_ins, PALIER_IDENTITY_TEXT, text);
}

char *
palier_leaf_scrub (PalierStandIns *stand_ins, const PalierLeaf *leaf, const char *text)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));
  g_autofree char *url = NULL;

  if (*bare == '\0' || matches ("^(true|false|TRUE|FALSE)$", bare))
    return g_steal_pointer (&bare);
  if (g_str_has_prefix (leaf->name, "xmlns") || palier_is_namespace (bare))
    return g_strdup (palier_is_namespace (bare) ? bare : "urn:not-on-record");
  if (palier_leaf_name_is_secret (leaf->name))
    return g_strdup (palier_stand_ins_get (stand_ins, PALIER_IDENTITY_SECRET, bare));
  if (is_bare (bare) || is_common_address (bare))
    return g_steal_pointer (&bare);
  url = palier_leaf_scrub_url (stand_ins, bare);
  if (url)
    return g_steal_pointer (&url);
  return g_strdup (replace (stand_ins, leaf, bare));
}
