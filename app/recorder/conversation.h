/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection-private.h"
#include "recorder/credentials.h"
#include "recorder/wire.h"

struct _PalierConnection
{
  GObject parent_instance;

  GMutex lock; /* for base: the window shows it */
  char *base;  /* "http://host:port" */
  PalierWire *wire;
  PalierCredentials *credentials;
};

/* A signed request: challenge, nonce, at most one more try. TRUE for any answer that is not a 401. */
gboolean palier_connection_converse (PalierConnection *self, const PalierRequest *request,
                                     PalierReply *reply, GCancellable *cancellable, GError **error);
