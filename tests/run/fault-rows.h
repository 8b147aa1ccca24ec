/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bench.h"

/* One fault, and what it must lead to. */
typedef struct
{
  const char *says;
  const char *scenario;
  const char *faults; /* more of them, a JSON array; NULL: the scenario as it is shipped */
  PalierRunState state;
  const char *error;   /* nick or rule, NULL: none */
  const char *version; /* what the recorder runs afterwards */
  gboolean broken;
  gboolean untouched; /* nothing that changes it was sent */
  guint sendings;     /* uploads begun; 0: none */
  guint backups;      /* confirmed copies on disk */
} FaultRow;

extern const FaultRow fault_rows[];
extern const guint n_fault_rows;
