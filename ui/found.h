/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "discovery/discovered.h"
#include "practice/practice.h"

/* A recorder that can be chosen from the list, in the person's words: the practice recorder, or what the search
 * found. Signal "changed": it told something new. */
#define PALIER_TYPE_FOUND (palier_found_get_type ())
G_DECLARE_FINAL_TYPE (PalierFound, palier_found, PALIER, FOUND, GObject)

PalierFound *palier_found_new_practice (PalierPractice *practice);
PalierFound *palier_found_new (PalierDiscovered *discovered);

gboolean palier_found_is_practice (PalierFound *self);
const PalierProbe *palier_found_get_probe (PalierFound *self); /* NULL: the practice recorder */
PalierTold palier_found_get_activated (PalierFound *self); /* NO: it has no password yet */
PalierReach palier_found_get_reach (PalierFound *self);
gboolean palier_found_is_same (PalierFound *self, PalierFound *other); /* by serial number or MAC */
/* Typed into the search field: part of the model, the serial number, the MAC or the address. */
gboolean palier_found_matches (PalierFound *self, const char *text);

char *palier_found_dup_address (PalierFound *self); /* NULL: it has none */
char *palier_found_dup_title (PalierFound *self);
char *palier_found_dup_detail (PalierFound *self); /* lines: where, which version, what to do first */
