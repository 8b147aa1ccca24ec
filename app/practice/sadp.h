/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice-server.h"

/* The practice recorder on the discovery port, in a thread of its own: answers who asks, and
 * says the same to everybody, as a recorder does; silent while it restarts or is broken. It
 * tells the address of the interface on which it was asked, and the server's port. */
typedef struct _PalierSadp PalierSadp;

/* lock, model and server belong to the caller and outlive it; *server NULL: no HTTP port is
 * told. interface NULL: every one that can multicast; "lo" by name alone. PALIER_ERROR_COMPUTER
 * where UDP 37020 cannot be had on any. */
PalierSadp *palier_sadp_new (GMutex *lock, PalierModel **model, PalierServer **server, const char *interface,
                             GError **error);
void palier_sadp_free (PalierSadp *self);

/* What it answers to the question with this identifier; NULL: it is silent now. With the lock
 * held. */
char *palier_sadp_answer (PalierModel *model, const char *question_id, const char *address, const char *mask,
                          guint http_port);
