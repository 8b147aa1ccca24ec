/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The containers that a digicap.dav comes in, told apart by their first four raw bytes, and the
 * layout of the one that can be read: SWKH. Numbers are little-endian u32; only the header is
 * masked. */
typedef enum
{
  PALIER_CONTAINER_UNKNOWN,
  PALIER_CONTAINER_SWKH,
  PALIER_CONTAINER_HK20,
  PALIER_CONTAINER_HK30,
} PalierContainer;

#define PALIER_SWKH_HEADER_SIZE 64 /* then one entry for each file, then the files */
#define PALIER_SWKH_ENTRY_SIZE 44
#define PALIER_SWKH_NAME_SIZE 32   /* of an entry; then its offset, size and byte sum */
#define PALIER_SWKH_AT_SUM 4       /* byte sum of the clear header from PALIER_SWKH_SUM_FROM on */
#define PALIER_SWKH_AT_LENGTH 8    /* HEADER_SIZE + ENTRY_SIZE × files */
#define PALIER_SWKH_AT_FILES 12
#define PALIER_SWKH_AT_LANGUAGE 16
#define PALIER_SWKH_AT_CODES 20    /* four words; all ones say nothing */
#define PALIER_SWKH_SUM_FROM 12

#define PALIER_SWKH_LANGUAGE_ML 1u
#define PALIER_SWKH_LANGUAGE_CN 2u

/* A practice package says what it is in its first file: JSON {"practice": true, "serial": "…",
 * "family": "i-series", "package": "standard"|"custom", "version": "V3.4.92 build 170518"}. */
#define PALIER_CONTAINER_PRACTICE_NAME "palier-practice"

typedef struct
{
  const char *name; /* at most 31 bytes */
  GBytes *content;
} PalierContainerFile;

PalierContainer palier_container_recognise (const guint8 *raw, gsize size);
const char *palier_container_get_nick (PalierContainer container); /* "SWKH", "unknown" */

/* Masks and unmasks alike, from the container's first byte on. */
void palier_container_mask (guint8 *bytes, gsize size);
guint32 palier_container_get_u32 (const guint8 *at);
guint32 palier_container_sum (const guint8 *bytes, gsize size); /* modulo 2³² */

/* A whole container, masked as a recorder expects it. */
GBytes *palier_container_build_swkh (const PalierContainerFile *files, guint n_files,
                                     guint32 language);
