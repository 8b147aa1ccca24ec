/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice-door.h"

#include <libsoup/soup.h>

/* One request on its way: what came in so far, and what its sign-in was worth when its head was
 * read. */
typedef struct
{
  char *path;
  char *target; /* path and query as they were sent */
  PalierSigned signed_in;
  char *user;
  gboolean upload;
  gboolean gone; /* its connection was closed under it */
  GByteArray *body;
  gint64 length; /* as announced, 0: not told */
} PalierCall;

PalierCall *palier_call_new (SoupServerMessage *message);
void palier_call_free (PalierCall *self);
/* Takes a piece in, unless nobody is signed in to hear it; FALSE when it is more than a recorder
 * takes. */
gboolean palier_call_take (PalierCall *self, GBytes *chunk);
double palier_call_get_percent (PalierCall *self);
/* Who asks, the query and the body; of a form, its one part. */
void palier_call_fill (PalierCall *self, SoupServerMessage *message, GHashTable *query,
                       PalierExchange *exchange);
/* Status, headers and body into the message. */
void palier_call_send (SoupServerMessage *message, PalierExchange *exchange);

/* Keeps an answer back: looks every so many milliseconds until may_go; may_go NULL: until the first
 * look. */
typedef gboolean (*PalierMayGoFunc) (SoupServerMessage *message, gpointer data);
void palier_call_hold (SoupServerMessage *message, GMainContext *context, guint ms,
                       PalierMayGoFunc may_go, gpointer data);
