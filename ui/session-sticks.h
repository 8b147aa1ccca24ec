/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session.h"
#include "stick-use.h"

/* Where the copy of the configuration goes, and the stick's part in it. */
typedef enum
{
  PALIER_COPY_COMPUTER,
  PALIER_COPY_STICK,
  PALIER_COPY_BOTH,
} PalierCopyTarget;

PalierStickUse *palier_session_get_stick_use (PalierSession *self);

/* Until the person chooses: both, when there is a stick that can be written to; practice alone leaves sticks be. */
PalierCopyTarget palier_session_get_copy_target (PalierSession *self);
void palier_session_set_copy_target (PalierSession *self, PalierCopyTarget target);
/* Is there a place for every copy that was asked for? */
gboolean palier_session_copy_has_place (PalierSession *self);

/* The newest copy on this computer, to the stick. */
void palier_session_copy_to_stick (PalierSession *self);
/* A copy is there, and yet the stick that was asked for has none. */
gboolean palier_session_stick_is_owed (PalierSession *self);
/* The recorder is being read, or a stick is at work. */
gboolean palier_session_copy_is_busy (PalierSession *self);
