/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "practice/practice-door.h"

#include <libsoup/soup.h>
#include <string.h>

#define MAX_NONCES 256

struct _PalierDoor
{
  GHashTable *nonces; /* nonce -> when it was made, double * */
  guint n_signed;
};

PalierDoor *
palier_door_new (void)
{
  PalierDoor *self = g_new0 (PalierDoor, 1);

  self->nonces = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return self;
}

void
palier_door_free (PalierDoor *self)
{
  g_hash_table_unref (self->nonces);
  g_free (self);
}

static char *
hash (PalierModel *model, const char *first, ...)
{
  GChecksumType type
      = g_str_equal (model->scenario->digest, "MD5") ? G_CHECKSUM_MD5 : G_CHECKSUM_SHA256;
  g_autoptr (GString) text = g_string_new (first);
  const char *part;
  va_list parts;

  va_start (parts, first);
  while ((part = va_arg (parts, const char *)) != NULL)
    g_string_append_printf (text, ":%s", part);
  va_end (parts);
  return g_compute_checksum_for_string (type, text->str, -1);
}

static gboolean
response_holds (PalierModel *model, PalierPracticeUser *user, GHashTable *params,
                const char *method)
{
  const char *qop = g_hash_table_lookup (params, "qop");
  const char *nonce = g_hash_table_lookup (params, "nonce");
  const char *uri = g_hash_table_lookup (params, "uri");
  const char *nc = g_hash_table_lookup (params, "nc");
  const char *cnonce = g_hash_table_lookup (params, "cnonce");
  const char *response = g_hash_table_lookup (params, "response");
  g_autofree char *ha2 = NULL;
  g_autofree char *wanted = NULL;

  if (user == NULL || user->ha1 == NULL || response == NULL || nonce == NULL || nc == NULL
      || cnonce == NULL || g_strcmp0 (qop, "auth") != 0)
    return FALSE;
  ha2 = hash (model, method, uri, NULL);
  wanted = hash (model, user->ha1, nonce, nc, cnonce, qop, ha2, NULL);
  return g_ascii_strcasecmp (wanted, response) == 0;
}

static gboolean
nonce_holds (PalierDoor *self, PalierModel *model, const char *nonce)
{
  double *made = g_hash_table_lookup (self->nonces, nonce);
  PalierFault *fault = palier_faults_find (model->scenario->faults, "stale-nonce", "every");
  guint every = fault != NULL ? (guint) palier_fault_get_number (fault) : 0;

  if (made == NULL || *made < model->booted
      || model->now - *made > model->scenario->nonce_seconds)
    {
      self->n_signed = 0; /* never twice in a row, or no client could get in */
      return FALSE;
    }
  self->n_signed++;
  if (every == 0 || self->n_signed % every != 0)
    return TRUE;
  /* The next one, with a fresh nonce, must go through. */
  self->n_signed = 0;
  fault->fired++;
  g_hash_table_remove (self->nonces, nonce);
  return FALSE;
}

static PalierSigned
count_wrong (PalierModel *model)
{
  model->failed_sign_ins++;
  if (model->failed_sign_ins < model->scenario->lock_after)
    return PALIER_SIGNED_WRONG;
  model->locked_until = model->now + model->scenario->lock_seconds;
  palier_model_log (model, "", "Exception/illlegealAccess", "Illegal login");
  return PALIER_SIGNED_LOCKED;
}

static PalierSigned
check_params (PalierDoor *self, PalierModel *model, const char *method, const char *target,
              GHashTable *params, PalierPracticeUser **user)
{
  const char *name = g_hash_table_lookup (params, "username");
  PalierPracticeUser *found = name != NULL ? palier_model_find_user (model, name) : NULL;

  if (g_strcmp0 (g_hash_table_lookup (params, "uri"), target) != 0
      || g_strcmp0 (g_hash_table_lookup (params, "realm"), model->scenario->realm) != 0
      || !response_holds (model, found, params, method))
    return count_wrong (model);
  if (!nonce_holds (self, model, g_hash_table_lookup (params, "nonce")))
    return PALIER_SIGNED_STALE;
  model->failed_sign_ins = 0;
  *user = found;
  return PALIER_SIGNED_IN;
}

PalierSigned
palier_door_check (PalierDoor *self, PalierModel *model, const char *method, const char *target,
                   const char *authorization, PalierPracticeUser **user)
{
  GHashTable *params;
  PalierSigned result;

  *user = NULL;
  if (authorization == NULL || g_ascii_strncasecmp (authorization, "Digest ", 7) != 0)
    return PALIER_SIGNED_NOBODY;
  if (model->locked_until > model->now)
    return PALIER_SIGNED_LOCKED;
  if (model->failed_sign_ins >= model->scenario->lock_after)
    model->failed_sign_ins = 0; /* the lock has run out */
  params = soup_header_parse_param_list (authorization + 7);
  result = check_params (self, model, method, target, params, user);
  soup_header_free_param_list (params);
  return result;
}

char *
palier_door_challenge (PalierDoor *self, PalierModel *model, gboolean stale)
{
  g_autofree char *nonce
      = g_strdup_printf ("%08x%08x%08x%08x:%" G_GINT64_FORMAT, g_random_int (), g_random_int (),
                         g_random_int (), g_random_int (), (gint64) (model->now * 1000));
  char *header = g_strdup_printf (
      "Digest realm=\"%s\", domain=\"::\", qop=\"auth\", nonce=\"%s\", opaque=\"\", "
      "algorithm=\"%s\", stale=\"%s\"",
      model->scenario->realm, nonce, model->scenario->digest, stale ? "TRUE" : "FALSE");

  if (g_hash_table_size (self->nonces) >= MAX_NONCES)
    g_hash_table_remove_all (self->nonces);
  g_hash_table_insert (self->nonces, g_steal_pointer (&nonce),
                       g_memdup2 (&model->now, sizeof model->now));
  return header;
}
