/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "practice/practice-model.h"

/* Settings that a client reads, edits and sends back are kept as documents: path after /ISAPI/ ->
 * element. */

/* Everything of a resource ("shop", "factory"); only_plain: without what basic defaults keep. */
void palier_documents_load (PalierModel *self, const char *resource, gboolean only_plain);
/* A document that came in, without its namespaces; NULL when it is not well formed or has another
 * root. */
char *palier_document_normalise (GBytes *body, const char *kept);
/* Of a kept list: the item with that id, and the list with what came in put in its place. NULL: no such item, or what
 * came in is no such item. */
char *palier_document_dup_item (const char *list, const char *item, guint id);
char *palier_document_replace_item (const char *list, const char *item, guint id, GBytes *body);
/* The element of that name in kept, its text replaced; keeps the rest byte for byte. */
char *palier_document_replace_text (const char *kept, const char *name, const char *text);
