/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection-private.h"

#include <libsoup/soup.h>

/* A recorder's HTTP face for tests: loopback, a free port, a thread of its own. It answers what it was
 * told to, asks for Digest as recorders do, and remembers what came. */
typedef struct _Server Server;

typedef struct
{
  char *method;
  char *path; /* with its query */
  guint64 body_length;
  GBytes *body;
  gboolean is_signed;
  gboolean accepted; /* the signature held */
} Seen;

/* How it signs people in. */
typedef struct
{
  const char *password;      /* of admin; NULL: no sign-in */
  const char *algorithm;     /* "MD5" or "SHA-256"; NULL: "MD5" */
  guint nonce_uses;          /* a nonce is good so many times; 0: for ever */
  gboolean tells_stale;      /* says stale="TRUE" for a nonce that is used up */
  gboolean next_nonce;       /* names the next one in Authentication-Info */
  const char *refusal;       /* body of a 401; NULL: as on record */
  const char *forbidden;     /* a path that is 401 for everybody */
} Door;

Server *server_new (const Door *door, GTlsCertificate *certificate);
void server_free (Server *self);
char *server_dup_url (Server *self);
void server_set_password (Server *self, const char *password);
void server_spend_nonce (Server *self); /* the one in use is no longer good */

/* An answer for a method and a path (whole, or without its query). body NULL: empty. The last one told stays;
 * several for one place are given in turn. */
void server_tell (Server *self, const char *method, const char *path, guint status, const char *type,
                  const char *body);
void server_tell_bytes (Server *self, const char *method, const char *path, guint status, const char *type,
                        GBytes *body);
void server_add_header (Server *self, const char *name, const char *value);

/* Asked first, in the server's thread, for what was let in; TRUE when it has answered. */
typedef gboolean (*ServerFunc) (SoupServerMessage *message, const Seen *seen, gpointer data);
void server_set_func (Server *self, ServerFunc func, gpointer data);
void server_answer (SoupServerMessage *message, guint status, const char *type, const char *body);

guint server_count (Server *self, const char *method, const char *path); /* NULL: any */
const Seen *server_last (Server *self, const char *method, const char *path);
guint server_count_refused (Server *self); /* signed requests that did not hold */

/* A connection to it, signed in with "admin" and password (NULL: without). */
PalierConnection *server_connect (Server *self, const char *password);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Server, server_free)
