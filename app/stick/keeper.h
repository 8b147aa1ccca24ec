/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stick/stick.h"

/* What UDisks2 does to a stick for us; blocks, for the worker. Each first makes sure that the stick is
 * still the one that was looked at. Errors: PALIER_ERROR_NO_STICK_SERVICE, STICK_BUSY, STICK_UNUSABLE,
 * PLACE_GONE. */

/* Where its files are now, the caller's; one that is mounted already stays where it is. */
char *palier_volume_mount (PalierVolume *self, GCancellable *cancellable, GError **error);
/* Everything is on the medium afterwards. One that is not mounted is fine. */
gboolean palier_volume_unmount (PalierVolume *self, GCancellable *cancellable, GError **error);

/* Unmounts all of its volumes and switches it off: only when this has returned TRUE may it be taken
 * out. */
gboolean palier_stick_take_out (PalierStick *self, GCancellable *cancellable, GError **error);

/* Erases a volume of the stick and makes it FAT32. typed must be the stick's format word
 * (PALIER_ERROR_CONSENT_MISSING). The list shows the new volume soon after. */
gboolean palier_stick_format (PalierStick *self, PalierVolume *volume, const char *typed,
                              const char *label, GCancellable *cancellable, GError **error);
