/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* `palier practice`, serving until it is freed. */
typedef struct _Served Served;

/* packages: folder for its packages; NULL: one of its own, in the home's temporary folder. */
Served *served_new (const char *scenario, const char *packages);
/* The line that it printed. */
JsonNode *served_get_line (Served *self);
const char *served_get_text (Served *self, const char *member);
const char *served_get_serial (Served *self);
/* The path of the package of a version, such as "V3.4.92". */
char *served_get_package (Served *self, const char *version);
/* SIGTERM, then its end; what it wrote after its first line, which must be nothing. */
int served_end (Served *self);
void served_free (Served *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Served, served_free)

G_END_DECLS
