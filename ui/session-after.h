/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "checkup/checkup.h"
#include "reprogram/reprogram.h"
#include "session.h"

/* What a recorder can be given after a climb, or without one. Both live as long as the session knows this recorder. */

/* NULL before sign-in; without a network both are NULL. */
PalierCheckup *palier_session_get_checkup (PalierSession *self);
void palier_session_start_checkup (PalierSession *self);

/* NULL where no list was made before a change: there is nothing to compare with. */
PalierReprogram *palier_session_get_reprogram (PalierSession *self);
void palier_session_look_again (PalierSession *self); /* reads the recorder and compares anew */
/* One item, or, with NULL, all that can be put back. */
void palier_session_put_back (PalierSession *self, PalierReprogramItem *item);
