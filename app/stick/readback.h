/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "stick/writer.h"

/* One part of a longer progress: fraction = from + done × (to - from). report may be NULL. */
typedef struct
{
  PalierWriteProgress report;
  gpointer data;
  double from;
  double to;
} PalierWriteSpan;

void palier_write_span_tell (const PalierWriteSpan *span, guint64 done, guint64 total);

/* SHA-256 in lower-case hex of an open file from its start, read from the medium. begun: see trouble.h. */
char *palier_read_back (int fd, gboolean begun, const PalierWriteSpan *span,
                        GCancellable *cancellable, GError **error);
