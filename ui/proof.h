/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "run/runner.h"

/* One card of the result page: what it is about, what was read, and whether that proves anything. */
typedef enum
{
  PALIER_PROOF_PROVED, /* read from the recorder or the disk */
  PALIER_PROOF_OPEN,   /* could not be read, or left out */
  PALIER_PROOF_WRONG,  /* read, and not as it should be */
  PALIER_PROOF_DECLARED, /* read off its screen by the person: said, never proved */
} PalierProofKind;

typedef struct
{
  const char *title;
  char *headline;
  char *detail; /* NULL: none */
  PalierProofKind kind;
} PalierProof;

/* Of PalierProof. result is the recorder as read at the end, NULL when it was not. */
GPtrArray *palier_proof_list_new (PalierJob *job, const PalierSurvey *result, PalierRunner *runner);
gboolean palier_proof_all_proved (GPtrArray *list);
/* FALSE: a repair, say, of a recorder that had nothing to climb. */
gboolean palier_proof_has_climbed (PalierJob *job);
