/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* P14: what a person confirms before any firmware is used. The contract is the manufacturer's; this
 * is Palier's own summary of it and three separate agreements, none of them inferred: the terms,
 * the age, and the capacity (for oneself, or for a company). */
typedef enum
{
  PALIER_TERMS_ACCEPT,
  PALIER_TERMS_AGE,
  PALIER_TERMS_SELF,    /* the capacity is one of these two */
  PALIER_TERMS_COMPANY, /* beside it stands the company's name, in a field of its own */
  PALIER_N_TERMS
} PalierTerm;

/* All in the language of the moment. */
const char *palier_terms_get_summary (void);
const char *palier_terms_get (PalierTerm term);
/* SHA-256, lower-case hex, of the summary and all the sentences: for the journal. */
char *palier_terms_dup_hash (void);
