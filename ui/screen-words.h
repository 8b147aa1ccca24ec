/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/screen.h"

/* What the engine asks on the recorder-side route, in the person's words: msgids. */
typedef struct
{
  PalierQuestion question;
  PalierAct act; /* of AT_SCREEN */
  const char *title, *text;
  const char *warning; /* what not to do; NULL: nothing */
  const char *yes, *no;
} PalierScreenWords;

/* NULL: not a question of this route. */
const PalierScreenWords *palier_screen_words_find (PalierQuestion question, PalierAct act);
