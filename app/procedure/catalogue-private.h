/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/catalogue-reader.h"
#include "procedure/catalogue.h"

typedef struct
{
  const char *name;
  gboolean prefix; /* name is how the names of such packages begin */
  const char *made_for;
} PalierForeignPackage;

struct _PalierCatalogue
{
  PalierReader *reader; /* owns every text */
  const char *page_title;
  const char *page_date;
  const char *changed;
  GPtrArray *families;     /* of PalierFamily */
  GArray *foreign;         /* of PalierForeignPackage */
  GArray *repair_requests; /* of PalierRepairRequest */
};

/* From the document to the families, then what no single member can show: nothing listed twice,
 * landings that follow each other. Errors stay in the reader. */
void palier_catalogue_load (PalierCatalogue *self);
PalierFamily *palier_family_load (PalierReader *reader, JsonNode *node, const char *place);
void palier_family_free (PalierFamily *self);
void palier_catalogue_check (PalierCatalogue *self);
