/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/catalogue.h"

/* The rules asked again, of what was read just now, right before an act. Pure: the caller reads,
 * these decide. Each returns FALSE with the PALIER_ERROR_RULE that stops the act, or with
 * PALIER_ERROR_CONSENT_MISSING where the act itself ("default", "upgrade") was not confirmed. */

/* What stands, as read from the recorder a moment ago and as the journal has it. */
typedef struct
{
  const char *model;
  const char *serial;
  const PalierVersion *version;    /* NULL: unreadable (P15) */
  const char *pinned_serial;       /* the recorder that this run is about (P16) */
  gboolean terms_accepted;         /* P14, all three */
  gboolean backup_confirmed;       /* P5, read back identical */
  gboolean backup_waived;
  gboolean default_seen;           /* P2's evidence, complete, since this landing was reached */
  gboolean default_waived;         /* skip-default, typed */
  gboolean default_consented;      /* the full default itself, typed */
  gboolean start_consented;        /* the start, typed */
} PalierFacts;

/* What a package file shows, or was declared to be. */
typedef struct
{
  const char *archive_name;        /* NULL: says nothing */
  const char *sha256;
  const PalierVersion *shown;      /* what the file itself or its known name shows; NULL: nothing */
  const PalierVersion *declared;   /* what the person declared it to be; NULL: nothing */
  /* id of the family that the file itself names; NULL: names none */
  const char *family;
  gboolean custom;                 /* the file itself says that it is custom firmware */
  gboolean broken;                 /* the container contradicts itself */
  gboolean wrong_language;
  gboolean known;                  /* catalogue or shelf knows it for this family */
  const char *only_for_serial;     /* made for one recorder (a practice package); NULL: not so */
  gboolean unknown_consented;      /* unknown-package, typed, for this file */
} PalierPackageFacts;

/* Where a configuration was copied from, as the journal has it; NULL: nobody knows. */
typedef struct
{
  const char *model;
  const PalierVersion *version;
} PalierImportFacts;

/* P16: still the recorder that this run is about? */
gboolean palier_gate_check_identity (PalierCatalogue *catalogue, const PalierFacts *facts,
                                     GError **error);
/* May anything change it at all: P16, P11, P15, P5? */
gboolean palier_gate_check_change (PalierCatalogue *catalogue, const PalierFacts *facts,
                                   GError **error);
/* The same, and a default is what the route asks for here, and it was confirmed. */
gboolean palier_gate_check_default (PalierCatalogue *catalogue, const PalierFacts *facts,
                                    GError **error);
/* Is the file the right one for this landing (P1, P9, P10, P11, P15, P17)? Asked once before the
 * first change with the version of the landing below, and again before it is sent. */
gboolean palier_gate_check_package (PalierCatalogue *catalogue, const PalierFacts *facts,
                                    const PalierPackageFacts *package, GError **error);
/* All of it, for one act: P16, P11, P15, the package, P14, P5, P2 or P12, the start. */
gboolean palier_gate_check_upload (PalierCatalogue *catalogue, const PalierFacts *facts,
                                   const PalierPackageFacts *package, GError **error);
/* May a configuration be put back: only on the same model and the same version, build included, never across V3 and
 * V4, and not between a default and the landing that it is for. */
gboolean palier_gate_check_import (PalierCatalogue *catalogue, const PalierFacts *facts,
                                   const PalierImportFacts *file, GError **error);
