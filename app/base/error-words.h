/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* The table behind error.h: for each code its nick, its sentence and its remedy. */
typedef struct
{
  int exit_status;
  const char *nick;
  const char *sentence; /* msgid: what happened, and what it means for the recorder */
  const char *remedy;   /* msgid: what to do now */
} PalierErrorWords;

const PalierErrorWords *palier_error_words_get (int code);
