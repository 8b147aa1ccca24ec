/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "firmware/container.h"
#include "procedure/catalogue.h"
#include <gio/gio.h>

/* What a firmware package file is, and what it can prove. Archives of the vendor (.zip with one
 * digicap.dav) are opened too; their name is what the catalogue knows. */
typedef struct _PalierPackage PalierPackage;

typedef enum
{
  PALIER_COMPLETE_UNKNOWN, /* the container does not tell */
  PALIER_COMPLETE_YES,
  PALIER_COMPLETE_NO,
} PalierComplete;

/* Copies and hashes the whole file (cancellable). Fails for what cannot be a package at all:
 * an archive without one, a web page, an empty file. What is wrong inside is a finding, not an
 * error. */
PalierPackage *palier_package_open (const char *path, GCancellable *cancellable, GError **error);
/* The same for bytes in memory, with the name that the file would have had (NULL: none). */
PalierPackage *palier_package_parse_bytes (GBytes *bytes, const char *name,
                                           GCancellable *cancellable, GError **error);
void palier_package_free (PalierPackage *self);

const char *palier_package_get_path (PalierPackage *self);
/* without its ending; NULL: says nothing */
const char *palier_package_get_archive_name (PalierPackage *self);
/* of the file as given, archive or not */
const char *palier_package_get_sha256 (PalierPackage *self);
guint64 palier_package_get_size (PalierPackage *self);
PalierContainer palier_package_get_container (PalierPackage *self);
PalierComplete palier_package_get_complete (PalierPackage *self);
gboolean palier_package_is_broken (PalierPackage *self);
const char *palier_package_get_language (PalierPackage *self); /* "ML", "CN", NULL: says nothing */
/* of char *, the file table's names */
GPtrArray *palier_package_get_files (PalierPackage *self);
GPtrArray *palier_package_get_findings (PalierPackage *self);  /* of char *, translated sentences */

/* What the file shows of its version: by its file table (practice) or its archive's name. FALSE:
 * nothing. */
gboolean palier_package_get_version (PalierPackage *self, PalierVersion *version);
/* A practice package names the one recorder that it was made for, its family and its kind. NULL:
 * not one. */
const char *palier_package_get_only_for_serial (PalierPackage *self);
const char *palier_package_get_family (PalierPackage *self);
gboolean palier_package_is_custom (PalierPackage *self);

/* The bytes that go to the recorder (the digicap.dav), mapped: nobody else can change them. */
GBytes *palier_package_get_bytes (PalierPackage *self);
/* Read again and hashed: is it still the file that was checked? */
gboolean palier_package_verify (PalierPackage *self, GCancellable *cancellable, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierPackage, palier_package_free)
