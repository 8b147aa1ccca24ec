/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection.h"

/* One request and its answer over libsoup, without a thought about signing in. Its sessions have no
 * sign-in, no cookies, no decoding and no proxy; redirects are not followed. */
typedef struct _PalierWire PalierWire;

PalierWire *palier_wire_new (void);
void palier_wire_free (PalierWire *self);

/* In seconds, for tests: for ordinary requests, and for PALIER_REQUEST_SLOW. */
void palier_wire_set_timeouts (PalierWire *self, guint ordinary, guint slow);

void palier_wire_set_pin (PalierWire *self, const char *sha256); /* drops what is open */
void palier_wire_forget (PalierWire *self);                   /* drops what is open */
void palier_wire_set_tap (PalierWire *self, PalierTapFunc tap, gpointer data);
char *palier_wire_dup_seen (PalierWire *self);
double palier_wire_get_silence (PalierWire *self);

typedef struct
{
  PalierAnswer answer;
  char *challenges; /* every WWW-Authenticate, joined; NULL */
  char *next_nonce; /* NULL when not told */
  char *location;   /* of a redirect; NULL */
  guint64 sent;     /* bytes of the body that went out */
} PalierReply;

/* TRUE for any HTTP answer. request->path is appended to base ("http://host:port"). */
gboolean palier_wire_exchange (PalierWire *self, const char *base, const PalierRequest *request,
                               const char *authorization, PalierReply *reply, GCancellable *cancellable,
                               GError **error);
void palier_reply_clear (PalierReply *reply);

/* A redirect is not followed, but explained. location: may be NULL. */
void palier_redirect_set_error (const char *location, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PalierReply, palier_reply_clear)
