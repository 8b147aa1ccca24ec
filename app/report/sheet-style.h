/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

/* How text on paper looks. The sizes and colours themselves are in sheet-text.c. */
typedef enum
{
  PALIER_TYPE_HERO,    /* the versions */
  PALIER_TYPE_TITLE,
  PALIER_TYPE_HEADING,
  PALIER_TYPE_STRONG,
  PALIER_TYPE_BODY,
  PALIER_TYPE_CAPTION,
  PALIER_TYPE_SMALL,
  PALIER_TYPE_FIXED,   /* serial numbers, hashes */
} PalierType;

typedef enum
{
  PALIER_INK_TEXT,
  PALIER_INK_QUIET,
  PALIER_INK_ACCENT,
  PALIER_INK_LINE,
  PALIER_INK_TINT,
  PALIER_INK_GOOD,
  PALIER_INK_WARN,
  PALIER_INK_BAD,
  PALIER_INK_PAPER,
} PalierInk;

typedef struct
{
  PalierType type;
  PalierInk ink;
  PangoAlignment align;
  int lines; /* at most, then an ellipsis; 0: as many as it takes */
} PalierStyle;
