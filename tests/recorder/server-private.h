/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "server.h"

struct _Server
{
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;
  SoupServer *soup;
  char *url;

  GMutex lock; /* for all below */
  Door door;
  char *password;
  char *nonce;
  guint nonce_made;
  guint nonce_used;
  GPtrArray *told;
  GPtrArray *seen;
  GPtrArray *headers; /* name, value, name, value … */
  ServerFunc func;
  gpointer func_data;
};

/* With the lock held. */
void server_make_nonce (Server *self);
gboolean server_let_in (Server *self, SoupServerMessage *message, Seen *seen); /* FALSE after a 401 */
