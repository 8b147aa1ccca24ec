/* SPDX-FileCopyrightText: 2026 The Palier authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

/* The JSON form that newer firmware speaks, read as loosely as the XML: numbers and booleans may be
 * written as text. A PalierJson is one object. */
typedef struct _PalierJson PalierJson;

/* PALIER_ERROR_BAD_ANSWER for anything but an object. */
PalierJson *palier_json_parse (const char *data, gsize length, GError **error);
void palier_json_free (PalierJson *self);

/* name is a member of the object itself; NULL or FALSE when absent or of another kind. */
char *palier_json_dup_text (PalierJson *self, const char *name);
gboolean palier_json_get_uint (PalierJson *self, const char *name, guint64 *value);
gboolean palier_json_get_boolean (PalierJson *self, const char *name, gboolean *value);
PalierJson *palier_json_dup_object (PalierJson *self, const char *name);
/* The objects in an array: of PalierJson, NULL when there is no such array. */
GPtrArray *palier_json_dup_array (PalierJson *self, const char *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PalierJson, palier_json_free)
