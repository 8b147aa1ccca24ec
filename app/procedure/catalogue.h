/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/family.h"

/* What is known of models, landings and packages: app/procedure/catalogue.json, validated. */
typedef struct _PalierCatalogue PalierCatalogue;

/* An error names the place: "families[0].landings[1].version: …" */
PalierCatalogue *palier_catalogue_new_from_data (const char *json, gssize length, GError **error);
PalierCatalogue *palier_catalogue_get_shipped (void); /* borrowed, the same one always */
void palier_catalogue_free (PalierCatalogue *self);

const char *palier_catalogue_get_page_title (PalierCatalogue *self); /* translated */
/* as published here: ISO date */
const char *palier_catalogue_get_page_date (PalierCatalogue *self);
/* translated: a newer one may exist, and where */
const char *palier_catalogue_get_page_note (PalierCatalogue *self);
/* its own last change: ISO date */
const char *palier_catalogue_get_changed (PalierCatalogue *self);

guint palier_catalogue_get_n_families (PalierCatalogue *self);
const PalierFamily *palier_catalogue_get_family (PalierCatalogue *self, guint i);
/* NULL: P11 */
const PalierFamily *palier_catalogue_find_family (PalierCatalogue *self, const char *model);
/* The family that lists this package, NULL: none does. */
const PalierFamily *palier_catalogue_find_owner (PalierCatalogue *self, const char *archive_name,
                                                 const char *sha256);
/* For what a package that is known not to be any family's was made ("NI-K"). NULL: nothing is
 * known. */
const char *palier_catalogue_find_foreign (PalierCatalogue *self, const char *archive_name);
const PalierRepairRequest *palier_catalogue_find_repair_request (PalierCatalogue *self,
                                                                 const PalierFamily *family,
                                                                 const PalierVersion *version);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierCatalogue, palier_catalogue_free)
