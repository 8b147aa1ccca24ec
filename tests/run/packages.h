/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "firmware/package.h"

/* A firmware file as a row of a test wants it. */
typedef struct
{
  const char *name;    /* of the file, NULL: "digicap.dav" */
  const char *serial;  /* a practice file for this recorder; NULL: an ordinary file, which shows nothing */
  const char *family;  /* NULL: "i-series" */
  const char *version; /* "V3.4.92 build 170518" */
  gboolean custom;
  gboolean chinese;
  gboolean damaged;
} PackageWanted;

PalierPackage *package_make (const PackageWanted *wanted);
