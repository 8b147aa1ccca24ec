/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/version.h"

/* What is known of models, landings and packages: app/procedure/catalogue.json, validated. */
typedef struct _PalierCatalogue PalierCatalogue;

typedef enum
{
  PALIER_PACKAGE_STANDARD,
  PALIER_PACKAGE_CUSTOM,
} PalierPackageKind;

typedef struct
{
  PalierVersion version; /* build 0: the source gives none */
  PalierPackageKind package;
  gboolean default_before; /* a full factory default comes first, done after the landing below was reached */
} PalierLanding;

typedef struct
{
  const char *id;           /* "i-series" */
  const char *name;
  const char *const *models; /* exact, NULL-terminated */
  GArray *landings;         /* of PalierLanding, lowest first; default_before as the catalogue has it */
  gboolean only_listed;     /* P10: no consent lets an unlisted package in */
  gboolean repair_advised;
  PalierVersion repair_unless_from;
  GPtrArray *packages; /* of PalierKnownPackage */
} PalierFamily;

typedef struct
{
  char *name;   /* exact archive name without its ending, or NULL */
  char *sha256; /* lower-case hex, or NULL */
  PalierVersion version;
} PalierKnownPackage;

/* An error names the place: "families[0].landings[1].version: …" */
PalierCatalogue *palier_catalogue_new_from_data (const char *json, gssize length, GError **error);
PalierCatalogue *palier_catalogue_get_shipped (void); /* borrowed, the same one always */
void palier_catalogue_free (PalierCatalogue *self);

const char *palier_catalogue_get_page_title (PalierCatalogue *self);
const char *palier_catalogue_get_page_date (PalierCatalogue *self); /* as published here: ISO date */
const char *palier_catalogue_get_changed (PalierCatalogue *self);   /* its own last change: ISO date */

guint palier_catalogue_get_n_families (PalierCatalogue *self);
const PalierFamily *palier_catalogue_get_family (PalierCatalogue *self, guint i);
const PalierFamily *palier_catalogue_find_family (PalierCatalogue *self, const char *model); /* NULL: P11 */
const PalierKnownPackage *palier_family_find_package (const PalierFamily *family, const char *archive_name,
                                                      const char *sha256);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierCatalogue, palier_catalogue_free)
