/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recorder/connection-private.h"

/* Answers one raw connection after another, each with a function in a thread. */
typedef void (*RawFunc) (GSocketConnection *connection, gpointer data);
typedef struct _RawServer RawServer;

RawServer *raw_server_new (RawFunc func, gpointer data);
void raw_server_free (RawServer *self);
PalierConnection *raw_server_connect (RawServer *self);
/* Reads up to the end of a request's head; its text, or NULL. */
char *raw_read_head (GSocketConnection *connection);
void raw_write (GSocketConnection *connection, const char *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RawServer, raw_server_free)
