/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stick/sticks.h"

/* A shadow of the list, kept by its signals alone: it must always be the list itself. */
typedef struct
{
  PalierSticks *sticks;
  GPtrArray *shadow;
} Follow;

void follow_start (Follow *self, PalierSticks *sticks);
void follow_stop (Follow *self);
/* "1-2 1-4.1" and so on: port, and what hangs at it in brackets. */
char *follow_text (Follow *self);
/* Runs the main loop until the list reads so. */
void follow_until (Follow *self, const char *text);
void follow_until_state (Follow *self, PalierSticksState state);
