/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "mock-udisks.h"
#include "session-sticks.h"
#include "tree.h"
#include "walk.h"

/* The window before a made-up USB tree and a made-up UDisks2: sticks come, go, and refuse. */
typedef struct
{
  UMockdevTestbed *bed;
  MockUdisks *udisks;
  Walk walk;
  char *mount; /* what a mounted stick shows */
} Desk;

/* Alike but for their ports. */
extern const TreeDevice desk_first;
extern const TreeDevice desk_second;
extern const MockBlock desk_plain;

void desk_begin (int *argc, char ***argv);
/* data NULL: UDisks2 is there; else the test makes it appear. */
void desk_add (const char *name, gconstpointer data, void (*test) (Desk *, gconstpointer));
int desk_end (void);

void desk_plug_in (Desk *desk, const TreeDevice *device, const char *disk, const MockBlock *blocks, guint n);
void desk_until_sticks (Desk *desk, guint n);
PalierStickUse *desk_get_use (Desk *desk);
void desk_to_the_copy (Desk *desk); /* on to the backup page */
void desk_type_key (Desk *desk);
void desk_copy (Desk *desk); /* clicks, and waits until neither recorder nor stick is at work */
void desk_click_in_list (Desk *desk, const char *name);

guint desk_count_copies (Desk *desk, const char *below); /* in the journal */
guint desk_count_copies_elsewhere (Desk *desk);          /* than on the stick */
void desk_assert_log (Desk *desk, const char *want);     /* of what UDisks2 was asked */
const char *desk_get_state (Desk *desk);

/* For walk_until (). */
gboolean desk_is_ready (Walk *walk, gpointer data);
gboolean desk_is_quiet (Walk *walk, gpointer data);
gboolean desk_is_idle (Walk *walk, gpointer data);
