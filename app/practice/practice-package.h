/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

/* Practice packages: valid SWKH containers that name themselves practice in their first file. */
typedef struct
{
  const char *serial;
  const char *family;
  gboolean custom;
  const char *version; /* "V3.4.92 build 170518" */
  guint32 seed;        /* of the filler */
} PalierPracticePackage;

GBytes *palier_practice_package_build (const PalierPracticePackage *package);

/* As a recorder reads one. NULL when it is taken, and then version is to be freed; else the
 * sub-status. */
const char *palier_practice_package_read (GBytes *bytes, char **version, gboolean *custom);
