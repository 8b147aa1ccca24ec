/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "procedure/version.h"

/* How a generation of firmware speaks. Source: isapi.md §1, §5, §6, §7, §10. */
typedef struct
{
  const char *nick;
  const char *xml_version;
  const char *xmlns;
  const char *device_type;
  const char *log_root; /* of the metaIds that it answers with */
  const char *log_xmlns;
  gboolean repeats;    /* version and xmlns again on the elements of a list */
  gboolean storage_v2; /* group, serial number and options of a disk */
  gboolean letters;    /* disks are named by letter */
  gboolean infomation; /* the major "Information" finds nothing, its misspelling does */
  gboolean secret_key; /* the export wants a file password */
  gboolean json;       /* answers ?format=json */
} PalierDialect;

const PalierDialect *palier_dialect_find (const char *nick); /* NULL: no such one */
const PalierDialect *palier_dialect_for_version (const PalierVersion *version);
