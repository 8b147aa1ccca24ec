/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice.h"

/* A small HTTP client over a bare socket, with a Digest of its own: what the practice recorder says
 * is judged by code that shares nothing with it. One connection a request. */
typedef struct
{
  PalierPractice *practice;
  PalierClock *clock;
  char *user, *password;
  char *nonce; /* the last one told; NULL: none yet */
  char *head;  /* of the last answer */
  GString *body;
  guint nc;
} Client;

void client_open (Client *self, const char *scenario); /* a shipped one, or JSON text */
void client_close (Client *self);
void client_sign_in_as (Client *self, const char *user, const char *password);

/* The HTTP status; 0 when the connection was refused or closed without an answer. Signs in when
 * asked to, and takes a stale nonce once. */
guint client_send (Client *self, const char *method, const char *target, const char *body);
guint client_send_bytes (Client *self, const char *method, const char *target, const char *type,
                         GBytes *body);
/* Exactly one request, with that Authorization header or none. */
guint client_send_once (Client *self, const char *method, const char *target, const char *type,
                        GBytes *body, const char *authorization);
/* Bytes as they are; the answer's status. length -1: a text, and nothing follows it. */
guint client_send_raw (Client *self, const char *bytes, gssize length);

char *client_dup_header (Client *self, const char *name);  /* of the last answer */
char *client_dup_element (Client *self, const char *name); /* its first text, by name; NULL */
guint client_count (Client *self, const char *needle);     /* in the last body */
char *client_authorise (Client *self, const char *method, const char *target);

GBytes *client_make_package (Client *self, const char *version, gboolean custom);
PalierPracticeState client_state (Client *self);
/* Waits on its clock until it answers again, for at most so many seconds. */
gboolean client_wait_back (Client *self, double seconds);
/* The same until it neither flashes nor restarts. */
void client_climb (Client *self, const char *version, gboolean custom);
