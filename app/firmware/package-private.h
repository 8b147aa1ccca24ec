/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "firmware/package.h"

struct _PalierPackage
{
  char *path;
  char *archive_name;
  char *sha256;
  guint64 size;
  GBytes *bytes; /* the digicap.dav */
  PalierContainer container;
  PalierComplete complete;
  gboolean broken;
  const char *language;
  GPtrArray *files;
  GPtrArray *findings;
  gboolean has_version;
  PalierVersion version;
  char *only_for_serial;
  char *family;
  gboolean custom;
};

void palier_package_find (PalierPackage *self, const char *sentence); /* translated already */

/* Reads the SWKH container that self->bytes begins with: what holds, and what does not. */
void palier_swkh_read (PalierPackage *self);
/* Reads a practice package's account of itself. FALSE: it is not one that can be believed. */
gboolean palier_practice_label_read (PalierPackage *self, const guint8 *text, gsize size);

/* What the file is called: "NVR_K51_BL_ML_STD_V4.1.64_190119" of a path, NULL where that says
 * nothing. */
char *palier_archive_name_new (const char *path);
gboolean palier_archive_name_is_partial (const char *path);
gboolean palier_archive_name_get_version (const char *name, PalierVersion *version);

/* Is this a zip archive? Then its one digicap.dav, unpacked into a nameless file and mapped. */
gboolean palier_archive_is_zip (GBytes *bytes);
GBytes *palier_archive_unpack (GBytes *bytes, GCancellable *cancellable, GError **error);

/* FALSE: it cannot be a package */
gboolean palier_package_refuse (PalierPackage *self, GError **error);
/* container, size and name; what they show becomes findings */
void palier_package_look (PalierPackage *self);
