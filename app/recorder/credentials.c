/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "recorder/credentials.h"

#include "base/error.h"
#include "recorder/digest.h"
#include "recorder/response-status.h"

struct _PalierCredentials
{
  GMutex lock; /* for all below */
  char *user;
  PalierSecret *password;
  PalierDigest *digest;
  guint uses;        /* requests accepted with this nonce */
  gboolean accepted; /* the password, at least once */
  GError *latch;
};

PalierCredentials *
palier_credentials_new (void)
{
  PalierCredentials *self = g_new0 (PalierCredentials, 1);

  g_mutex_init (&self->lock);
  return self;
}

static void
forget (PalierCredentials *self)
{
  g_clear_pointer (&self->user, g_free);
  g_clear_pointer (&self->password, palier_secret_unref);
  g_clear_pointer (&self->digest, palier_digest_free);
  g_clear_error (&self->latch);
  self->uses = 0;
  self->accepted = FALSE;
}

void
palier_credentials_free (PalierCredentials *self)
{
  forget (self);
  g_mutex_clear (&self->lock);
  g_free (self);
}

void
palier_credentials_set (PalierCredentials *self, const char *user, PalierSecret *password)
{
  g_mutex_lock (&self->lock);
  forget (self);
  if (user && password)
    {
      self->user = g_strdup (user);
      self->password = palier_secret_ref (password);
    }
  g_mutex_unlock (&self->lock);
}

void
palier_credentials_forget_nonce (PalierCredentials *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_clear_pointer (&self->digest, palier_digest_free);
  self->uses = 0;
}

gboolean
palier_credentials_dup (PalierCredentials *self, char **user, PalierSecret **password)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (!self->user)
    return FALSE;
  *user = g_strdup (self->user);
  *password = palier_secret_ref (self->password);
  return TRUE;
}

gboolean
palier_credentials_are_set (PalierCredentials *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->user != NULL;
}

gboolean
palier_credentials_were_accepted (PalierCredentials *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->accepted;
}

gboolean
palier_credentials_have_challenge (PalierCredentials *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->digest != NULL;
}

guint
palier_credentials_get_uses (PalierCredentials *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  return self->uses;
}

char *
palier_credentials_sign (PalierCredentials *self,
                         const char *method,
                         const char *uri,
                         PalierTicket *ticket)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (!self->digest || !self->user)
    return NULL;
  ticket->sent = TRUE;
  ticket->proved = self->uses > 0;
  return palier_digest_sign (self->digest, self->user, self->password, method, uri, NULL);
}

static void
note_accepted (PalierCredentials *self, const PalierReply *reply)
{
  self->accepted = TRUE;
  self->uses++;
  if (reply->next_nonce && self->digest)
    {
      palier_digest_set_nonce (self->digest, reply->next_nonce);
      self->uses = 0;
    }
}

/* FALSE: the answer holds no challenge that we can meet. */
static gboolean
take_challenge (PalierCredentials *self, const PalierReply *reply)
{
  PalierDigest *fresh = reply->challenges ? palier_digest_new (reply->challenges) : NULL;

  if (!fresh)
    return FALSE;
  g_clear_pointer (&self->digest, palier_digest_free);
  self->digest = fresh;
  self->uses = 0;
  return TRUE;
}

PalierVerdict
palier_credentials_judge (PalierCredentials *self,
                          const PalierTicket *ticket,
                          const PalierReply *reply)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);
  g_auto (PalierResponseStatus) status = { 0 };

  if (reply->answer.status != 401)
    {
      if (ticket->sent)
        note_accepted (self, reply);
      return PALIER_VERDICT_ACCEPTED;
    }
  palier_response_status_parse (reply->answer.body, &status);
  if (!take_challenge (self, reply) || status.locked || status.inactive)
    return PALIER_VERDICT_REFUSED;
  if (!ticket->sent)
    return PALIER_VERDICT_CHALLENGED;
  if (palier_digest_is_stale (self->digest))
    return PALIER_VERDICT_OLD_NONCE;
  if (status.counting)
    return PALIER_VERDICT_REFUSED;
  return ticket->proved ? PALIER_VERDICT_OLD_NONCE : PALIER_VERDICT_DOUBTED;
}

void
palier_credentials_latch (PalierCredentials *self, const GError *error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (self->user && !self->latch
      && (g_error_matches (error, PALIER_ERROR, PALIER_ERROR_WRONG_PASSWORD)
          || g_error_matches (error, PALIER_ERROR, PALIER_ERROR_LOCKED)))
    self->latch = g_error_copy (error);
}

gboolean
palier_credentials_check_latch (PalierCredentials *self, GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  if (!self->latch)
    return TRUE;
  if (error)
    *error = g_error_copy (self->latch);
  return FALSE;
}
