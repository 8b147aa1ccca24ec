/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "firmware/package.h"

/* The person's own shelf: packages that somebody declared once, with the strong consent, and that
 * are known by their SHA-256 from then on. One JSON file. Palier never ships or fetches firmware. */
typedef struct _PalierShelf PalierShelf;

typedef struct
{
  char *sha256;
  char *name;      /* the file's name when it was declared */
  char *family;    /* catalogue id */
  PalierVersion version;
  char *declared;  /* ISO date and time */
} PalierShelfEntry;

/* path NULL: $XDG_DATA_HOME/palier/shelf.json. A missing file is an empty shelf. */
PalierShelf *palier_shelf_open (const char *path, GError **error);
void palier_shelf_free (PalierShelf *self);
const PalierShelfEntry *palier_shelf_find (PalierShelf *self, const char *sha256);
/* Written at once: temporary name, fsync, rename. */
gboolean palier_shelf_add (PalierShelf *self, PalierPackage *package, const char *family,
                           const PalierVersion *version, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierShelf, palier_shelf_free)
