/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/wire.h"

/* A user, a password, the nonce in use, and what the recorder has said to them so far. Here it is
 * decided whether a refusal may be answered by another try. Safe in every thread. */
typedef struct _PalierCredentials PalierCredentials;

typedef enum
{
  PALIER_VERDICT_ACCEPTED,   /* anything but a 401 */
  PALIER_VERDICT_CHALLENGED, /* nothing was signed yet: now there is a nonce */
  PALIER_VERDICT_OLD_NONCE,  /* stale, or a nonce that had been good before: one more try */
  PALIER_VERDICT_DOUBTED,    /* refused on a fresh nonce */
  PALIER_VERDICT_REFUSED,    /* and the recorder says why, or cannot be spoken to */
} PalierVerdict;

/* How a request was signed. */
typedef struct
{
  gboolean sent;   /* signed at all */
  gboolean proved; /* with a nonce that had been accepted before */
} PalierTicket;

PalierCredentials *palier_credentials_new (void);
void palier_credentials_free (PalierCredentials *self);

/* Forgets the nonce and the latch. user NULL: none. */
void palier_credentials_set (PalierCredentials *self, const char *user, PalierSecret *password);
void palier_credentials_forget_nonce (PalierCredentials *self); /* at a new address */
/* Copies for the few requests that need the password itself; FALSE when there is none. */
gboolean palier_credentials_dup (PalierCredentials *self, char **user, PalierSecret **password);
gboolean palier_credentials_are_set (PalierCredentials *self);
gboolean palier_credentials_were_accepted (PalierCredentials *self);
gboolean palier_credentials_have_challenge (PalierCredentials *self);
guint palier_credentials_get_uses (PalierCredentials *self); /* requests accepted with the nonce in use */

/* The value of Authorization; NULL while there is no nonce. */
char *palier_credentials_sign (PalierCredentials *self, const char *method, const char *uri, PalierTicket *ticket);
PalierVerdict palier_credentials_judge (PalierCredentials *self, const PalierTicket *ticket,
                                        const PalierReply *reply);

/* A wrong password and a locked account are kept: every later request fails alike. */
void palier_credentials_latch (PalierCredentials *self, const GError *error);
gboolean palier_credentials_check_latch (PalierCredentials *self, GError **error);
