/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stick/port.h"
#include "stick/volume.h"

/* A USB stick with its volumes, as it was at one moment; never changes. Two alike sticks are told apart
 * by their port. */
#define PALIER_TYPE_STICK (palier_stick_get_type ())
G_DECLARE_FINAL_TYPE (PalierStick, palier_stick, PALIER, STICK, GObject)

/* place is copied; volumes are those of the list that hang at its port. */
PalierStick *palier_stick_new (const PalierStickPlace *place, GPtrArray *volumes);

guint palier_stick_get_bus (PalierStick *self);
guint palier_stick_get_address (PalierStick *self);
const char *palier_stick_get_port (PalierStick *self);    /* "1-2.3" */
const char *palier_stick_get_vendor (PalierStick *self);  /* this and the next two: NULL when not told */
const char *palier_stick_get_product (PalierStick *self);
const char *palier_stick_get_serial (PalierStick *self);
guint palier_stick_get_speed (PalierStick *self);         /* Mbit/s, 0: not known */
guint palier_stick_get_n_volumes (PalierStick *self);
PalierVolume *palier_stick_get_volume (PalierStick *self, guint i); /* the stick's */
/* The volume that a file goes to: the first that can be written, FAT32 before others; NULL: none. */
PalierVolume *palier_stick_get_best_volume (PalierStick *self);

/* What a person reads: "SanDisk Ultra", or "USB stick" where it does not say; the caller's. */
char *palier_stick_dup_name (PalierStick *self);
/* What a person types to agree that this very stick is erased: the last four characters of its serial
 * number, or its port where it has none; the caller's. */
char *palier_stick_dup_format_word (PalierStick *self);

int palier_stick_compare (PalierStick *a, PalierStick *b); /* by place */
gboolean palier_stick_equal (PalierStick *a, PalierStick *b);
