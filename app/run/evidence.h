/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/catalogue.h"

/* What the journal's observations prove. Pure. Source: procedure.md, "A default is seen". */
typedef enum
{
  PALIER_DEFAULT_NONE,
  PALIER_DEFAULT_LANDED,   /* the landing that asks for a default was read */
  PALIER_DEFAULT_DECLARED, /* … then somebody said that they did it at the screen */
  PALIER_DEFAULT_ASKING,   /* … and that it asked for a new password, as it does after "Restore to Inactive", too */
  PALIER_DEFAULT_ACCEPTED, /* … then mode=full was accepted */
  PALIER_DEFAULT_INACTIVE, /* … then the recorder was inactive, or its settings were declared to be gone */
  PALIER_DEFAULT_SEEN,     /* … then the landing was read again: complete */
} PalierDefaultEvidence;

/* observations: of PalierObservation, in order. A version counts as the landing when this model, standing
 * there, has a default before its next one. An import or a firmware file sent since voids all. */
PalierDefaultEvidence palier_evidence_of_default (GPtrArray *observations, PalierCatalogue *catalogue,
                                                  const char *model);
/* Has anything been changed on the recorder in this journal's run? */
gboolean palier_evidence_of_change (GPtrArray *observations);
/* Where the last observation of this kind (and detail, unless NULL) stands; -1: none. An order, where dates of a fast
 * clock may be alike. */
int palier_evidence_get_place (GPtrArray *observations, const char *what, const char *detail);
/* Date of the last observation of this kind (and detail, unless NULL); NULL: none. Borrowed. */
const char *palier_evidence_get_date (GPtrArray *observations, const char *what, const char *detail);
