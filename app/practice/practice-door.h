/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice-exchange.h"

/* The recorder's side of Digest: nonces that age, and the lock after too many wrong passwords. */
typedef struct _PalierDoor PalierDoor;

PalierDoor *palier_door_new (void);
void palier_door_free (PalierDoor *self);

/* authorization: the header, NULL for none. target: path and query as they were sent. */
PalierSigned palier_door_check (PalierDoor *self, PalierModel *model, const char *method,
                                const char *target, const char *authorization,
                                PalierPracticeUser **user);
/* The WWW-Authenticate header that goes with a 401. */
char *palier_door_challenge (PalierDoor *self, PalierModel *model, gboolean stale);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierDoor, palier_door_free)
