/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice-dialect.h"
#include <gio/gio.h>

/* XML as the recorders write it, to the byte: a blank before "?>", one element a line, their
 * namespaces. Its own small writer, because what a recorder says must not come from the code that
 * reads it. */
typedef struct _PalierPage PalierPage;

PalierPage *palier_page_new (const PalierDialect *dialect,
                             const char *root); /* dialect NULL: no namespace */
void palier_page_open (PalierPage *self, const char *name);
void palier_page_open_item (PalierPage *self,
                            const char *name); /* of a list: some dialects repeat the namespace */
void palier_page_close (PalierPage *self);
void palier_page_text (PalierPage *self, const char *name, const char *text);
void palier_page_number (PalierPage *self, const char *name, gint64 number);
void palier_page_flag (PalierPage *self, const char *name, gboolean flag);
void palier_page_raw (PalierPage *self, const char *text);
GBytes *palier_page_end (PalierPage *self); /* frees it */

/* A kept document with its root dressed for that dialect. */
GBytes *palier_page_dress (const PalierDialect *dialect, const char *document);
