/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/secret.h"
#include <gio/gio.h>

/* One recorder on the wire: HTTP(S) with our own Digest (libsoup's own is removed, see digest.h).
 * Synchronous, for the worker thread; a GCancellable ends a stuck send at once. A password that was
 * refused is never sent again: after PALIER_ERROR_WRONG_PASSWORD or PALIER_ERROR_LOCKED every signed
 * request fails the same way until palier_connection_set_credentials () is called anew. */
#define PALIER_TYPE_CONNECTION (palier_connection_get_type ())
G_DECLARE_FINAL_TYPE (PalierConnection, palier_connection, PALIER, CONNECTION, GObject)

typedef struct
{
  guint status;       /* HTTP */
  GBytes *body;       /* at most the cap asked for */
  char *content_type; /* NULL when not told */
} PalierAnswer;

typedef enum
{
  PALIER_REQUEST_DEFAULT = 0,
  PALIER_REQUEST_ANONYMOUS = 1 << 0, /* no sign-in: activation */
  PALIER_REQUEST_LONG = 1 << 1,      /* no time limit of its own: an answer that comes when all is done */
  PALIER_REQUEST_LARGE = 1 << 2,     /* the answer may be a file: up to 256 MiB instead of 4 MiB */
  PALIER_REQUEST_SLOW = 1 << 3,      /* the recorder may think for 45 s instead of 15: searches */
} PalierRequestFlags;

/* Called in the worker as the body goes out. */
typedef void (*PalierProgressFunc) (guint64 sent, guint64 total, gpointer data);

typedef struct
{
  const char *method;
  const char *path; /* with its query */
  PalierRequestFlags flags;
  const char *content_type; /* NULL with no body */
  GBytes *body;             /* mapped when large; goes out once, signed */
  PalierProgressFunc progress;
  gpointer progress_data;
} PalierRequest;

/* address: a URL, as palier_approach () tells it (see approach.h; without a scheme: plain HTTP); PALIER_ERROR_USAGE
 * when it is none. */
PalierConnection *palier_connection_new (const char *address, GError **error);
/* It has come back elsewhere (after a default): the same credentials and pin at a new place; what was learnt of the
 * old server (nonce, keep-alive) is forgotten. Without a scheme the transport stays what it was. */
gboolean palier_connection_set_address (PalierConnection *self, const char *address, GError **error);
void palier_connection_set_credentials (PalierConnection *self, const char *user, PalierSecret *password);
void palier_connection_set_tls_pin (PalierConnection *self, const char *sha256); /* hex of the certificate; NULL: none */
char *palier_connection_dup_tls_seen (PalierConnection *self);                  /* what was shown last, or NULL */
char *palier_connection_dup_address (PalierConnection *self);                   /* a URL without credentials */
double palier_connection_get_silence (PalierConnection *self); /* real seconds since its last answer, -1: none yet */

/* Told of each exchange as it stood on the wire, in the thread that sent it: whatever was answered, refusals of the
 * sign-in too, and never a header of the request. NULL: nobody any more. */
typedef void (*PalierTapFunc) (const PalierRequest *request, const PalierAnswer *answer, const char *challenges,
                               gpointer data);
void palier_connection_set_tap (PalierConnection *self, PalierTapFunc tap, gpointer data);

/* FALSE for no answer, and for every answer that is not a success: ResponseStatus, userCheck and the
 * HTTP status become one PalierErrorCode, with the recorder's own words as detail. */
gboolean palier_connection_send (PalierConnection *self, const PalierRequest *request, PalierAnswer *answer,
                                 GCancellable *cancellable, GError **error);
void palier_answer_clear (PalierAnswer *answer);
