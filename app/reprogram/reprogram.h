/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "inventory/inventory.h"
#include "procedure/catalogue.h"
#include "reprogram/reprogram-item.h"
#include "run/job.h"

/* What was in the recorder before a default, and putting it back. A GListModel of PalierReprogramItem, in the order
 * in which they are best done: name, time, cameras, then the network, which may move the recorder; what only a
 * person can do is among them. Nothing is remembered: each reading of the recorder decides anew what is still to do. */
#define PALIER_TYPE_REPROGRAM (palier_reprogram_get_type ())
G_DECLARE_FINAL_TYPE (PalierReprogram, palier_reprogram, PALIER, REPROGRAM, GObject)

/* recorder: the one that this is about (copied); before is taken over. journal: where the inventory after goes
 * ("inventory-after"), and what was put back is observed; NULL: nowhere. */
PalierReprogram *palier_reprogram_new (PalierConnection *connection, PalierCatalogue *catalogue, PalierClock *clock,
                                       const PalierDeviceInfo *recorder, PalierInventory *before,
                                       PalierJournal *journal);
/* The journal's field "inventory-before"; NULL: none, or not readable. */
PalierInventory *palier_reprogram_get_before (PalierJournal *journal);

/* user NULL: "admin". channel 0: every camera that has none of its own. */
void palier_reprogram_set_camera_sign_in (PalierReprogram *self, guint channel, const char *user,
                                          PalierSecret *password);
/* How it is found by its serial number, where it answers neither at its old address nor at the one that was put
 * back; NULL: it is not looked for elsewhere. */
void palier_reprogram_set_finder (PalierReprogram *self, PalierFindFunc find);

/* Each returns at once, works in a thread, and ends with the signal "finished" in the main thread. One at a time:
 * nothing happens while busy. Before each change identity (P16) and the rule are asked again: nothing is put back
 * while a landing is still ahead. Property "busy" (boolean, notified). */
void palier_reprogram_look (PalierReprogram *self, GCancellable *cancellable);
void palier_reprogram_put (PalierReprogram *self, PalierReprogramItem *item, GCancellable *cancellable);
/* All that differ and can be put back, in order; goes on after one that fails. */
void palier_reprogram_put_all (PalierReprogram *self, GCancellable *cancellable);

gboolean palier_reprogram_get_busy (PalierReprogram *self);
const GError *palier_reprogram_get_error (PalierReprogram *self); /* of the last look, or the rule; NULL. Borrowed */
guint palier_reprogram_count (PalierReprogram *self, PalierReprogramState state);
/* Cameras to be put back for which no password is there yet. */
guint palier_reprogram_count_cameras_without_password (PalierReprogram *self);
/* What still differs, of PalierDifference; NULL before the first look. */
GPtrArray *palier_reprogram_get_differences (PalierReprogram *self);
