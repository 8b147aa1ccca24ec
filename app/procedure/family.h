/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/version.h"

typedef enum
{
  PALIER_PACKAGE_STANDARD,
  PALIER_PACKAGE_CUSTOM,
} PalierPackageKind;

/* A version at which the climb pauses. Versions without numbers (part all 0) are not given. */
typedef struct
{
  PalierVersion version; /* build 0: the source gives none */
  PalierPackageKind package;
  PalierVersion lowest_from; /* P1: below it this landing's package is never sent */
  /* P2, P12: a full factory default comes first, done where the recorder stands now */
  gboolean default_before;
  PalierVersion default_unless_from; /* P4: from this version on it does not */
} PalierLanding;

typedef struct
{
  const char *name;   /* exact archive name without its ending, or NULL */
  const char *sha256; /* lower-case hex, or NULL */
  PalierVersion version;
} PalierKnownPackage;

typedef struct
{
  const char *id; /* "i-series" */
  const char *name;
  const char **models; /* exact, NULL-terminated */
  GArray *landings;    /* of PalierLanding, lowest first; default_before as the catalogue has it */
  gboolean only_listed; /* P10: no consent lets an unlisted package in */
  gboolean repair_advised;
  PalierVersion repair_unless_from; /* by its numbers */
  GArray *packages;                 /* of PalierKnownPackage */
} PalierFamily;

/* How a firmware starts its database repair over the network. The shipped catalogue knows none. */
typedef struct
{
  const char *family; /* id */
  PalierVersion version;
  const char *method; /* "PUT" */
  const char *path;   /* "/ISAPI/…" */
} PalierRepairRequest;

const PalierKnownPackage *palier_family_find_package (const PalierFamily *family,
                                                      const char *archive_name,
                                                      const char *sha256);
