/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "report/sheet.h"

/* Rows of text under one line of headings, which comes again on the next page. */
typedef struct
{
  const char *title; /* msgid; NULL: none */
  double share;      /* of the width; they need not add up to anything */
  PalierType type;
} PalierColumn;

typedef struct _PalierTable PalierTable;

/* columns: stay the caller's, alive as long as the table. */
PalierTable *palier_table_new (PalierSheet *sheet, const PalierColumn *columns, guint n);
/* As many texts as columns; NULL is empty. ink is the first column's: the state is written there. */
void palier_table_add (PalierTable *self, PalierInk ink, const char *const *cells);
void palier_table_free (PalierTable *self); /* closes it */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierTable, palier_table_free)
