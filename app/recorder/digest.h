/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/secret.h"

/* HTTP Digest (RFC 7616: MD5, SHA-256, qop=auth, and the older form without qop). libsoup's own is not
 * used: it forgets a sign-in at the recorders' domain="::", so that an upload goes out unsigned first.
 * One challenge, and how often its nonce was used. Not thread-safe. */
typedef struct _PalierDigest PalierDigest;

/* From the value of WWW-Authenticate, or several joined with commas; SHA-256 before MD5. NULL when no
 * Digest that we speak is among them: Basic never counts. */
PalierDigest *palier_digest_new (const char *challenges);
void palier_digest_free (PalierDigest *self);

gboolean palier_digest_is_stale (PalierDigest *self); /* the recorder: right password, old nonce */
guint palier_digest_get_count (PalierDigest *self);   /* how many requests were signed with this nonce */
/* Another nonce for the same challenge (Authentication-Info: nextnonce); counting starts anew. */
void palier_digest_set_nonce (PalierDigest *self, const char *nonce);

/* The value of Authorization. uri: path with its query, as on the request line. cnonce NULL: random. */
char *palier_digest_sign (PalierDigest *self, const char *user, PalierSecret *password, const char *method,
                          const char *uri, const char *cnonce);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierDigest, palier_digest_free)
