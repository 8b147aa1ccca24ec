/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "discovery/discovery-private.h"
#include "session-recorder.h"
#include "walk.h"

/* The list of recorders on the recorder page: answers come in without sockets, and its rows are looked at. */
#define FOUND_LIST_OURS "127.0.0.2" /* in the network of the loopback, the only one that is looked at */

PalierDiscovery *found_list_get_discovery (Walk *walk);
void found_list_take_text (Walk *walk, char *text); /* an answer; taken over */
void found_list_take (Walk *walk, guint n, const char *address); /* the answer of recorder n */
void found_list_show (Walk *walk); /* what was taken, until each has its row */
guint found_list_count (Walk *walk);
AdwActionRow *found_list_get_row (Walk *walk, int position);
const char *found_list_get_title (Walk *walk, int position);
