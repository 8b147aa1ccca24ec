/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "recording/leaf.h"
#include "recording/recording-text.h"

/* What was heard on the wire, as it was: never leaves memory. */
typedef struct
{
  char *method;
  char *target;
  GBytes *request; /* NULL: none */
  guint status;
  char *type;       /* NULL */
  char *challenges; /* NULL */
  GBytes *body;     /* NULL */
} PalierHeard;

void palier_heard_free (PalierHeard *self);

/* Documents are written anew out of what is known to be harmless, value by value; what is no document, cannot be
 * read, or still shows something afterwards is left out, with its size. Two rounds: what any document gives away is
 * known before the first is written. heard: of PalierHeard. Returns PalierRecorded. */
GPtrArray *palier_scrub (GPtrArray *heard, PalierStandIns *stand_ins);

/* The parts (scrub-xml.c, scrub-json.c, scrub-head.c). NULL: cannot be read. */
char *palier_scrub_xml (PalierStandIns *stand_ins, const char *text, gsize length, gboolean constant);
char *palier_scrub_json (PalierStandIns *stand_ins, const char *text, gsize length, gboolean constant);
char *palier_scrub_target (PalierStandIns *stand_ins, const char *target);
char *palier_scrub_challenges (PalierStandIns *stand_ins, const char *challenges); /* nonces as zeros */
char *palier_scrub_type (const char *type);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierHeard, palier_heard_free)
