/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/digest.h"

#include "recorder/auth-list.h"

#include <string.h>

struct _PalierDigest
{
  char *realm;
  char *nonce;
  char *opaque;    /* NULL: not given */
  char *algorithm; /* as the recorder spelt it, NULL: not given */
  GChecksumType hash;
  gboolean session; /* "-sess" */
  gboolean auth;    /* qop=auth; FALSE: the form of RFC 2069 */
  gboolean stale;
  guint count;
};

static gboolean
list_has (const char *list, const char *word)
{
  g_auto (GStrv) parts = g_strsplit_set (list, ", ", -1);

  for (char **part = parts; *part; part++)
    if (g_ascii_strcasecmp (*part, word) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
set_algorithm (PalierDigest *self)
{
  g_autofree char *name = g_ascii_strup (self->algorithm ? self->algorithm : "MD5", -1);

  if (g_str_has_suffix (name, "-SESS"))
    {
      self->session = TRUE;
      name[strlen (name) - strlen ("-SESS")] = '\0';
    }
  self->hash = g_str_equal (name, "MD5") ? G_CHECKSUM_MD5 : G_CHECKSUM_SHA256;
  return g_str_equal (name, "MD5") || g_str_equal (name, "SHA-256") || g_str_equal (name, "SHA256");
}

static void
move (char **field, char **value)
{
  g_free (*field);
  *field = g_steal_pointer (value);
}

static void
take_parameter (PalierDigest *self, const char *name, char **value, gboolean *qop_known)
{
  if (g_ascii_strcasecmp (name, "realm") == 0)
    move (&self->realm, value);
  else if (g_ascii_strcasecmp (name, "nonce") == 0)
    move (&self->nonce, value);
  else if (g_ascii_strcasecmp (name, "opaque") == 0)
    move (&self->opaque, value);
  else if (g_ascii_strcasecmp (name, "algorithm") == 0)
    move (&self->algorithm, value);
  else if (g_ascii_strcasecmp (name, "stale") == 0)
    self->stale = g_ascii_strcasecmp (*value, "true") == 0;
  else if (g_ascii_strcasecmp (name, "qop") == 0)
    {
      self->auth = list_has (*value, "auth");
      *qop_known = self->auth;
    }
}

/* Reads one challenge and leaves *at behind it. */
static PalierDigest *
parse_challenge (const char **at, gboolean digest)
{
  g_autoptr (PalierDigest) self = g_new0 (PalierDigest, 1);
  gboolean qop_known = TRUE;

  while (TRUE)
    {
      const char *before = *at;
      g_autofree char *name = NULL;
      g_autofree char *value = NULL;

      if (!palier_auth_list_next (at, &name, &value))
        break;
      if (!value)
        {
          *at = before;
          break;
        }
      take_parameter (self, name, &value, &qop_known);
    }
  if (!digest || !self->realm || !self->nonce || !qop_known || !set_algorithm (self))
    return NULL;
  return g_steal_pointer (&self);
}

PalierDigest *
palier_digest_new (const char *challenges)
{
  g_autoptr (PalierDigest) best = NULL;
  const char *at = challenges;

  while (TRUE)
    {
      g_autoptr (PalierDigest) one = NULL;
      g_autofree char *scheme = NULL;
      g_autofree char *value = NULL;

      if (!palier_auth_list_next (&at, &scheme, &value))
        break;
      if (value) /* a stray parameter */
        continue;
      one = parse_challenge (&at, g_ascii_strcasecmp (scheme, "Digest") == 0);
      if (one && (!best || (one->hash == G_CHECKSUM_SHA256 && best->hash == G_CHECKSUM_MD5)))
        {
          g_clear_pointer (&best, palier_digest_free);
          best = g_steal_pointer (&one);
        }
    }
  return g_steal_pointer (&best);
}

void
palier_digest_free (PalierDigest *self)
{
  g_free (self->realm);
  g_free (self->nonce);
  g_free (self->opaque);
  g_free (self->algorithm);
  g_free (self);
}

gboolean
palier_digest_is_stale (PalierDigest *self)
{
  return self->stale;
}

guint
palier_digest_get_count (PalierDigest *self)
{
  return self->count;
}

void
palier_digest_set_nonce (PalierDigest *self, const char *nonce)
{
  g_free (self->nonce);
  self->nonce = g_strdup (nonce);
  self->count = 0;
}

/* GChecksum clears what it was fed when it is closed, so that the password stays in no memory. */
static void
hash_parts (GChecksumType type, char *hex, gsize size, const char *const *parts)
{
  g_autoptr (GChecksum) sum = g_checksum_new (type);

  for (guint i = 0; parts[i]; i++)
    {
      if (i > 0)
        g_checksum_update (sum, (const guchar *) ":", 1);
      g_checksum_update (sum, (const guchar *) parts[i], (gssize) strlen (parts[i]));
    }
  g_strlcpy (hex, g_checksum_get_string (sum), size);
}

static void
append_quoted (GString *header, const char *name, const char *value)
{
  g_string_append_printf (header, ", %s=\"", name);
  for (; *value; value++)
    {
      if (*value == '"' || *value == '\\')
        g_string_append_c (header, '\\');
      if (!g_ascii_iscntrl (*value))
        g_string_append_c (header, *value);
    }
  g_string_append_c (header, '"');
}

static char *
random_hex (void)
{
  return g_strdup_printf ("%08x%08x%08x%08x", g_random_int (), g_random_int (), g_random_int (),
                          g_random_int ());
}

static void
respond (PalierDigest *self,
         char response[65],
         const char *const user_realm_password[],
         const char *const method_uri[],
         const char *nc,
         const char *cnonce)
{
  char a1[65];
  char a2[65];

  hash_parts (self->hash, a1, sizeof a1, user_realm_password);
  if (self->session)
    {
      char first[65];

      memcpy (first, a1, sizeof first);
      hash_parts (self->hash, a1, sizeof a1, (const char *[]){ first, self->nonce, cnonce, NULL });
      palier_wipe (first, sizeof first);
    }
  hash_parts (self->hash, a2, sizeof a2, method_uri);
  hash_parts (self->hash, response, 65,
              self->auth ? (const char *[]){ a1, self->nonce, nc, cnonce, "auth", a2, NULL }
                         : (const char *[]){ a1, self->nonce, a2, NULL });
  palier_wipe (a1, sizeof a1);
}

char *
palier_digest_sign (PalierDigest *self,
                    const char *user,
                    PalierSecret *password,
                    const char *method,
                    const char *uri,
                    const char *cnonce)
{
  g_autoptr (GString) header = g_string_new (NULL);
  g_autofree char *nc = g_strdup_printf ("%08x", ++self->count);
  g_autofree char *own = cnonce ? g_strdup (cnonce) : random_hex ();
  const char *a1[] = { user, self->realm, palier_secret_peek (password), NULL };
  const char *a2[] = { method, uri, NULL };
  char response[65];

  respond (self, response, a1, a2, nc, own);
  append_quoted (header, "username", user);
  append_quoted (header, "realm", self->realm);
  append_quoted (header, "nonce", self->nonce);
  append_quoted (header, "uri", uri);
  append_quoted (header, "response", response);
  if (self->algorithm)
    g_string_append_printf (header, ", algorithm=%s", self->algorithm);
  if (self->auth)
    g_string_append_printf (header, ", qop=auth, nc=%s", nc);
  if (self->auth || self->session)
    append_quoted (header, "cnonce", own);
  if (self->opaque)
    append_quoted (header, "opaque", self->opaque);
  return g_strconcat ("Digest ", header->str + strlen (", "), NULL);
}
