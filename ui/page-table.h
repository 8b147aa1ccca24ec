/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "page.h"

/* The table of contents. Reversible pages and the irreversible half live in two containers. */
typedef struct
{
  const char *id;
  GType (*get_type) (void);
  gboolean (*wanted) (PalierSession *session); /* NULL: always */
  gboolean irreversible;
} PalierPageEntry;

const PalierPageEntry *palier_page_table_get (guint i);
guint palier_page_table_get_n (void);
const PalierPageEntry *palier_page_table_find (const char *id);
/* The reversible pages that this plan asks for; NULL at either end. */
const PalierPageEntry *palier_page_table_next (const PalierPageEntry *entry, PalierSession *session);
const PalierPageEntry *palier_page_table_previous (const PalierPageEntry *entry, PalierSession *session);
/* "Step 3 of 7": counts from 1. */
void palier_page_table_count (const PalierPageEntry *entry, PalierSession *session, guint *number, guint *total);
