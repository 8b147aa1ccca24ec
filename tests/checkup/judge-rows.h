/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "base/error.h"
#include "checkup/checkup.h"
#include "checkup/judge.h"
#include "recorder/inventory.h"
#include "recorder/network.h"

/* One row of the checkup out of facts written by hand. */
typedef PalierCheckupFacts Facts;

typedef struct
{
  const char *says;
  PalierCheck check;
  void (*set) (Facts *facts);
  PalierCheckVerdict verdict;
  gboolean attention;
  const char *shows; /* part of the finding with its value in place */
} Row;

#define V PALIER_CHECK_VERIFIED
#define D PALIER_CHECK_DECLARED
#define N PALIER_CHECK_NOT_CHECKED

/* Sets nothing: what was never read. */
void judge_nothing (Facts *facts);
int judge_run_rows (int argc, char **argv, const Row *rows, guint n);

extern PalierCamera near_camera;
